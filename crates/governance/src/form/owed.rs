//! Sheets as something owed: who may file because they owe it, and what the rows of a filed sheet oblige others to.

use serde_json::Value;
use xianji_platform::{Failure, MemberId, Work};
use xianji_policy::model::{FieldType, Form, Fulfilment};

use super::entity::Filing;
use crate::engine::{Case, Context};
use crate::obligation::{self, queries};

/// Whether a member owes this sheet on the subject: an obligation is open that is done by it or that names it.
pub async fn owes(ctx: &Context<'_>, member: MemberId, case: &Case, form: &str) -> Result<bool, Failure> {
    let filed = format!("form:{form}.filed");
    let by_it = |rule: &xianji_policy::model::Obligation| match &rule.fulfilment {
        Fulfilment::Events { events, .. } => events.iter().any(|event| event.matches(&filed)),
        Fulfilment::Needs(_) | Fulfilment::ByHand => false,
    };
    for row in queries::open_on(&ctx.db, std::slice::from_ref(case.subject())).await? {
        let pack = row.pack(&ctx.book);
        let named = row.form.as_deref() == Some(form) || row.rule_in(pack.as_ref()).is_some_and(by_it);
        if named
            && queries::responsible(&ctx.db, row.id)
                .await?
                .iter()
                .any(|person| person.member_id == member)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Each row of an `actions` field is an obligation of the person it names.
pub async fn open_actions(work: &mut Work, form: &Form, filing: &Filing) -> Result<(), Failure> {
    let subject = filing.subject();
    for field in form.fields.iter().filter(|field| field.ty == FieldType::Actions) {
        let rows = filing
            .fields
            .get(&field.id)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default();
        for (place, row) in rows.iter().enumerate() {
            let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default();
            let (Ok(owner), Ok(due_on)) = (text("owner").parse(), text("due_on").parse()) else {
                continue;
            };
            let source = format!("{}:{}:{}:{place}", form.id, filing.id, field.id);
            obligation::open_action_item(work, &subject, owner, due_on, text("what"), &source).await?;
        }
    }
    Ok(())
}
