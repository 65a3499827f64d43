//! What happens to imports. What they make leaves evidence of its own.

use xianji_policy::EventDecl;

use crate::event;
use crate::id::ImportRunId;
use crate::work::Event;

event!(/// A file came in.
    ImportUploaded = "import_run.uploaded", run: ImportRunId => "import_run" {
        kind: String as Text, sha256: String as Text, size: i64 as Integer });
event!(/// Its rows are taken in from now on.
    ImportStarted = "import_run.started", run: ImportRunId => "import_run" { kind: String as Text, on_duplicate: String as Text });
event!(/// All rows were taken in or told why not.
    ImportFinished = "import_run.finished", run: ImportRunId => "import_run" {
        kind: String as Text, seen: i32 as Integer, made: i32 as Integer, updated: i32 as Integer, skipped: i32 as Integer, failed: i32 as Integer });
event!(/// Somebody stopped it.
    ImportCancelled = "import_run.cancelled", run: ImportRunId => "import_run" { seen: i32 as Integer, made: i32 as Integer });
event!(/// The file or a right was in the way.
    ImportFailed = "import_run.failed", run: ImportRunId => "import_run" { code: String as Text, seen: i32 as Integer, made: i32 as Integer });
event!(/// What it made was taken back, as far as nobody had changed it since.
    ImportUndone = "import_run.undone", run: ImportRunId => "import_run" { taken_back: i32 as Integer, kept: i32 as Integer });

/// All of them, for the declaration of the kind.
pub fn declared() -> Vec<EventDecl> {
    vec![
        ImportUploaded::declared(),
        ImportStarted::declared(),
        ImportFinished::declared(),
        ImportCancelled::declared(),
        ImportFailed::declared(),
        ImportUndone::declared(),
    ]
}
