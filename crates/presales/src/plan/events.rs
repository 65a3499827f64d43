//! What happens to tasks and milestones.

use xianji_platform::work::Event;
use xianji_platform::{MemberId, event};
use xianji_policy::EventDecl;

use crate::id::{MilestoneId, TaskId};

event!(/// A task came up.
    TaskCreated = "task.created", task: TaskId => "task" {});
event!(/// Somebody is to do it.
    TaskAssigned = "task.assigned", task: TaskId => "task" { to: MemberId as Member });
event!(/// What is to be done, or by when, changed.
    TaskUpdated = "task.updated", task: TaskId => "task" { due_changed: bool as Flag });
event!(/// It is done; without a date it is always on time.
    TaskDone = "task.done", task: TaskId => "task" { on_time: bool as Flag });
event!(/// It is not needed any more.
    TaskCancelled = "task.cancelled", task: TaskId => "task" {});

event!(/// A milestone was planned.
    MilestonePlanned = "milestone.planned", milestone: MilestoneId => "milestone" {});
event!(/// Its date was promised.
    MilestoneBaselined = "milestone.baselined", milestone: MilestoneId => "milestone" {});
event!(/// What it is, or who answers for it, changed.
    MilestoneUpdated = "milestone.updated", milestone: MilestoneId => "milestone" { due_changed: bool as Flag });
event!(/// It is expected this many days after its baseline.
    MilestoneSlipped = "milestone.slipped", milestone: MilestoneId => "milestone" { days: i64 as Integer });
event!(/// It was reached; on time when not after its baseline, or its date where there is none.
    MilestoneReached = "milestone.reached", milestone: MilestoneId => "milestone" { on_time: bool as Flag });
event!(/// It is not aimed at any more.
    MilestoneCancelled = "milestone.cancelled", milestone: MilestoneId => "milestone" {});

/// Those of tasks, for the pack's vocabulary.
pub fn of_tasks() -> Vec<EventDecl> {
    vec![
        TaskCreated::declared(),
        TaskAssigned::declared(),
        TaskUpdated::declared(),
        TaskDone::declared(),
        TaskCancelled::declared(),
    ]
}

/// Those of milestones, for the pack's vocabulary.
pub fn of_milestones() -> Vec<EventDecl> {
    vec![
        MilestonePlanned::declared(),
        MilestoneBaselined::declared(),
        MilestoneUpdated::declared(),
        MilestoneSlipped::declared(),
        MilestoneReached::declared(),
        MilestoneCancelled::declared(),
    ]
}
