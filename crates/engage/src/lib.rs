//! Whom the company talks to and what is said: customers, contacts, interactions, leads, inquiries with their messages, handovers and
//! mail. Knows nothing of projects: what these need of a customer they ask for, or react to what is recorded here.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod attachments;
pub mod contact;
pub mod customer;
pub mod export;
mod gates;
pub mod handover;
pub mod id;
pub mod inquiry;
pub mod interaction;
pub mod lead;
pub mod mail;
pub mod merge;
pub mod message;
mod secrecy;
#[cfg(test)]
mod tests;

use xianji_platform::{Module, Quiet};

pub use id::{ContactId, CustomerId, ExportRunId, HandoverId, InquiryId, InteractionId, LeadId, MessageId};

/// What this crate brings to the house.
pub fn module() -> Module {
    Module {
        name: "engage",
        routes: customer::api::routes()
            .merge(customer::twins::api::routes())
            .merge(contact::api::routes())
            .merge(interaction::api::routes())
            .merge(inquiry::api::routes())
            .merge(handover::api::routes())
            .merge(lead::api::routes())
            .merge(export::api::routes())
            .merge(merge::api::routes()),
        kinds: vec![
            customer::facts::kind(),
            contact::facts::kind(),
            interaction::facts::kind(),
            inquiry::facts::kind(),
            message::facts::kind(),
            handover::facts::kind(),
            lead::facts::kind(),
            export::facts::kind(),
        ],
        quiet: Quiet::all(["customer_timeline"]),
        imports: vec![customer::import::import(), contact::import::import()],
        reactions: vec![
            customer::timeline::reaction(),
            inquiry::reactions::reaction(),
            export::reactions::reaction(),
        ],
        before_commit: vec![customer::timeline::write],
        ticks: vec![customer::activity::tick()],
        jobs: message::jobs(),
        desks: vec![inquiry::desk()],
        series: vec![("customer", "KH"), ("inquiry", "ZX"), ("lead", "XS")],
        texts: Some([
            include_str!("../locales/zh.ftl"),
            include_str!("../locales/zh-Hant.ftl"),
            include_str!("../locales/en.ftl"),
        ]),
        ..Module::default()
    }
}
