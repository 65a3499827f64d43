//! Limits by category and priority, working calendars, and who gets what comes in.

use std::collections::BTreeMap;

use xianji_kernel::calendar::{Span, Week};
use xianji_kernel::text::Text;

use super::shelf::named;
use super::{NeedItem, Who};
use crate::condition::Condition;

/// Limits that hold for some records of a kind; of several that fit the highest rank.
#[derive(Clone, Debug)]
pub struct Service {
    pub id: String,
    pub name: Option<Text>,
    pub of: String,
    pub when: Option<Condition>,
    pub rank: i64,
    pub calendar: Option<String>,
    /// `first_reply`, `completion`, …
    pub limits: BTreeMap<String, Span>,
}

/// A working week under a name; time zone and holidays are the company's.
#[derive(Clone, Debug)]
pub struct CalendarStatement {
    pub id: String,
    pub name: Option<Text>,
    pub week: Week,
    /// The table of public holidays: `CN`, or none.
    pub holidays: Option<String>,
}

/// Who gets a record that comes in.
#[derive(Clone, Debug)]
pub struct Route {
    pub id: String,
    pub name: Option<Text>,
    pub of: String,
    pub when: Option<Condition>,
    pub rank: i64,
    pub to: Who,
    /// What the person chosen must hold.
    pub needs: Vec<NeedItem>,
    pub pick: Pick,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pick {
    /// The smallest load: standard hours of what is open by hours available.
    #[default]
    LeastLoaded,
    /// Each in turn.
    InTurn,
    /// Nobody yet: it waits until one takes it.
    Queue,
}

named!(Service, CalendarStatement, Route);
