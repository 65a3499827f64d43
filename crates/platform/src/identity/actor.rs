//! The acting person with all that this person may do, and what follows for reads (`Scope`) and writes (`may_on`).

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use serde::{Deserialize, Serialize};
use xianji_kernel::text::Language;
use xianji_policy::model::When;

use super::judged::Question;
use crate::app::App;
use crate::id::{DepartmentId, MemberId, Subject};

/// How far a permission goes. Each reach holds all before it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// I own it.
    Own,
    /// I am named on it: team, monitor, assignee.
    Team,
    /// It belongs to my department.
    Department,
    /// It belongs to my department or one below.
    Tree,
    /// Anything of the company's.
    Company,
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActorKind {
    /// A member, perhaps for another.
    Member {
        /// Who acts.
        id: MemberId,
        /// For whom.
        on_behalf_of: Option<MemberId>,
    },
    /// A customer with a link.
    Customer,
    /// Anybody, through a public form.
    Public,
    /// The house itself: sweeps, recurring work, imports on the command line.
    System,
}

/// The acting person.
#[derive(Clone, Debug)]
pub struct Actor {
    who: ActorKind,
    /// Language of answers.
    pub language: Language,
    grants: Arc<Grants>,
}

/// All that a member may do today.
#[derive(Clone, Debug, Default)]
pub struct Grants {
    /// The member's department.
    pub department: Option<DepartmentId>,
    /// That department and all below it.
    pub tree: Vec<DepartmentId>,
    /// Positions held today, by their id in the pack.
    pub positions: Vec<String>,
    /// Permissions with their reach; the widest wins.
    pub permissions: HashMap<String, Vec<Grant>>,
    /// What roles in a record's team permit to whoever fills them there.
    pub roles: Vec<RoleGrants>,
}

/// One permission.
#[derive(Clone, Debug)]
pub struct Grant {
    /// How far it goes.
    pub reach: Reach,
    /// Under which circumstances of the record.
    pub when: Option<When>,
}

/// What a role in a record's team permits on that record and on what belongs to it.
#[derive(Clone, Debug)]
pub struct RoleGrants {
    /// The role, by its id in the pack.
    pub role: String,
    /// Kind of the record.
    pub of: String,
    /// Permissions, each with the circumstances in which it holds.
    pub permissions: Vec<(String, Option<When>)>,
}

impl Grants {
    /// The widest reach of a permission. One that hangs on a condition widens no read: the engine judges it record by record.
    pub fn reach(&self, permission: &str) -> Option<Reach> {
        self.permissions
            .get(permission)?
            .iter()
            .filter(|grant| grant.when.is_none())
            .map(|grant| grant.reach)
            .max()
    }

    /// Roles in whose records a reading is permitted.
    fn roles_reading(&self, permission: &str) -> Vec<String> {
        let reads = |role: &&RoleGrants| {
            permission.strip_suffix(".read") == Some(role.of.as_str())
                && role.permissions.iter().any(|(name, _)| name == permission)
        };
        self.roles
            .iter()
            .filter(reads)
            .map(|role| role.role.clone())
            .collect()
    }
}

/// What a read may return.
#[derive(Clone, Debug)]
pub struct Scope {
    /// Who reads; nobody for the system.
    pub member: Option<MemberId>,
    /// The reader's department.
    pub department: Option<DepartmentId>,
    /// That and those below.
    pub tree: Vec<DepartmentId>,
    /// How far; nothing at all when absent.
    pub reach: Option<Reach>,
    /// Beyond that, the records in whose team the reader fills one of these roles.
    pub roles: Vec<String>,
}

impl Scope {
    /// Everything: for the system's own sweeps.
    pub fn whole() -> Self {
        Self {
            member: None,
            department: None,
            tree: Vec::new(),
            reach: Some(Reach::Company),
            roles: Vec::new(),
        }
    }

    /// Whether it holds nothing whatever the records are.
    pub fn is_empty(&self) -> bool {
        self.reach.is_none() && self.roles.is_empty()
    }
}

/// A record with an owner, a department and people named on it.
pub trait Owned {
    /// The record.
    fn subject(&self) -> Subject;
    /// Whose it is.
    fn owner(&self) -> Option<MemberId>;
    /// Its department.
    fn department(&self) -> Option<DepartmentId>;
    /// Who is named on it (loaded by the query that found it).
    fn named(&self) -> &[MemberId] {
        &[]
    }
}

impl<T: Owned> Owned for &T {
    fn subject(&self) -> Subject {
        (**self).subject()
    }
    fn owner(&self) -> Option<MemberId> {
        (**self).owner()
    }
    fn department(&self) -> Option<DepartmentId> {
        (**self).department()
    }
    fn named(&self) -> &[MemberId] {
        (**self).named()
    }
}

impl Actor {
    /// A member with rights loaded.
    pub fn of_member(
        id: MemberId,
        on_behalf_of: Option<MemberId>,
        language: Language,
        grants: Arc<Grants>,
    ) -> Self {
        Self {
            who: ActorKind::Member { id, on_behalf_of },
            language,
            grants,
        }
    }

    /// The house itself; it may do everything.
    pub fn system() -> Self {
        Self {
            who: ActorKind::System,
            language: Language::Zh,
            grants: Arc::default(),
        }
    }

    /// Anybody; may do nothing that asks for a permission.
    pub fn public(language: Language) -> Self {
        Self {
            who: ActorKind::Public,
            language,
            grants: Arc::default(),
        }
    }

    /// A customer with a link.
    pub fn customer(language: Language) -> Self {
        Self {
            who: ActorKind::Customer,
            language,
            grants: Arc::default(),
        }
    }

    /// Who acts.
    pub fn who(&self) -> &ActorKind {
        &self.who
    }

    /// The acting member.
    pub fn member(&self) -> Option<MemberId> {
        match self.who {
            ActorKind::Member { id, .. } => Some(id),
            ActorKind::Customer | ActorKind::Public | ActorKind::System => None,
        }
    }

    /// For whom the member stands in.
    pub fn on_behalf_of(&self) -> Option<MemberId> {
        match self.who {
            ActorKind::Member { on_behalf_of, .. } => on_behalf_of,
            ActorKind::Customer | ActorKind::Public | ActorKind::System => None,
        }
    }

    /// Whose rights and records count: the one for whom the member stands in, else the member.
    pub fn principal(&self) -> Option<MemberId> {
        self.on_behalf_of().or_else(|| self.member())
    }

    /// The word that the ledger keeps.
    pub fn kind(&self) -> &'static str {
        match self.who {
            ActorKind::Member { .. } => "member",
            ActorKind::Customer => "customer",
            ActorKind::Public => "public",
            ActorKind::System => "system",
        }
    }

    /// The member's rights.
    pub fn grants(&self) -> &Grants {
        &self.grants
    }

    /// The member's department.
    pub fn department(&self) -> Option<DepartmentId> {
        self.grants.department
    }

    /// Whether the actor has a permission at any reach, where there is no record to ask about. One that hangs on circumstances needs a
    /// record.
    pub fn may(&self, permission: &str) -> bool {
        let plain = |grants: &Vec<Grant>| grants.iter().any(|grant| grant.when.is_none());
        self.who == ActorKind::System || self.grants.permissions.get(permission).is_some_and(plain)
    }

    /// Whether the actor may do this to a record as far as its owner, department and people tell; what hangs on more is for
    /// [`Judged`](super::Judged).
    pub(crate) fn may_plainly(&self, permission: &str, record: &impl Owned) -> bool {
        if self.who == ActorKind::System {
            return true;
        }
        let Some(grants) = self.grants.permissions.get(permission) else {
            return false;
        };
        let plain = grants.iter().filter(|grant| grant.when.is_none());
        plain
            .map(|grant| grant.reach)
            .any(|reach| self.is_within(reach, record))
    }

    /// Whether a record lies within a reach of the actor's, whatever may be done to it.
    pub fn is_within(&self, reach: Reach, record: &impl Owned) -> bool {
        let Some(member) = self.principal() else {
            return false;
        };
        let owns = record.owner() == Some(member);
        let named = owns || record.named().contains(&member);
        let department = record.department();
        match reach {
            Reach::Own => owns,
            Reach::Team => named,
            Reach::Department => named || (department.is_some() && department == self.grants.department),
            Reach::Tree => {
                named || department.is_some_and(|department| self.grants.tree.contains(&department))
            }
            Reach::Company => true,
        }
    }

    /// What must be looked at before it is known whether this, or anything more, is permitted on a record.
    pub(crate) fn questions(
        &self,
        app: &App,
        record: &impl Owned,
        permission: Option<&str>,
    ) -> Vec<Question> {
        if self.principal().is_none() {
            return Vec::new();
        }
        let kind = record.subject().kind;
        let vocabulary = &app.registry().vocabulary;
        let wanted =
            |name: &str| permission.is_none_or(|wanted| wanted == name) && !self.may_plainly(name, record);
        let mut questions = Vec::new();
        for (name, grants) in &self.grants.permissions {
            for grant in grants {
                let Some(when) = &grant.when else { continue };
                if vocabulary.leads_to(&kind, &when.on) && self.is_within(grant.reach, record) && wanted(name)
                {
                    questions.push(Question {
                        permission: name.clone(),
                        role: None,
                        when: Some(when.clone()),
                    });
                }
            }
        }
        let near = self
            .grants
            .roles
            .iter()
            .filter(|role| vocabulary.leads_to(&kind, &role.of));
        for role in near {
            for (name, when) in role.permissions.iter().filter(|(name, _)| wanted(name)) {
                questions.push(Question {
                    permission: name.clone(),
                    role: Some((role.role.clone(), role.of.clone())),
                    when: when.clone(),
                });
            }
        }
        questions
    }

    /// What the actor may see under a permission.
    pub fn scope(&self, permission: &str) -> Scope {
        if self.who == ActorKind::System {
            return Scope::whole();
        }
        Scope {
            member: self.principal(),
            department: self.grants.department,
            tree: self.grants.tree.clone(),
            reach: self.grants.reach(permission),
            roles: self.grants.roles_reading(permission),
        }
    }
}

/// Rights of members, kept by the generation they were read in.
#[derive(Default)]
pub struct GrantCache(RwLock<HashMap<(MemberId, i64, chrono::NaiveDate), Arc<Grants>>>);

impl GrantCache {
    /// Rights read before in this generation and on this day.
    pub fn get(&self, member: MemberId, generation: i64, day: chrono::NaiveDate) -> Option<Arc<Grants>> {
        self.0.read().ok()?.get(&(member, generation, day)).cloned()
    }

    /// Keeps rights; those of older generations go.
    pub fn put(&self, member: MemberId, generation: i64, day: chrono::NaiveDate, grants: Arc<Grants>) {
        if let Ok(mut cache) = self.0.write() {
            cache.retain(|(_, kept, on), _| *kept == generation && *on == day);
            cache.insert((member, generation, day), grants);
        }
    }
}
