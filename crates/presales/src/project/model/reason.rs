//! Why a deal ended: one of the reasons that its pack offers, and words.

use xianji_platform::record::patch::tidy;
use xianji_platform::{FieldFault, Invalid};

/// Why a deal ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// One of those that the pack offers.
    pub id: String,
    /// In words of one's own.
    pub words: Option<String>,
}

impl Reason {
    /// A reason that the pack offers; where it offers none, any.
    pub fn given(id: &str, words: Option<String>, offered: &[&str]) -> Result<Self, FieldFault> {
        let id = id.trim();
        if id.is_empty() {
            return Err(FieldFault::at("/reason", "required"));
        }
        if !offered.is_empty() && !offered.contains(&id) {
            return Err(FieldFault::at("/reason", "not-a-choice").with("options", offered.join(", ")));
        }
        Ok(Self {
            id: id.to_owned(),
            words: tidy(words),
        })
    }

    /// The same where words must be said too; everything that is wrong at once.
    pub fn given_in_words(id: &str, words: &str, offered: &[&str]) -> Result<Self, Invalid> {
        let reason = Self::given(id, Some(words.to_owned()), offered);
        let mut faults: Vec<FieldFault> = reason.as_ref().err().cloned().into_iter().collect();
        if words.trim().is_empty() {
            faults.push(FieldFault::at("/words", "required"));
        }
        match reason {
            Ok(reason) if faults.is_empty() => Ok(reason),
            _ => Err(Invalid(faults)),
        }
    }
}
