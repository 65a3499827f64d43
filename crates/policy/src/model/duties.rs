//! Positions and what they may do, bodies, skills and secrecy.

use xianji_kernel::calendar::Span;
use xianji_kernel::text::Text;

use super::shelf::named;
use super::{NeedItem, Who};
use crate::condition::Condition;

/// A post in the company, or, with `of`, a role in a record's team.
#[derive(Clone, Debug)]
pub struct Position {
    pub id: String,
    pub name: Text,
    /// Kind of record in whose team it is a role.
    pub of: Option<String>,
    pub may: Vec<Permission>,
    /// How far its permissions go where they do not say so themselves.
    pub reach: Reach,
    /// In words, for the appointment and the person's page.
    pub duties: Vec<Text>,
}

/// One permission: an action by its full name; `inquiry.*` and `*.read` stand for all that fit.
#[derive(Clone, Debug)]
pub struct Permission {
    pub action: String,
    pub when: Option<When>,
    pub reach: Reach,
}

/// Under which circumstances of a record a permission holds.
#[derive(Clone, Debug)]
pub struct When {
    /// Kind of the record of which the condition speaks: the one acted on, or what it belongs to.
    pub on: String,
    pub condition: Condition,
}

impl Permission {
    /// Whether it speaks of this action (its condition is judged apart).
    pub fn covers(&self, action: &str) -> bool {
        let (kind, act) = self.action.split_once('.').unwrap_or((&self.action, "*"));
        let (of, what) = action.split_once('.').unwrap_or((action, ""));
        (kind == "*" || kind == of) && (act == "*" || act == what)
    }
}

/// How far a duty goes. Each holds the one before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// What I own.
    #[default]
    Own,
    /// What I am named on.
    Team,
    Department,
    /// My department and those below.
    Tree,
    Company,
}

/// A body of several people: committee, office, customer group.
#[derive(Clone, Debug)]
pub struct Body {
    pub id: String,
    pub name: Text,
}

/// What is confidential, and who reads it.
#[derive(Clone, Debug)]
pub struct Secrecy {
    pub id: String,
    pub name: Text,
    /// Record fields: `contact.phone`.
    pub holds: Vec<(String, String)>,
    pub readers: Vec<Who>,
    /// What a reader must have done or hold.
    pub needs: Vec<NeedItem>,
}

/// Something a member can hold, at a level, until it expires.
#[derive(Clone, Debug)]
pub struct Skill {
    pub id: String,
    pub name: Text,
    /// Highest level.
    pub levels: u8,
    /// How long it holds once proved.
    pub valid: Option<Span>,
}

named!(Position, Body, Secrecy, Skill);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_permission_covers_its_action_and_a_star_all_that_fit() {
        let permission = |action: &str| Permission {
            action: action.into(),
            when: None,
            reach: Reach::Own,
        };
        assert!(permission("inquiry.assign").covers("inquiry.assign"));
        assert!(permission("inquiry.*").covers("inquiry.close"));
        assert!(permission("*.read").covers("project.read"));
        assert!(!permission("*.read").covers("project.advance"));
        assert!(!permission("inquiry.assign").covers("inquiry.assigned"));
    }
}
