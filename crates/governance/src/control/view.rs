//! What compliance answers with.

use serde::Serialize;
use utoipa::ToSchema;
use xianji_platform::DepartmentId;

use super::model::Cell;
use crate::coverage::{Lack, Status};
use crate::measure::Counts;
use crate::measure::api::FigureView;

/// The heat map.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ComplianceView {
    /// The period.
    pub period: String,
    /// Everything together.
    pub summary: SummaryView,
    /// Its columns.
    pub departments: Vec<DepartmentView>,
    /// Its rows.
    pub controls: Vec<ControlRow>,
}

/// Everything together; each rule counts once, however many controls it serves.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SummaryView {
    /// Compliance.
    pub percent: Option<f64>,
    /// How many ended how.
    pub counts: Counts,
    /// The same of the period before.
    pub before: Counts,
    /// Clauses of the regulations in force.
    pub clauses: usize,
    /// Those whose every control is bound.
    pub clauses_bound: usize,
}

/// A column.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = ComplianceDepartment)]
pub struct DepartmentView {
    /// The department; its figures hold those below it.
    pub id: DepartmentId,
    /// Its name.
    pub name: String,
    /// The one above.
    pub parent_id: Option<DepartmentId>,
}

/// A row.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ControlRow {
    /// The control.
    pub id: String,
    /// In the reader's language.
    pub name: String,
    /// How far it is carried.
    pub state: Status,
    /// Why it is not bound.
    pub lacks: Vec<Lack>,
    /// All that the reader sees.
    pub total: Cell,
    /// One for each column, in their order.
    pub cells: Vec<Cell>,
}

/// A control over a period.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ControlView {
    /// The control.
    pub id: String,
    /// In the reader's language.
    pub name: String,
    /// How far it is carried.
    pub state: Status,
    /// Why it is not bound.
    pub lacks: Vec<Lack>,
    /// Records on which the rest of it rests.
    pub waits_for: Vec<String>,
    /// The period.
    pub period: String,
    /// What it comes to.
    pub total: Cell,
    /// What enforces it.
    pub rules: Vec<RuleView>,
    /// What proves it, the one that decides first.
    pub measures: Vec<FigureView>,
    /// The clauses that ask for it.
    pub clauses: Vec<ClauseText>,
    /// Twelve periods, the one asked for last.
    pub trend: Vec<TrendPoint>,
}

/// A rule.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RuleView {
    /// `obligation:first-reply`.
    pub id: String,
    /// In the reader's language; the id where the pack gives no name.
    pub name: String,
    /// Whether the pack has it; false when it was switched off.
    pub on: bool,
}

/// A clause as a control names it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClauseText {
    /// The clause.
    pub id: String,
    /// The regulation.
    pub regulation: String,
    /// In words.
    pub text: String,
}

/// A control in one period.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TrendPoint {
    /// The period.
    pub period: String,
    /// What it came to.
    pub total: Cell,
}

/// A clause with what carries it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClauseView {
    /// The clause.
    pub id: String,
    /// The regulation.
    pub regulation: String,
    /// That regulation's name.
    pub regulation_name: String,
    /// In words.
    pub text: String,
    /// Bound when every control is, open when none is carried at all.
    pub state: Status,
    /// Compliance of the control that is kept worst.
    pub percent: Option<f64>,
    /// Its controls.
    pub controls: Vec<ClauseControl>,
}

/// A control as a clause names it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClauseControl {
    /// The control.
    pub id: String,
    /// In the reader's language.
    pub name: String,
    /// How far it is carried.
    pub state: Status,
    /// Why it is not bound.
    pub lacks: Vec<Lack>,
    /// Compliance.
    pub percent: Option<f64>,
}
