//! The lives that a pack gives to records, their stages, and the grades of records.

use std::collections::BTreeMap;

use xianji_kernel::text::Text;

use super::shelf::{Shelf, named};
use super::{Given, NeedItem, Time, Who};
use crate::condition::Condition;

/// Which stages a record passes, inside which of its states.
#[derive(Clone, Debug)]
pub struct Lifecycle {
    pub id: String,
    pub name: Text,
    /// Kind of record.
    pub of: String,
    pub when: Option<Condition>,
    pub rank: i64,
    /// State and its stages, in order.
    pub stages: Vec<(String, Vec<String>)>,
    /// Stages to which a record may be sent back.
    pub back: Vec<String>,
}

impl Lifecycle {
    /// All stages in order, across states.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.stages
            .iter()
            .flat_map(|(_, stages)| stages.iter().map(String::as_str))
    }

    /// The stages up to this one, itself with them.
    pub fn reached<'a>(&'a self, stage: &str) -> impl Iterator<Item = &'a str> {
        let upto = self.place(stage).map_or(0, |place| place + 1);
        self.all().take(upto)
    }

    /// The stages inside a state.
    pub fn within(&self, state: &str) -> &[String] {
        self.stages
            .iter()
            .find(|(name, _)| name == state)
            .map_or(&[], |(_, stages)| stages)
    }

    /// The stage in which a record begins.
    pub fn first(&self) -> Option<&str> {
        self.all().next()
    }

    /// The stage after this one inside the same state.
    pub fn next(&self, stage: &str) -> Option<&str> {
        let within = self.within(self.state_of(stage)?);
        let here = within.iter().position(|other| other == stage)?;
        within.get(here + 1).map(String::as_str)
    }

    /// The state in which a stage lies.
    pub fn state_of(&self, stage: &str) -> Option<&str> {
        self.stages
            .iter()
            .find(|(_, stages)| stages.iter().any(|other| other == stage))
            .map(|(state, _)| state.as_str())
    }

    /// Whether one may go from the one stage to the other: to the next, or back to one that allows it.
    pub fn follows(&self, stage: &str, to: &str) -> bool {
        let place = |id: &str| self.all().position(|other| other == id);
        self.next(stage) == Some(to)
            || (self.back.iter().any(|back| back == to)
                && self.state_of(stage) == self.state_of(to)
                && place(to) < place(stage))
    }

    /// Where a stage stands, from 0; the stage bar and sorting use it.
    pub fn place(&self, stage: &str) -> Option<usize> {
        self.all().position(|other| other == stage)
    }
}

/// A stage. Its entry and exit needs are also gates, its limit also an obligation of the pack.
#[derive(Clone, Debug)]
pub struct Stage {
    pub id: String,
    pub name: Text,
    pub responsible: Option<Who>,
    pub limit: Option<Time>,
    pub enter: Vec<NeedItem>,
    pub leave: Vec<NeedItem>,
    pub skip: Option<Skip>,
}

/// When a stage may be left out, and which approval that takes.
#[derive(Clone, Debug)]
pub struct Skip {
    pub when: Option<Condition>,
    pub by: Option<String>,
}

/// A classification of records, with its grades from the highest rank down.
#[derive(Clone, Debug)]
pub struct Grading {
    pub id: String,
    pub name: Text,
    pub of: String,
    /// The form whose ticks are the flags.
    pub sheet: Option<String>,
    /// The approval that confirms a grade; without, it counts at once.
    pub confirm: Option<String>,
    pub grades: Shelf<Grade>,
}

impl Grading {
    /// The grades from the highest rank down.
    pub fn ranked(&self) -> Vec<&Grade> {
        let mut grades: Vec<_> = self.grades.iter().collect();
        grades.sort_by_key(|grade| std::cmp::Reverse(grade.rank));
        grades
    }
}

/// A class: what puts a record there, and what that gives.
#[derive(Clone, Debug)]
pub struct Grade {
    /// Counts within its grading.
    pub id: String,
    pub grading: String,
    pub name: Text,
    /// The highest whose criteria hold applies.
    pub rank: i64,
    /// One is enough; with `any` and `all` both empty it is the class of those that no other takes.
    pub any: Vec<NeedItem>,
    pub all: Vec<NeedItem>,
    pub gives: BTreeMap<String, Given>,
    /// They read every record of this grade and above.
    pub watched_by: Vec<Who>,
}

named!(Lifecycle, Stage, Grading, Grade);

#[cfg(test)]
mod tests {
    use super::*;

    fn city() -> Lifecycle {
        let list = |ids: &[&str]| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
        Lifecycle {
            id: "city".into(),
            name: Text::default(),
            of: "project".into(),
            when: None,
            rank: 0,
            stages: vec![
                ("active".into(), list(&["potential", "planning", "bidding"])),
                ("won".into(), list(&["follow-up"])),
            ],
            back: list(&["planning"]),
        }
    }

    #[test]
    fn a_record_moves_to_the_next_stage_or_back_where_the_pack_allows() {
        let life = city();
        assert!(life.follows("potential", "planning"));
        assert!(!life.follows("potential", "bidding"));
        assert!(life.follows("bidding", "planning"));
        assert!(!life.follows("bidding", "potential"));
        assert!(
            !life.follows("bidding", "follow-up"),
            "winning is a state of its own, not a step"
        );
        assert_eq!(life.state_of("follow-up"), Some("won"));
        assert_eq!(
            life.reached("planning").collect::<Vec<_>>(),
            ["potential", "planning"]
        );
    }
}
