//! What must hold before something may happen.

use xianji_kernel::text::Text;

use super::Who;
use crate::condition::Condition;

/// One thing that must be there. It is sought on the subject, then on what the subject belongs to.
#[derive(Clone, Debug)]
pub enum Need {
    /// A deliverable is on file.
    Deliverable(String),
    /// Every deliverable that the pack asks for so far is on file.
    AllDeliverables,
    /// A form is filed, passed and not expired.
    Form(String),
    /// Approved: an approval's id, or the part it approves (`initiation` for `project.initiation`).
    Approved(String),
    /// An obligation of this rule was fulfilled.
    Done(String),
    /// Somebody has this role in the team.
    Filled(String),
    /// The person asked holds this skill at this level or higher, not expired.
    Skill { skill: String, level: u8 },
    /// Somebody in this role or position has contributed.
    Contributed(String),
    /// Somebody in this role or position was present.
    Attended(String),
    /// None of these is open: `objection`, `action` (what sheets and conditions gave somebody), `obligation` (any rule's but the time limit
    /// of a stage), or an obligation's id.
    NoneOpen(String),
    /// A box ticked on the subject or on its grading sheet.
    Flag(String),
    /// A condition over the facts.
    Cel(Condition),
}

/// A need with the words around it.
#[derive(Clone, Debug)]
pub struct NeedItem {
    pub need: Need,
    /// As the pack writes it, `deliverable:census`: the code that answers and evidence carry.
    pub code: String,
    /// When it is asked at all.
    pub when: Option<Condition>,
    /// In which words it is shown; without, the name of what is meant.
    pub say: Option<Text>,
    /// Who supplies it.
    pub from: Option<Who>,
}
