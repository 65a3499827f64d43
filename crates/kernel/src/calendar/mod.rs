//! Working time: the working week with several periods a day, public holidays, make-up working
//! days, shifts over midnight, in the company's time zone; limits such as "2 working hours" or
//! "end of the next working day", and due times that can say how they came about.
//!
//! A period is half open: 12:00 is no longer working time of "09:00-12:00". Local times that a
//! zone skips stand for the first instant after the gap; of a local time that comes twice a
//! period begins with the first and ends with the second. Instants outside the years 1 to 9998
//! are taken as those limits.

mod arithmetic;
mod due;
mod explain;
mod holidays;
mod span;
mod week;
mod work;
mod zone;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use due::{Due, DueStep, Pause};
pub use holidays::{DayKind, HEADING as HOLIDAY_HEADING, HolidayError, Holidays};
pub use span::{Span, SpanError};
pub use week::{Period, Week, WeekError, WeekFault};
pub use work::{CalendarError, WorkCalendar};
