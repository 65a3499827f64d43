//! What packs may speak of: the record kinds, facts, events and actions that the house has declared.
//!
//! Plain data. Each record declares its part once, `server` puts them together, and every condition, event name
//! and action of a pack is checked against the whole before anything is published.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The type of a fact; it decides which comparisons and sums a condition may make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactType {
    /// True or false.
    Flag,
    /// A whole number: a count, a rank, a level.
    Integer,
    /// A number with decimals.
    Number,
    /// A whole number of hundredths.
    Percent,
    /// Minor units of the home currency; compares and adds with money alone.
    Money,
    /// Free text.
    Text,
    /// One of these codes.
    Choice(Vec<String>),
    /// A day without time, `2026-03-02`.
    Date,
    /// A moment, UTC.
    Instant,
    /// A member's id.
    Member,
    /// A department's id.
    Department,
    /// Several of one type.
    List(Box<FactType>),
    /// A record with fields of its own: the facts of a declared kind, or an inline shape.
    Record(RecordShape),
}

/// What a fact of type [`FactType::Record`] leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordShape {
    /// The facts of the kind of this name.
    Kind(String),
    /// These fields.
    Fields(Vec<FactDecl>),
}

impl FactType {
    /// A record of the kind of this name.
    pub fn kind(name: &str) -> FactType {
        FactType::Record(RecordShape::Kind(name.into()))
    }

    /// A record with fields written out.
    pub fn fields(fields: Vec<FactDecl>) -> FactType {
        FactType::Record(RecordShape::Fields(fields))
    }

    /// Several of this type.
    pub fn list(of: FactType) -> FactType {
        FactType::List(Box::new(of))
    }

    /// One of these codes.
    pub fn choice(codes: &[&str]) -> FactType {
        FactType::Choice(codes.iter().map(|code| (*code).into()).collect())
    }

    /// Whether a due time may be counted from it.
    pub fn is_time(&self) -> bool {
        matches!(self, FactType::Date | FactType::Instant)
    }
}

impl fmt::Display for FactType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FactType::Flag => f.write_str("flag"),
            FactType::Integer => f.write_str("integer"),
            FactType::Number => f.write_str("number"),
            FactType::Percent => f.write_str("percent"),
            FactType::Money => f.write_str("money"),
            FactType::Text => f.write_str("text"),
            FactType::Choice(codes) => write!(f, "choice of {}", codes.join(", ")),
            FactType::Date => f.write_str("date"),
            FactType::Instant => f.write_str("instant"),
            FactType::Member => f.write_str("member"),
            FactType::Department => f.write_str("department"),
            FactType::List(of) => write!(f, "list of {of}"),
            FactType::Record(RecordShape::Kind(kind)) => write!(f, "{kind}"),
            FactType::Record(RecordShape::Fields(_)) => f.write_str("record"),
        }
    }
}

/// One thing that may be asked of a record or an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactDecl {
    /// As conditions write it, snake_case.
    pub name: String,
    pub ty: FactType,
    /// What it means, for the editor's completion.
    pub doc: String,
}

impl FactDecl {
    pub fn new(name: &str, ty: FactType, doc: &str) -> FactDecl {
        FactDecl {
            name: name.into(),
            ty,
            doc: doc.into(),
        }
    }
}

/// Something that may happen, by its full name (`inquiry.received`), with the facts that it carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventDecl {
    pub name: String,
    pub facts: Vec<FactDecl>,
}

impl EventDecl {
    pub fn new(name: &str, facts: Vec<FactDecl>) -> EventDecl {
        EventDecl {
            name: name.into(),
            facts,
        }
    }

    pub fn fact(&self, name: &str) -> Option<&FactDecl> {
        self.facts.iter().find(|fact| fact.name == name)
    }
}

/// What a form needs to make a record of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Making {
    /// The kind of record that the form is filed on.
    pub on: String,
    /// What may be given, by fields of the same name.
    pub fields: Vec<FactDecl>,
    /// What must be given.
    pub required: Vec<String>,
}

/// All that one record kind lets packs say about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindDecl {
    /// `inquiry`, `project`, …
    pub name: String,
    pub facts: Vec<FactDecl>,
    /// What it belongs to: the fact that leads there, and the kind found there. Needs are sought along this way.
    pub belongs_to: Vec<(String, String)>,
    /// Its parts, records of their own that belong to it: by which name `for_each` walks them, and their kind.
    pub parts: Vec<(String, String)>,
    /// How a form makes one; not at all, without.
    pub making: Option<Making>,
    pub events: Vec<EventDecl>,
    /// Full names, the same words as the permissions: `project.advance`.
    pub actions: Vec<String>,
    pub states: Vec<String>,
    /// Roles of the engine's own in the record's team; a pack's positions with `of` come on top.
    pub roles: Vec<String>,
    /// Actions done before there is such a record, and the kind of record on which they are permitted, if on any.
    pub beginnings: Vec<(String, Option<String>)>,
    /// Where on the record's page a fact is supplied: `?tab=plan` for `planned`.
    pub places: Vec<(String, String)>,
    /// Where fields that packs add are supplied, if not there where everything is.
    pub added_at: Option<String>,
    /// Whether a pack may add roles to its team.
    pub team: bool,
    /// Whether it keeps no pack version of its own but goes by that of the record it belongs to.
    pub follows: bool,
    /// What the house does for such records when a pack says so: `lifecycle`, `route`, `deliverable`, `secrecy`, and what is asked of an
    /// approval, `approval:initiation`. A statement about another kind would stand there and do nothing.
    pub serves: Vec<String>,
}

impl KindDecl {
    pub fn new(name: &str) -> KindDecl {
        KindDecl {
            name: name.into(),
            ..KindDecl::default()
        }
    }

    pub fn fact(&self, name: &str) -> Option<&FactDecl> {
        self.facts.iter().find(|fact| fact.name == name)
    }

    /// Adds a fact; for building declarations in one expression.
    pub fn with_fact(mut self, name: &str, ty: FactType, doc: &str) -> KindDecl {
        self.facts.push(FactDecl::new(name, ty, doc));
        self
    }

    /// Says where on the record's page these facts are supplied: a gate that misses one leads there.
    pub fn with_place(mut self, place: &str, facts: &[&str]) -> KindDecl {
        let facts = facts.iter().map(|fact| ((*fact).into(), place.into()));
        self.places.extend(facts);
        self
    }

    /// Says where fields that packs add are supplied.
    pub fn with_place_of_added(mut self, place: &str) -> KindDecl {
        self.added_at = Some(place.into());
        self
    }

    /// Where a fact is supplied, if the kind says so; what it does not declare was added by a pack.
    pub fn place_of(&self, fact: &str) -> Option<&str> {
        let own = self.places.iter().find(|(known, _)| known == fact);
        match own {
            Some((_, place)) => Some(place),
            None if self.fact(fact).is_none() => self.added_at.as_deref(),
            None => None,
        }
    }

    /// Adds what the record belongs to, reached by `fact`.
    pub fn with_owner(mut self, fact: &str, kind: &str) -> KindDecl {
        self.belongs_to.push((fact.into(), kind.into()));
        self
    }

    /// Adds parts that `for_each` may walk, as `tasks` of a project.
    pub fn with_parts(mut self, name: &str, kind: &str) -> KindDecl {
        self.parts.push((name.into(), kind.into()));
        self
    }

    /// A form on `on` may make one, from these fields; those with `true` must be given.
    pub fn with_making(mut self, on: &str, fields: &[(&str, FactType, bool)]) -> KindDecl {
        let declared = fields
            .iter()
            .map(|(name, ty, _)| FactDecl::new(name, ty.clone(), ""));
        let required = fields.iter().filter(|(_, _, required)| *required);
        self.making = Some(Making {
            on: on.into(),
            fields: declared.collect(),
            required: required.map(|(name, ..)| (*name).into()).collect(),
        });
        self
    }

    /// The kind of the parts of this name.
    pub fn part(&self, name: &str) -> Option<&str> {
        self.parts
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, kind)| kind.as_str())
    }

    /// Adds an event by its full name.
    pub fn with_event(mut self, name: &str, facts: Vec<FactDecl>) -> KindDecl {
        self.events.push(EventDecl::new(name, facts));
        self
    }

    /// Adds actions by their full names.
    pub fn with_actions(mut self, names: &[&str]) -> KindDecl {
        self.actions.extend(names.iter().map(|name| (*name).to_string()));
        self
    }

    /// Marks an action as one that makes such a record, permitted on a record of another kind or on none.
    pub fn with_beginning(mut self, action: &str, on: Option<&str>) -> KindDecl {
        self.beginnings.push((action.into(), on.map(Into::into)));
        self
    }

    /// Lets packs add roles to its team.
    pub fn with_team(mut self) -> KindDecl {
        self.team = true;
        self
    }

    /// Goes by the pack version of the record it belongs to.
    pub fn following(mut self) -> KindDecl {
        self.follows = true;
        self
    }

    /// Names what the house does for such records when a pack says so.
    pub fn serving(mut self, words: &[&str]) -> KindDecl {
        self.serves.extend(words.iter().map(|word| (*word).to_string()));
        self
    }

    /// Names the states of the record's life.
    pub fn with_states(mut self, names: &[&str]) -> KindDecl {
        self.states.extend(names.iter().map(|name| (*name).to_string()));
        self
    }

    /// Names the roles that its team knows without a pack.
    pub fn with_roles(mut self, names: &[&str]) -> KindDecl {
        self.roles.extend(names.iter().map(|name| (*name).to_string()));
        self
    }
}

/// Everything declared, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    kinds: BTreeMap<String, KindDecl>,
}

impl Vocabulary {
    pub fn new(kinds: impl IntoIterator<Item = KindDecl>) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for kind in kinds {
            vocabulary.declare(kind);
        }
        vocabulary
    }

    /// Adds a kind; a kind declared before is widened by what is new.
    pub fn declare(&mut self, kind: KindDecl) {
        let known = self
            .kinds
            .entry(kind.name.clone())
            .or_insert_with(|| KindDecl::new(&kind.name));
        for fact in kind.facts {
            if known.fact(&fact.name).is_none() {
                known.facts.push(fact);
            }
        }
        for event in kind.events {
            if !known.events.iter().any(|other| other.name == event.name) {
                known.events.push(event);
            }
        }
        join(&mut known.belongs_to, kind.belongs_to);
        join(&mut known.parts, kind.parts);
        known.making = known.making.take().or(kind.making);
        join(&mut known.actions, kind.actions);
        join(&mut known.states, kind.states);
        join(&mut known.roles, kind.roles);
        join(&mut known.beginnings, kind.beginnings);
        join(&mut known.places, kind.places);
        known.added_at = known.added_at.take().or(kind.added_at);
        known.team |= kind.team;
        known.follows |= kind.follows;
        join(&mut known.serves, kind.serves);
    }

    pub fn kind(&self, name: &str) -> Option<&KindDecl> {
        self.kinds.get(name)
    }

    pub fn kinds(&self) -> impl Iterator<Item = &KindDecl> {
        self.kinds.values()
    }

    /// An event by its full name, whichever kind declares it.
    pub fn event(&self, name: &str) -> Option<&EventDecl> {
        self.events().find(|event| event.name == name)
    }

    pub fn events(&self) -> impl Iterator<Item = &EventDecl> {
        self.kinds.values().flat_map(|kind| kind.events.iter())
    }

    /// The kind that declares this action, by its full name (`project.advance`).
    pub fn action(&self, name: &str) -> Option<&KindDecl> {
        self.kinds
            .values()
            .find(|kind| kind.actions.iter().any(|action| action == name))
    }

    pub fn actions(&self) -> impl Iterator<Item = &str> {
        self.kinds
            .values()
            .flat_map(|kind| kind.actions.iter().map(String::as_str))
    }

    /// Whether a record of one kind is one of another, or belongs to one by some way.
    pub fn leads_to(&self, kind: &str, above: &str) -> bool {
        let (mut waiting, mut seen) = (vec![kind], BTreeSet::new());
        while let Some(kind) = waiting.pop() {
            if kind == above {
                return true;
            }
            if seen.insert(kind) {
                let owners = self.kind(kind).into_iter().flat_map(|kind| &kind.belongs_to);
                waiting.extend(owners.map(|(_, owner)| owner.as_str()));
            }
        }
        false
    }

    /// The kind whose records have those of this one as parts.
    pub fn whole_of(&self, kind: &str) -> Option<&str> {
        self.kinds
            .values()
            .find(|whole| whole.parts.iter().any(|(_, part)| part == kind))
            .map(|whole| whole.name.as_str())
    }

    /// The kind of record on which an action is permitted: its own, what stands above it while it makes one, or none.
    pub fn permitted_on<'a>(&'a self, action: &'a str) -> Option<&'a str> {
        let (kind, _) = action.split_once('.')?;
        let declared = self.kind(kind)?;
        match declared.beginnings.iter().find(|(known, _)| known == action) {
            Some((_, on)) => on.as_deref(),
            None => (!declared.facts.is_empty()).then_some(declared.name.as_str()),
        }
    }

    /// The type found at the end of a path of facts that starts at a kind: `["customer", "owner"]` from `project`.
    pub fn walk(&self, kind: &str, path: &[String]) -> Option<FactType> {
        let mut here = FactType::kind(kind);
        for name in path {
            let of = match &here {
                FactType::List(of) => (**of).clone(),
                other => other.clone(),
            };
            here = match of {
                FactType::Record(RecordShape::Kind(kind)) => self.kind(&kind)?.fact(name)?.ty.clone(),
                FactType::Record(RecordShape::Fields(fields)) => {
                    fields.into_iter().find(|fact| fact.name == *name)?.ty
                }
                _ => return None,
            };
        }
        Some(here)
    }
}

fn join<T: PartialEq>(into: &mut Vec<T>, more: Vec<T>) {
    for item in more {
        if !into.contains(&item) {
            into.push(item);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_declared_twice_is_widened_and_never_doubled() {
        let project = || {
            KindDecl::new("project")
                .with_fact("amount", FactType::Money, "")
                .with_actions(&["project.advance"])
        };
        let vocabulary = Vocabulary::new([project(), project().with_fact("stage", FactType::Text, "")]);
        let kind = vocabulary.kind("project").expect("declared");
        assert_eq!(kind.facts.len(), 2);
        assert_eq!(
            vocabulary
                .action("project.advance")
                .map(|kind| kind.name.as_str()),
            Some("project")
        );
    }

    #[test]
    fn a_fact_is_supplied_where_its_kind_says_and_an_added_one_where_all_added_ones_are() {
        let project = KindDecl::new("project")
            .with_fact("planned", FactType::Flag, "")
            .with_fact("state", FactType::Text, "")
            .with_place("?tab=plan", &["planned"])
            .with_place_of_added("?panel=edit");
        assert_eq!(project.place_of("planned"), Some("?tab=plan"));
        assert_eq!(project.place_of("state"), None);
        assert_eq!(project.place_of("contract_mode"), Some("?panel=edit"));
    }

    #[test]
    fn a_path_is_walked_through_kinds_and_inline_records() {
        let vocabulary = Vocabulary::new([
            KindDecl::new("project").with_fact("customer", FactType::kind("customer"), ""),
            KindDecl::new("customer").with_fact(
                "head",
                FactType::fields(vec![FactDecl::new("name", FactType::Text, "")]),
                "",
            ),
        ]);
        let path = |words: &[&str]| words.iter().map(|word| word.to_string()).collect::<Vec<_>>();
        assert_eq!(
            vocabulary.walk("project", &path(&["customer", "head", "name"])),
            Some(FactType::Text)
        );
        assert_eq!(vocabulary.walk("project", &path(&["customer", "tail"])), None);
    }
}
