//! What a grade gives to its subject.

use xianji_kernel::calendar::Span;

use super::Who;

/// One gift of a grade: a number of monitors, who appoints, how often it is supervised.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    Who(Who),
    Number(i64),
    Time(Span),
    Flag(bool),
    Text(String),
}
