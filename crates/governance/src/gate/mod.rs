//! What must hold before an action or a stage: a list of items, each met or missing, with who supplies it and where. A gate blocks, warns
//! or lets the record wait; what was passed, warned of or exempted is evidence, and so is what was refused.

pub mod actions;
pub mod api;
pub mod entity;
mod hold;
mod items;
pub mod model;
pub mod need;
mod place;
mod reader;
pub mod refused;

pub use actions::{items, items_of, pass, unmet_with_exemption};
pub use model::{GateItem, GateNotMet, GatePassage};
pub use reader::asked_of_reader;
