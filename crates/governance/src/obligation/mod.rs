//! What is due: subject, rule, responsible people, due time with its account, and what closed it. Opened and fulfilled by events in the
//! transaction that records them; warnings, escalations, beats, silences and conditions come with the tick.

pub mod actions;
pub mod api;
mod draw;
pub mod entity;
pub mod facts;
mod lists;
pub mod model;
mod parts;
pub mod queries;
pub(crate) mod reaction;
pub(crate) mod ticks;
pub(crate) mod view;

#[cfg(test)]
mod tests;

pub use actions::{
    Evidence, Opening, assign, fulfil, hand_over, open, open_action_item, refuse, take, void, waive,
};
pub use entity::{Model as Obligation, State};
pub use model::{ObligationError, Source};

xianji_platform::typed_id!(
    /// Something that is due.
    ObligationId,
);
