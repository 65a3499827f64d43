//! The deal before the contract: projects with their stages, team and news, initiations, plans and archives. Knows customers and
//! inquiries by their ids; of quotes and contracts it knows nothing.
#![cfg_attr(any(test, feature = "testing"), allow(clippy::unwrap_used))]

pub mod archive;
mod gates;
pub mod id;
pub mod initiation;
mod money;
pub mod plan;
pub mod project;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

use xianji_platform::{Module, Quiet};

pub use id::{ArchiveItemId, InitiationId, MilestoneId, ProjectId, TaskId};

/// What this crate brings to the house.
pub fn module() -> Module {
    Module {
        name: "presales",
        routes: project::routes()
            .merge(initiation::routes())
            .merge(plan::routes())
            .merge(archive::routes()),
        kinds: vec![
            project::facts::kind(),
            initiation::facts::kind(),
            plan::facts::task_kind(),
            plan::facts::milestone_kind(),
        ],
        reactions: vec![
            project::reaction(),
            project::merged::reaction(),
            initiation::reaction(),
            archive::reaction(),
        ],
        imports: vec![project::import()],
        quiet: Quiet::all(["project_tally", "stage_record", "dynamic_item"]),
        desks: vec![project::desk()],
        needs: vec![archive::deliverable()],
        parts: plan::facts::parts(),
        makers: plan::makers(),
        seals: vec![project::facts::seal()],
        before_commit: vec![project::tally::write],
        series: vec![
            ("project", "XM"),
            ("initiation", "LX"),
            ("task", "RW"),
            ("milestone", "LC"),
        ],
        texts: Some([
            include_str!("../locales/zh.ftl"),
            include_str!("../locales/zh-Hant.ftl"),
            include_str!("../locales/en.ftl"),
        ]),
        ..Module::default()
    }
}
