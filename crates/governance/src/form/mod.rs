//! Sheets that a pack describes and people file.

use serde_json::Value;
use xianji_platform::{Failure, Subject, work::Recorded};

use crate::engine::Context;

/// The fields of the sheet that counts now, with `score` and `passed`; null when none is filed. Answers `form(project, 'x')`.
pub async fn latest(_ctx: &Context<'_>, _subject: &Subject, _form: &str) -> Result<Value, Failure> {
    Ok(Value::Null)
}

/// The sheet that an event `form:x.filed` speaks of: the root `form` of conditions beside it.
pub async fn of_event(_ctx: &Context<'_>, event: &Recorded) -> Result<Value, Failure> {
    Ok(event.fact("fields").cloned().unwrap_or_else(|| event.facts.clone()))
}
