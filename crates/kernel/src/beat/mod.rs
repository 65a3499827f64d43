//! Beats: what comes round again. A weekly report, a month's assessment, a greeting before each
//! festival are occurrences of a beat, each with a key that never changes, so that opening one
//! twice changes nothing.

mod occurrence;
mod period;
mod rule;

pub use occurrence::{IfClosed, Occurrence};
pub use period::{Period, PeriodError, Stretch};
pub use rule::{Beat, BeatError, Recurrence};
