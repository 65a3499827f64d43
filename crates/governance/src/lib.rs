//! Policy applied to the ledger: obligations, approvals, gates, forms, grades, measures and controls. It sees subjects and facts, never a
//! project or a customer: those are the floors' above.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod adoption;
pub mod approval;
pub mod control;
pub mod coverage;
mod declared;
pub mod dues;
pub mod engine;
pub mod extra;
pub mod fault;
pub mod form;
pub mod gate;
mod govern;
pub mod grading;
pub mod mailing;
pub mod measure;
pub mod notification;
pub mod objection;
pub mod obligation;
mod rights;
mod sight;
pub(crate) mod words;
mod workbench;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use engine::{Case, Context, Mode, People, Roots};
pub use gate::{GateItem, GatePassage};
pub use govern::Govern;

use utoipa_axum::router::OpenApiRouter;
use xianji_platform::{App, Module, Quiet, Reaction, Tick};

/// What this crate brings to the house.
pub fn module() -> Module {
    Module {
        name: "governance",
        routes: routes(),
        kinds: vec![obligation::facts::kind()],
        quiet: ["obligation", "obligation_person"]
            .map(|table| Quiet {
                table,
                kind: Some("obligation"),
            })
            .into_iter()
            .chain(Quiet::all([
                "fault",
                "gate_check",
                "measure_daily",
                "measure_entry",
                "measure_spell",
                "notification",
                "calendar_link",
                "mail_setting",
                "mail_state",
                "watch",
            ]))
            .collect(),
        reactions: vec![
            Reaction {
                name: "governance.obligations",
                on: &[],
                run: obligation::reaction::react,
            },
            Reaction {
                name: "governance.grading",
                on: &[],
                run: grading::reaction::run,
            },
            Reaction {
                name: "governance.approvals",
                on: &[],
                run: approval::reaction::run,
            },
            gate::refused::reaction(),
            Reaction {
                name: "governance.measures",
                on: &[],
                run: measure::react,
            },
        ],
        before_commit: vec![measure::before_commit],
        figures: vec![notification::unread(), obligation::owed()],
        jobs: mailing::jobs(),
        judge: Some(rights::judge),
        ticks: obligation::ticks::all()
            .into_iter()
            .chain(grading::night::ticks())
            .chain(approval::reaction::ticks())
            .chain(measure::ticks())
            .chain([Tick {
                name: "governance.digests",
                run: mailing::tick,
            }])
            .collect(),
        permissions: ["fault.read", "measure.read", "control.read", "policy.migrate"]
            .into_iter()
            .chain(declared::PERMISSIONS)
            .collect(),
        events: declared::events(),
        texts: Some([
            include_str!("../locales/zh.ftl"),
            include_str!("../locales/zh-Hant.ftl"),
            include_str!("../locales/en.ftl"),
        ]),
        ..Module::default()
    }
}

fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(obligation::api::routes())
        .merge(notification::routes())
        .merge(mailing::routes())
        .merge(dues::routes())
        .merge(fault::routes())
        .merge(workbench::routes())
        .merge(form::api::routes())
        .merge(gate::api::routes())
        .merge(approval::api::routes())
        .merge(grading::api::routes())
        .merge(objection::api::routes())
        .merge(measure::api::routes())
        .merge(control::api::routes())
        .merge(adoption::routes())
        .merge(words::routes())
}
