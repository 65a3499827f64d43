//! A pack applied to one subject: which facts a condition sees, whom an expression means, when something is due.

mod case;
mod context;
mod parts;
mod people;
mod roots;
mod time;
mod who;

pub(crate) use case::ledger_last;
pub use case::{COMPANY, Case};
pub use context::Context;
pub use parts::parts_of;
pub(crate) use people::people_changed;
pub use people::{above, holders, is_active, must_all_be_active, must_be_active};
pub use roots::Roots;
pub(crate) use time::company_calendar;
pub(crate) use time::fixed_moment;
pub use time::{Account, DueTime, Limit, calendar, due, entries, rests_on_event};
pub use who::{Mode, Nobody, People, named, names_event, resolve, resolve_somebody, standing_in};
