//! What happens to customer data on its way out.

use xianji_platform::event;
use xianji_platform::work::Event;
use xianji_policy::EventDecl;

use crate::id::ExportRunId;

event!(/// Somebody asked for customer data, for a reason.
    ExportAsked = "export_run.asked", run: ExportRunId => "export_run" {
        shared: bool as Flag, confidential: bool as Flag, count: i64 as Integer, reason_hash: String as Text });
event!(/// The file was made; `approved` says whether somebody had agreed before, `revealed` how many contacts stand in it in clear.
    ExportMade = "export_run.made", run: ExportRunId => "export_run" {
        shared: bool as Flag, approved: bool as Flag, count: i64 as Integer, revealed: i64 as Integer, sha256: String as Text });
event!(/// The file was read: by whoever asked for it, or outside with the link.
    ExportOpened = "export_run.opened", run: ExportRunId => "export_run" { outside: bool as Flag });
event!(/// Nobody reads it any more.
    ExportEnded = "export_run.ended", run: ExportRunId => "export_run" {});

/// All of them, for the declaration of the kind.
pub fn declared() -> Vec<EventDecl> {
    vec![
        ExportAsked::declared(),
        ExportMade::declared(),
        ExportOpened::declared(),
        ExportEnded::declared(),
    ]
}
