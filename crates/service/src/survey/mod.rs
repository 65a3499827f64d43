//! Surveys: what a customer is asked after something was done for them. A rule of the pack that makes the customer responsible for a form
//! opens one; the customer gets a link by mail (or by hand, where no address is known), and the answer is a filing of that form. Serves
//! CTL-SAT-02.

mod actions;
pub mod api;
mod entity;
mod queries;

pub use actions::{events, reaction};
pub use entity::{Survey, SurveyId, SurveyState};
