//! Requests for approval: a record or a part of it, a sheet, a grade, an exemption, a waiver. The pack says who decides in which order;
//! each step is an obligation, each decision is evidence, and what was decided on is kept.

pub mod actions;
pub mod api;
pub mod entity;
mod lists;
mod matter;
pub mod model;
pub mod queries;
pub(crate) mod reaction;
mod refusal;
pub mod view;

pub use actions::{
    Asked, Asking, Condition, Decision, Verdict, add_signer, ask, ask_about, ask_exemption, ask_waiver,
    decide, hand_over, use_exemption, withdraw,
};
pub use entity::{ApprovalId, ApprovalRequest, State};
pub use matter::Matter;
pub use refusal::ApprovalError;
