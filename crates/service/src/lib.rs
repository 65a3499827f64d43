//! What follows after an answer: the customer's own word on it (survey); later tickets, complaints and the installed base.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod survey;

use xianji_platform::Module;

/// What this crate brings to the house.
pub fn module() -> Module {
    Module {
        name: "service",
        routes: survey::api::routes(),
        reactions: vec![survey::reaction()],
        events: survey::events(),
        texts: Some([
            include_str!("../locales/zh.ftl"),
            include_str!("../locales/zh-Hant.ftl"),
            include_str!("../locales/en.ftl"),
        ]),
        ..Module::default()
    }
}
