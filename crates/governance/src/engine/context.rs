//! What the engine looks around with: a database view, the packs in force and one reading of the clock.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use xianji_platform::policy_book::PolicyBook;
use xianji_platform::work::Seen;
use xianji_platform::{App, Conn, Work};

/// A view of the house at one moment.
pub struct Context<'a> {
    /// Reads go here; inside a unit of work they see its own writes.
    pub db: Conn<'a>,
    /// The running house.
    pub app: &'a App,
    /// Packs in force.
    pub book: Arc<PolicyBook>,
    /// The one reading of the clock.
    pub now: DateTime<Utc>,
    /// Facts that the unit of work has read already; a read keeps none.
    pub seen: Option<&'a Seen>,
}

impl<'a> Context<'a> {
    /// As a unit of work sees it.
    pub fn of(work: &'a Work) -> Self {
        Self {
            db: work.db(),
            app: work.app(),
            book: work.policies().clone(),
            now: work.now,
            seen: Some(work.seen()),
        }
    }

    /// As a read sees it.
    pub fn read(app: &'a App) -> Self {
        Self {
            db: app.reader(),
            app,
            book: app.policies(),
            now: app.now(),
            seen: None,
        }
    }

    /// The company's day.
    pub fn today(&self) -> NaiveDate {
        self.book.today(self.now)
    }
}
