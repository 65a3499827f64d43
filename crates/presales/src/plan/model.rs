//! What may be done with tasks and milestones.

use chrono::{DateTime, NaiveDate, Utc};
use xianji_platform::{MemberId, Refusal};

pub use super::entity::milestone::Model as Milestone;
pub use super::entity::task::Model as Task;
pub use super::entity::{MilestoneState, TaskState};
use super::events::*;
use crate::id::MilestoneId;

/// A rule about plans that said no.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    #[error("this is done or cancelled")]
    NotOpen,
    #[error("the project is closed")]
    ProjectClosed,
    #[error("the plan has no milestone with a date")]
    NothingToBaseline,
    #[error("the milestone is not of this project")]
    OtherProject,
}

impl Refusal for PlanError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotOpen => "plan-item-not-open",
            Self::ProjectClosed => "plan-project-closed",
            Self::NothingToBaseline => "nothing-to-baseline",
            Self::OtherProject => "milestone-of-other-project",
        }
    }
}

impl TaskState {
    /// As the database and the packs write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }
}

impl MilestoneState {
    /// As the database and the packs write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Reached => "reached",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What a task is changed to; absent is unchanged, an inner nothing empties.
#[derive(Clone, Debug, Default)]
pub struct TaskChanges {
    pub title: Option<String>,
    pub notes: Option<Option<String>>,
    pub resources: Option<Option<String>>,
    pub due_on: Option<Option<NaiveDate>>,
    pub milestone: Option<Option<MilestoneId>>,
}

/// What a milestone is changed to.
#[derive(Clone, Debug, Default)]
pub struct MilestoneChanges {
    pub title: Option<String>,
    pub notes: Option<Option<String>>,
    pub due_on: Option<Option<NaiveDate>>,
    pub owner: Option<MemberId>,
}

impl Task {
    /// Refuses when it is done or cancelled.
    pub fn still_open(&self) -> Result<(), PlanError> {
        if self.state == TaskState::Open {
            Ok(())
        } else {
            Err(PlanError::NotOpen)
        }
    }

    /// Changes what is to be done.
    pub fn update(&mut self, changes: TaskChanges) -> Result<TaskUpdated, PlanError> {
        self.still_open()?;
        let due_before = self.due_on;
        changes.title.into_iter().for_each(|title| self.title = title);
        changes.notes.into_iter().for_each(|notes| self.notes = notes);
        changes
            .resources
            .into_iter()
            .for_each(|resources| self.resources = resources);
        changes.due_on.into_iter().for_each(|due| self.due_on = due);
        changes
            .milestone
            .into_iter()
            .for_each(|milestone| self.milestone_id = milestone);
        Ok(TaskUpdated {
            task: self.id,
            due_changed: due_before != self.due_on,
        })
    }

    /// Somebody else is to do it.
    pub fn assign(&mut self, to: MemberId) -> Result<TaskAssigned, PlanError> {
        self.still_open()?;
        self.owner_id = Some(to);
        Ok(TaskAssigned { task: self.id, to })
    }

    /// It is done.
    pub fn complete(&mut self, today: NaiveDate, now: DateTime<Utc>) -> Result<TaskDone, PlanError> {
        self.still_open()?;
        self.state = TaskState::Done;
        self.done_at = Some(now);
        Ok(TaskDone {
            task: self.id,
            on_time: self.due_on.is_none_or(|due| today <= due),
        })
    }

    /// It is not needed any more.
    pub fn cancel(&mut self) -> Result<TaskCancelled, PlanError> {
        self.still_open()?;
        self.state = TaskState::Cancelled;
        Ok(TaskCancelled { task: self.id })
    }
}

impl Milestone {
    /// Refuses when it is reached or cancelled.
    pub fn still_open(&self) -> Result<(), PlanError> {
        if self.state == MilestoneState::Open {
            Ok(())
        } else {
            Err(PlanError::NotOpen)
        }
    }

    /// Days after the baseline at which it is expected, or was reached; nothing without a baseline.
    pub fn slip(&self) -> Option<i64> {
        let now = self.reached_on.or(self.due_on)?;
        Some((now - self.baseline_on?).num_days())
    }

    /// Changes what is promised; a date moved past the baseline is a slip.
    pub fn update(
        &mut self,
        changes: MilestoneChanges,
    ) -> Result<(MilestoneUpdated, Option<MilestoneSlipped>), PlanError> {
        self.still_open()?;
        let due_before = self.due_on;
        changes.title.into_iter().for_each(|title| self.title = title);
        changes.notes.into_iter().for_each(|notes| self.notes = notes);
        changes.due_on.into_iter().for_each(|due| self.due_on = due);
        changes
            .owner
            .into_iter()
            .for_each(|owner| self.owner_id = Some(owner));
        let due_changed = due_before != self.due_on;
        let slipped = self.slip().filter(|days| due_changed && *days > 0);
        let updated = MilestoneUpdated {
            milestone: self.id,
            due_changed,
        };
        Ok((
            updated,
            slipped.map(|days| MilestoneSlipped {
                milestone: self.id,
                days,
            }),
        ))
    }

    /// Its date is promised now.
    pub fn baseline(&mut self) -> Option<MilestoneBaselined> {
        let due = self.due_on.filter(|_| self.state == MilestoneState::Open)?;
        if self.baseline_on == Some(due) {
            return None;
        }
        self.baseline_on = Some(due);
        Some(MilestoneBaselined { milestone: self.id })
    }

    /// It was reached on a day.
    pub fn reach(&mut self, on: NaiveDate) -> Result<MilestoneReached, PlanError> {
        self.still_open()?;
        self.state = MilestoneState::Reached;
        self.reached_on = Some(on);
        let by = self.baseline_on.or(self.due_on);
        Ok(MilestoneReached {
            milestone: self.id,
            on_time: by.is_none_or(|by| on <= by),
        })
    }

    /// It is not aimed at any more.
    pub fn cancel(&mut self) -> Result<MilestoneCancelled, PlanError> {
        self.still_open()?;
        self.state = MilestoneState::Cancelled;
        Ok(MilestoneCancelled { milestone: self.id })
    }
}
