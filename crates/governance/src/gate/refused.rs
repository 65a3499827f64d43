//! A refusal told gate by gate: packs may count `gate:x.refused`, or open an obligation on it.

use futures_util::future::BoxFuture;
use serde_json::{Value, json};
use xianji_platform::{Failure, Reaction, Recorded, Work};

/// An action was refused.
pub fn reaction() -> Reaction {
    Reaction {
        name: "governance.refusals",
        on: &["action.refused"],
        run: tell,
    }
}

fn tell<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        let rules = event
            .fact("rules")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        for gate in rules
            .iter()
            .filter_map(Value::as_str)
            .filter(|rule| rule.starts_with("gate:"))
        {
            let facts = json!({ "met": false, "exempted": false, "point": event.text("action") });
            work.record_named(&format!("{gate}.refused"), event.subject.clone(), facts)
                .await?;
        }
        Ok(())
    })
}
