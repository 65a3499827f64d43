//! The life of a run.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::entity::{ImportState, Model as ImportRun};
use crate::failure::Refusal;
use crate::id::{DepartmentId, MemberId, Subject};
use crate::identity::Owned;

/// What an import refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It runs, or it ran.
    #[error("an import that is {0:?} is not changed any more")]
    Begun(ImportState),
    /// It does not run.
    #[error("an import that is {0:?} cannot be stopped")]
    NotRunning(ImportState),
    /// Nothing was made by it, or it was undone before.
    #[error("there is nothing to undo")]
    NothingToUndo,
    /// No column fills what no record does without.
    #[error("no column fills {0}")]
    NotMapped(String),
    /// Nothing of this kind can be imported.
    #[error("nothing of this kind can be imported")]
    NoSuchKind,
}

impl Refusal for ImportError {
    fn code(&self) -> &'static str {
        match self {
            Self::Begun(_) => "import-begun",
            Self::NotRunning(_) => "import-not-running",
            Self::NothingToUndo => "import-nothing-to-undo",
            Self::NotMapped(_) => "import-not-mapped",
            Self::NoSuchKind => "import-no-such-kind",
        }
    }
    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotMapped(field) => vec![("field", field.clone())],
            Self::Begun(_) | Self::NotRunning(_) | Self::NothingToUndo | Self::NoSuchKind => Vec::new(),
        }
    }
}

/// What became of the rows; the five add up to the rows that were seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ImportCounts)]
pub struct Counts {
    /// Rows that were looked at.
    pub seen: i32,
    /// Records made.
    pub made: i32,
    /// Records whose empty fields were filled.
    pub updated: i32,
    /// Rows left out because the record is there.
    pub skipped: i32,
    /// Rows that could not be taken in.
    pub failed: i32,
}

impl Owned for ImportRun {
    fn subject(&self) -> Subject {
        Subject::new("import_run", self.id)
    }
    fn owner(&self) -> Option<MemberId> {
        self.owner_id
    }
    fn department(&self) -> Option<DepartmentId> {
        self.department_id
    }
}

impl ImportRun {
    /// What became of the rows so far.
    pub fn counts(&self) -> Counts {
        Counts {
            seen: self.seen,
            made: self.made,
            updated: self.updated,
            skipped: self.skipped,
            failed: self.failed,
        }
    }

    /// Refuses once it was begun.
    pub fn must_be_new(&self) -> Result<(), ImportError> {
        match self.state {
            ImportState::Uploaded | ImportState::Checked | ImportState::Checking => Ok(()),
            state @ (ImportState::Running
            | ImportState::Finished
            | ImportState::Cancelled
            | ImportState::Failed
            | ImportState::Undoing
            | ImportState::Undone) => Err(ImportError::Begun(state)),
        }
    }

    /// Every row is looked at once more, from the first one on.
    pub fn look(&mut self) -> Result<(), ImportError> {
        self.must_be_new()?;
        self.state = ImportState::Checking;
        self.position = 0;
        self.restart();
        Ok(())
    }

    /// Rows are taken in from now on.
    pub fn begin(&mut self, now: DateTime<Utc>) -> Result<(), ImportError> {
        self.must_be_new()?;
        self.state = ImportState::Running;
        self.position = 0;
        self.started_at = Some(now);
        self.restart();
        Ok(())
    }

    fn restart(&mut self) {
        (self.seen, self.made, self.updated, self.skipped, self.failed) = (0, 0, 0, 0, 0);
        self.problem = None;
    }

    /// Nothing more is taken in; what was, stays.
    pub fn cancel(&mut self, now: DateTime<Utc>) -> Result<(), ImportError> {
        match self.state {
            ImportState::Running => self.state = ImportState::Cancelled,
            ImportState::Checking => self.state = ImportState::Uploaded,
            state @ (ImportState::Uploaded
            | ImportState::Checked
            | ImportState::Finished
            | ImportState::Cancelled
            | ImportState::Failed
            | ImportState::Undoing
            | ImportState::Undone) => return Err(ImportError::NotRunning(state)),
        }
        self.finished_at = (self.state == ImportState::Cancelled).then_some(now);
        Ok(())
    }

    /// Whether what it made can be taken back.
    pub fn can_undo(&self) -> bool {
        let over = matches!(
            self.state,
            ImportState::Finished | ImportState::Cancelled | ImportState::Failed
        );
        over && self.made > 0
    }

    /// What it made is taken back from now on, the last row first.
    pub fn undo(&mut self) -> Result<(), ImportError> {
        if !self.can_undo() {
            return Err(ImportError::NothingToUndo);
        }
        self.state = ImportState::Undoing;
        (self.taken_back, self.kept) = (0, 0);
        Ok(())
    }
}
