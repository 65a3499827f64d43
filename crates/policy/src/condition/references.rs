//! What a condition asks for; whoever judges it loads these beforehand.

use std::fmt;

/// Something that must be at hand before a condition is judged. Everything but [`Reference::Fact`] is answered in
/// [`Facts::answers`](super::Facts::answers).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reference {
    /// `project.customer.name`; an empty path asks for the root itself. Found in `Facts::roots`.
    Fact { root: String, path: Vec<String> },
    /// `form(project, 'x')`: the filed sheet's fields as an object, null when none is filed.
    Form { subject: String, form: String },
    /// `metric('x', 'month', -1)`: the metric's value of the period `back` periods ago, 0 being the current one.
    Metric { id: String, period: Period, back: u32 },
    /// `score(customer, 'x')`: a number.
    Score { subject: String, score: String },
    /// `given(project, 'x')`: what the subject's grade gives under this key.
    Given { subject: String, key: String },
    /// `past(project, 'x')`: whether the subject has left that stage behind.
    Past { subject: String, stage: String },
    /// `grade(ticket, 'x')`: the subject's grade in that grading, its id as text.
    Grade { subject: String, grading: String },
    /// `setting('x')`: the setting in force, a value of its type.
    Setting(String),
}

/// The span that a metric is asked over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Period {
    pub(super) const WORDS: [&'static str; 5] = ["day", "week", "month", "quarter", "year"];

    pub(super) fn from_word(word: &str) -> Option<Period> {
        match word {
            "day" => Some(Period::Day),
            "week" => Some(Period::Week),
            "month" => Some(Period::Month),
            "quarter" => Some(Period::Quarter),
            "year" => Some(Period::Year),
            _ => None,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Period::Day => "day",
            Period::Week => "week",
            Period::Month => "month",
            Period::Quarter => "quarter",
            Period::Year => "year",
        }
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reference::Fact { root, path } if path.is_empty() => f.write_str(root),
            Reference::Fact { root, path } => write!(f, "{root}.{}", path.join(".")),
            Reference::Form { subject, form } => write!(f, "form({subject}, '{form}')"),
            Reference::Metric { id, period, back: 0 } => write!(f, "metric('{id}', '{}', 0)", period.word()),
            Reference::Metric { id, period, back } => {
                write!(f, "metric('{id}', '{}', -{back})", period.word())
            }
            Reference::Score { subject, score } => write!(f, "score({subject}, '{score}')"),
            Reference::Given { subject, key } => write!(f, "given({subject}, '{key}')"),
            Reference::Past { subject, stage } => write!(f, "past({subject}, '{stage}')"),
            Reference::Grade { subject, grading } => write!(f, "grade({subject}, '{grading}')"),
            Reference::Setting(id) => write!(f, "setting('{id}')"),
        }
    }
}
