//! Records that a filed sheet makes: a task out of a review that went badly. Made once for a sheet and all that replace it.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use xianji_platform::{Failure, Subject, Work};
use xianji_policy::model::Form;

use super::entity::{Column, Entity, Filing};
use super::{queries, value};
use crate::engine::{Case, Context, Roots};

/// A record that a sheet has made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// By which entry of the form's `makes`.
    pub place: usize,
    /// The record.
    pub subject: Subject,
}

/// What a sheet, or the one whose place it takes, has made.
pub fn made_by(filing: &Filing) -> Vec<Made> {
    filing
        .made
        .as_ref()
        .and_then(|made| serde_json::from_value(made.clone()).ok())
        .unwrap_or_default()
}

/// Makes what the form asks for on this sheet and what was not made before.
pub async fn make(work: &mut Work, case: &Case, form: &Form, filing: Filing) -> Result<Filing, Failure> {
    if form.makes.is_empty() {
        return Ok(filing);
    }
    let mut made = made_by(&filing);
    let before = made.len();
    for (place, one) in form.makes.iter().enumerate() {
        let roots = Roots::none().with("form", queries::root(&filing));
        let known = made.iter().any(|made| made.place == place);
        if known || !case.holds(&Context::of(work), one.when.as_ref(), &roots).await? {
            continue;
        }
        let app = work.app().clone();
        let registry = app.registry();
        let (Some(maker), Some(making)) = (
            registry.makers.get(one.record.as_str()),
            registry
                .vocabulary
                .kind(&one.record)
                .and_then(|kind| kind.making.as_ref()),
        ) else {
            continue;
        };
        let given: Map<String, Value> = making
            .fields
            .iter()
            .filter_map(|field| Some((field.name.clone(), filing.fields.get(&field.name)?)))
            .map(|(name, sent)| (name, value::as_fact(sent)))
            .collect();
        let subject = (maker.make)(work, case.subject(), &given)
            .await
            .map_err(below_fields)?;
        let facts = json!({ "filing": filing.id, "form": form.id, "record": one.record, "made": subject });
        work.record_named("form.made", case.subject().clone(), facts)
            .await?;
        made.push(Made { place, subject });
    }
    if made.len() == before {
        return Ok(filing);
    }
    let made = serde_json::to_value(&made)?;
    Entity::update_many()
        .col_expr(Column::Made, Expr::value(made.clone()))
        .filter(Column::Id.eq(filing.id))
        .exec(&work.db())
        .await?;
    Ok(Filing {
        made: Some(made),
        ..filing
    })
}

/// Faults of the record stand at the fields of the sheet that it was made from.
fn below_fields(failure: Failure) -> Failure {
    let Failure::Refused(mut refused) = failure else {
        return failure;
    };
    for fault in &mut refused.faults {
        fault.pointer = format!("/fields{}", fault.pointer);
    }
    Failure::Refused(refused)
}
