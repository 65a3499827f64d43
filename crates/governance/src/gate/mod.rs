//! What must hold before an action or a stage: a list of items, each met or missing, with who supplies it and where.

use serde::Serialize;
use utoipa::ToSchema;
use xianji_platform::{Failure, MemberId, Subject, Work};

use crate::engine::Context;

/// One thing that a gate asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct GateItem {
    /// The gate that asks, by its id in the pack.
    pub gate: String,
    /// The need as the pack writes it: `deliverable:census`.
    pub code: String,
    /// In words of the reader's language.
    pub words: String,
    /// Whether it is there.
    pub met: bool,
    /// `block`, `warn` or `hold`.
    pub effect: String,
    /// Who supplies it, as far as the pack says so.
    pub from: Vec<MemberId>,
    /// Where it is supplied: an address on the screen.
    pub address: Option<String>,
}

/// A gate that was passed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct GatePassage {
    /// Gates that were asked.
    pub gates: Vec<String>,
    /// What was missing and only warned of.
    pub warnings: Vec<GateItem>,
    /// Gates passed by an exemption.
    pub exempted: Vec<String>,
}

/// Asks every gate before a point, in the writing transaction.
pub async fn pass(_work: &mut Work, _subject: &Subject, _point: &str) -> Result<GatePassage, Failure> {
    Err(Failure::broken("gates are not built"))
}

/// What every gate before a point asks for, met or missing.
pub async fn items(_ctx: &Context<'_>, _subject: &Subject, _point: &str) -> Result<Vec<GateItem>, Failure> {
    Err(Failure::broken("gates are not built"))
}
