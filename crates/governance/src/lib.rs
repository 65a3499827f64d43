//! Policy applied to the ledger: obligations, approvals, gates, forms, grades, measures and controls. It sees subjects and facts, never a
//! project or a customer: those are the floors' above.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod approval;
pub mod control;
pub mod engine;
pub mod fault;
pub mod form;
pub mod gate;
mod govern;
pub mod grading;
pub mod measure;

pub use engine::{Case, Context, Mode, People, Roots};
pub use gate::{GateItem, GatePassage};
pub use govern::Govern;

use xianji_platform::Module;

/// What this crate brings to the house.
pub fn module() -> Module {
    Module {
        name: "governance",
        texts: Some([
            include_str!("../locales/zh.ftl"),
            include_str!("../locales/zh-Hant.ftl"),
            include_str!("../locales/en.ftl"),
        ]),
        ..Module::default()
    }
}
