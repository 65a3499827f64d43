//! Rules of customer data on its way out.

use chrono::{DateTime, Utc};
use xianji_platform::{DepartmentId, MemberId, Owned, Refusal, Subject};

use super::entity::{ExportState, Model as ExportRun};

/// What it refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    #[error("the file was made before")]
    Made,
    #[error("there is no file to read")]
    NothingToRead,
    #[error("it has ended")]
    Ended,
}

impl Refusal for ExportError {
    fn code(&self) -> &'static str {
        match self {
            Self::Made => "export-made",
            Self::NothingToRead => "export-nothing-to-read",
            Self::Ended => "export-ended",
        }
    }
}

impl Owned for ExportRun {
    fn subject(&self) -> Subject {
        Subject::new("export_run", self.id)
    }
    fn owner(&self) -> Option<MemberId> {
        self.owner_id
    }
    fn department(&self) -> Option<DepartmentId> {
        self.department_id
    }
}

impl ExportRun {
    /// Refuses once the file is there or nobody is to read it any more.
    pub fn must_be_unmade(&self) -> Result<(), ExportError> {
        match self.state {
            ExportState::Asked | ExportState::Approved | ExportState::Refused => Ok(()),
            ExportState::Made => Err(ExportError::Made),
            ExportState::Ended => Err(ExportError::Ended),
        }
    }

    /// What was decided; a run that was made or ended meanwhile stays as it is.
    pub fn decide(&mut self, approved: bool) -> bool {
        let decided = if approved {
            ExportState::Approved
        } else {
            ExportState::Refused
        };
        let open = self.must_be_unmade().is_ok() && self.state != decided;
        if open {
            self.state = decided;
        }
        open
    }

    /// Whether somebody agreed.
    pub fn is_approved(&self) -> bool {
        self.state == ExportState::Approved
    }

    /// The file is there.
    pub fn make(&mut self, sha256: String, size: i64, now: DateTime<Utc>) -> Result<(), ExportError> {
        self.must_be_unmade()?;
        self.state = ExportState::Made;
        self.made_at = Some(now);
        self.sha256 = Some(sha256);
        self.size = Some(size);
        Ok(())
    }

    /// Reads it: answers the hash of its bytes.
    pub fn open(&mut self, now: DateTime<Utc>) -> Result<String, ExportError> {
        let hash = self.must_be_readable(now)?;
        self.readings += 1;
        Ok(hash)
    }

    /// The hash of its bytes, while it can be read.
    pub fn must_be_readable(&self, now: DateTime<Utc>) -> Result<String, ExportError> {
        match (self.state, &self.sha256) {
            (ExportState::Ended, _) => Err(ExportError::Ended),
            (ExportState::Made, _) if self.ends_at.is_some_and(|end| now > end) => Err(ExportError::Ended),
            (ExportState::Made, Some(hash)) => Ok(hash.clone()),
            (ExportState::Made | ExportState::Asked | ExportState::Approved | ExportState::Refused, _) => {
                Err(ExportError::NothingToRead)
            }
        }
    }

    /// Nobody reads it any more.
    pub fn end(&mut self, now: DateTime<Utc>) -> Result<(), ExportError> {
        if self.state == ExportState::Ended {
            return Err(ExportError::Ended);
        }
        self.state = ExportState::Ended;
        self.ends_at = Some(now);
        self.token_hash = None;
        Ok(())
    }
}
