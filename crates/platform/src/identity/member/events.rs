//! What happens to members. Names, log-ins, mail addresses and phone numbers stand beside the event.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use xianji_policy::{EventDecl, FactDecl, FactType};

use crate::id::{DepartmentId, MemberId, Subject};
use crate::work::Event;

/// A member was made.
#[derive(Clone, Debug, Serialize)]
pub struct MemberCreated {
    /// Who.
    #[serde(skip)]
    pub member: MemberId,
    /// First department.
    pub department: DepartmentId,
    /// Heads it.
    pub head: bool,
    /// Name, log-in, mail address, phone number.
    #[serde(skip)]
    pub personal: Vec<(&'static str, String)>,
}

impl Event for MemberCreated {
    const NAME: &'static str = "member.created";
    fn subject(&self) -> Subject {
        Subject::new("member", self.member)
    }
    fn personal(&self) -> Vec<(&'static str, String)> {
        self.personal.clone()
    }
    fn declared() -> EventDecl {
        let facts = vec![
            FactDecl::new("department", FactType::Department, "first department"),
            FactDecl::new("head", FactType::Flag, "heads it"),
        ];
        EventDecl::new(Self::NAME, facts)
    }
}

/// Fields of a member changed.
#[derive(Clone, Debug, Serialize)]
pub struct MemberChanged {
    /// Who.
    #[serde(skip)]
    pub member: MemberId,
    /// Names of the fields.
    pub fields: Vec<String>,
    /// Their new values.
    #[serde(skip)]
    pub personal: Vec<(&'static str, String)>,
}

impl MemberChanged {
    /// Notes a field whose value is personal, if it changed.
    pub(super) fn note(&mut self, field: &'static str, before: Option<&String>, now: Option<&String>) {
        if before != now {
            self.fields.push(field.to_owned());
            self.personal.push((field, now.cloned().unwrap_or_default()));
        }
    }
}

impl Event for MemberChanged {
    const NAME: &'static str = "member.changed";
    fn subject(&self) -> Subject {
        Subject::new("member", self.member)
    }
    fn personal(&self) -> Vec<(&'static str, String)> {
        self.personal.clone()
    }
    fn declared() -> EventDecl {
        EventDecl::new(
            Self::NAME,
            vec![FactDecl::new(
                "fields",
                FactType::list(FactType::Text),
                "what changed",
            )],
        )
    }
}

crate::event!(
    /// A member left the house.
    MemberDeactivated = "member.deactivated", member: MemberId => "member" {}
);
crate::event!(
    /// A member came back.
    MemberReactivated = "member.reactivated", member: MemberId => "member" {}
);
crate::event!(
    /// What was known of a member as a person is gone; so many values were erased beside the ledger's events.
    MemberErased = "member.erased", member: MemberId => "member" { values: u64 as Integer }
);
crate::event!(
    /// A member changed department, or became or ceased to be its head.
    MemberMoved = "member.moved", member: MemberId => "member" {
        from: Option<DepartmentId> as Department,
        to: DepartmentId as Department,
        head: bool as Flag,
        from_date: NaiveDate as Date,
    }
);
crate::event!(
    /// A member has a new password; every session but the one that set it has ended.
    MemberPasswordChanged = "member.password_changed", member: MemberId => "member" {}
);
crate::event!(
    /// A member holds a position from a day on.
    PositionAssigned = "position.assigned", member: MemberId => "member" {
        position: String as Text,
        department: Option<DepartmentId> as Department,
        from_date: NaiveDate as Date,
        until_date: Option<NaiveDate> as Date,
    }
);
crate::event!(
    /// A member holds a position no longer.
    PositionEnded = "position.ended", member: MemberId => "member" {
        position: String as Text,
        until_date: NaiveDate as Date,
    }
);
crate::event!(
    /// A member holds a skill at a level.
    SkillRecorded = "skill.recorded", member: MemberId => "member" {
        skill: String as Text,
        level: i32 as Integer,
        until_date: Option<NaiveDate> as Date,
    }
);
crate::event!(
    /// A member will be away. The reason stays with the row.
    AbsenceRecorded = "absence.recorded", member: MemberId => "member" {
        from_at: DateTime<Utc> as Instant,
        until_at: DateTime<Utc> as Instant,
    }
);
crate::event!(
    /// A member is back earlier, or does not go.
    AbsenceEnded = "absence.ended", member: MemberId => "member" { until_at: DateTime<Utc> as Instant }
);
crate::event!(
    /// Another may act for a member.
    DelegationGiven = "delegation.given", member: MemberId => "member" {
        delegate: MemberId as Member,
        from_at: DateTime<Utc> as Instant,
        until_at: DateTime<Utc> as Instant,
    }
);
crate::event!(
    /// Another may no longer act for a member.
    DelegationEnded = "delegation.ended", member: MemberId => "member" { delegate: MemberId as Member }
);
