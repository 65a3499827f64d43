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

use xianji_platform::module::Figure;

/// How much a member owes: open screens read the workbench again when it changes.
pub(crate) fn owed() -> Figure {
    Figure {
        name: "owed",
        run: |app, actor| {
            Box::pin(async move {
                match actor.on_behalf_of().or(actor.member()) {
                    Some(member) => queries::count_owed(&app.reader(), member).await,
                    None => Ok(0),
                }
            })
        },
    }
}

xianji_platform::typed_id!(
    /// Something that is due.
    ObligationId,
);
