//! What a grade gives to its subject.

use xianji_kernel::beat::Beat;
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

impl Given {
    /// How often something comes round that a grade gives a rhythm to: `supervise = "1 month"` every month, or a beat written out.
    pub fn beat(&self) -> Option<Beat> {
        match self {
            Self::Time(Span::WorkingDays(1) | Span::Days(1)) => Some(Beat::WorkingDay),
            Self::Time(Span::Weeks(1) | Span::Days(7)) => Some(Beat::Week),
            Self::Time(Span::Months(1)) => Some(Beat::Month),
            Self::Time(Span::Months(3)) => Some(Beat::Quarter),
            Self::Time(Span::Years(1) | Span::Months(12)) => Some(Beat::Year),
            Self::Text(text) => text.parse().ok(),
            Self::Time(_) | Self::Who(_) | Self::Number(_) | Self::Flag(_) => None,
        }
    }
}
