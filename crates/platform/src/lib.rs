//! The ground floor of everything that touches a disk or a network: database, unit of work, ledger, identity, files, jobs, packs in
//! force, and the one way from a refusal to an answer. It knows records only as subjects: a kind and an id.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod app;
pub mod backup;
pub mod database;
pub mod failure;
pub mod file;
pub mod http;
pub mod id;
pub mod identity;
pub mod import_run;
pub mod job;
pub mod lease;
pub mod ledger;
pub mod list;
pub mod live;
pub mod mailer;
pub mod module;
pub mod policy_book;
pub mod rate;
pub mod record;
pub mod series;
pub mod subject;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod text;
pub mod work;

pub use app::{App, Registry};
pub use database::{Conn, Database};
pub use failure::{Failure, FieldFault, Invalid, NotFound, Refusal};
pub use id::{DepartmentId, EventId, FileId, ImportRunId, JobId, MemberId, PackVersionId, Subject};
pub use identity::{Actor, Judged, Owned, Reach, Scope};
pub use module::{Kind, Maker, Module, NeedKind, OnRecord, Parts, Quiet, Reaction, SubjectFacts, Tick};
pub use work::{Event, Recorded, Work};

/// What this crate brings to the house.
pub fn module() -> Module {
    Module {
        name: "platform",
        routes: file::api::routes()
            .merge(ledger::api::routes())
            .merge(job::api::routes())
            .merge(identity::routes())
            .merge(policy_book::api::routes())
            .merge(rate::api::routes())
            .merge(import_run::api::routes())
            .merge(live::api::routes()),
        quiet: Quiet::all([
            "event",
            "event_personal",
            "event_unsealed",
            "idempotency_key",
            "import_mapping",
            "import_row",
            "job",
            "lease",
            "login_attempt",
            "number_series",
            "session",
        ])
        .into_iter()
        .chain([Quiet {
            table: "import_run",
            kind: Some("import_run"),
        }])
        .collect(),
        kinds: [identity::kinds(), vec![import_run::facts::kind()]]
            .into_iter()
            .flatten()
            .collect(),
        imports: vec![identity::member::import::import()],
        labours: vec![import_run::labour()],
        events: identity::events(),
        permissions: [
            &identity::PERMISSIONS[..],
            &[
                "file.upload",
                "file.archive",
                "ledger.read",
                "job.read",
                "job.retry",
            ],
        ]
        .concat(),
        ticks: vec![
            Tick {
                name: "policies",
                run: policy_book::tick,
            },
            Tick {
                name: "jobs",
                run: job::tick,
            },
            Tick {
                name: "ledger.seal",
                run: ledger::tick,
            },
            Tick {
                name: "sessions",
                run: identity::login::tick,
            },
        ],
        texts: Some([
            include_str!("../locales/zh.ftl"),
            include_str!("../locales/zh-Hant.ftl"),
            include_str!("../locales/en.ftl"),
        ]),
        ..Module::default()
    }
}
