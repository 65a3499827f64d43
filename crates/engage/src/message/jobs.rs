//! The outbox.

use futures_util::future::BoxFuture;
use serde_json::{Value, json};
use xianji_platform::job::Job;
use xianji_platform::module::JobKind;
use xianji_platform::{App, Failure};

/// What this module does after a write.
pub fn jobs() -> Vec<JobKind> {
    vec![JobKind {
        name: "mail.send",
        run: send,
    }]
}

/// No way out is set up: the mail stays in the outbox, queued, and is shown so.
fn send<'a>(_app: &'a App, job: &'a Job) -> BoxFuture<'a, Result<Value, Failure>> {
    Box::pin(async move {
        Ok(json!({ "message": job.input.get("message"), "sent": false, "why": "no mail server is set up" }))
    })
}
