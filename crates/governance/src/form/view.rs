//! A form and a filed sheet as screens show them, in the reader's language.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use xianji_kernel::text::Language;
use xianji_platform::{Failure, MemberId, Subject};
use xianji_policy::condition::{Condition, Reference};
use xianji_policy::model::{Column, Field, FieldType, Form};

use super::entity::{Filing, FilingId};
use crate::engine::{Case, Context, Roots};
use crate::sight::PersonView;

/// A form to be filled in.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormView {
    pub id: String,
    pub name: String,
    pub fields: Vec<FieldView>,
    /// What is pre-filled, by field id.
    #[schema(value_type = Object)]
    pub values: Map<String, Value>,
    /// Those present are asked for.
    pub present: bool,
    pub anonymous: bool,
    /// Least score with which it passes.
    pub pass: Option<u32>,
    /// The newest sheet filed here, if there is one.
    pub newest: Option<FilingId>,
    pub can: FormCan,
}

/// What the reader may do with it.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormCan {
    pub file: bool,
}

/// A line of a form.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldView {
    pub id: String,
    pub name: String,
    /// `text`, `number`, `money`, …
    #[serde(rename = "type")]
    pub ty: &'static str,
    pub help: Option<String>,
    pub unit: Option<String>,
    pub required: bool,
    /// A condition over the sheet's own fields, for the screen; the server judges it in any case.
    pub when: Option<String>,
    pub choices: Vec<ChoiceView>,
    /// A cross here fails the sheet.
    pub red: bool,
    /// A reason is asked where the pre-filled value is changed, or the check crossed.
    pub reason: bool,
    pub columns: Vec<ColumnView>,
}

/// One of several answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChoiceView {
    pub id: String,
    pub name: String,
}

/// A column of a table, or of action rows beside what, owner and due date.
#[derive(Debug, Serialize, ToSchema)]
pub struct ColumnView {
    pub id: String,
    pub name: String,
    #[serde(rename = "type")]
    pub ty: &'static str,
    pub required: bool,
}

/// A filed sheet.
#[derive(Debug, Serialize, ToSchema)]
pub struct FilingView {
    pub id: FilingId,
    pub number: Option<String>,
    pub form: String,
    pub name: String,
    pub subject: Subject,
    /// Fields as they were when it was filed.
    pub fields: Vec<FieldView>,
    #[schema(value_type = Object)]
    pub values: Value,
    #[schema(value_type = Object)]
    pub reasons: Value,
    pub present: Vec<PersonView>,
    pub score: Option<i32>,
    pub passed: bool,
    pub valid_until: Option<DateTime<Utc>>,
    /// Whether gates may rest on it now.
    pub holds: bool,
    pub filed_as: String,
    pub filed_by: Option<PersonView>,
    pub filed_at: DateTime<Utc>,
    pub replaces: Option<FilingId>,
    pub replaced_by: Option<FilingId>,
    /// Records that it has made.
    pub made: Vec<Subject>,
}

/// Fields that are asked now: what depends on the record alone is judged here, what depends on the sheet is left to the screen.
pub async fn fields(
    ctx: &Context<'_>,
    case: &Case,
    form: &Form,
    language: Language,
) -> Result<Vec<FieldView>, Failure> {
    let mut views = Vec::new();
    for field in &form.fields {
        match &field.when {
            Some(when) if !speaks_of_sheet(when) => {
                if case.judge(ctx, when, &Roots::none()).await? {
                    views.push(FieldView {
                        when: None,
                        ..FieldView::of(field, language)
                    });
                }
            }
            _ => views.push(FieldView::of(field, language)),
        }
    }
    Ok(views)
}

fn speaks_of_sheet(when: &Condition) -> bool {
    when.references()
        .iter()
        .any(|reference| matches!(reference, Reference::Fact { root, .. } if root == "form"))
}

impl FieldView {
    /// A line as the reader's language names it; also for fields that a pack adds to a record.
    pub fn of(field: &Field, language: Language) -> Self {
        let text = |text: &xianji_kernel::text::Text| text.get(language).to_owned();
        Self {
            id: field.id.clone(),
            name: text(&field.name),
            ty: word(field.ty),
            help: field.help.as_ref().map(text),
            unit: field.unit.clone(),
            required: field.required,
            when: field.when.as_ref().map(|when| when.text().to_owned()),
            choices: field
                .choices
                .iter()
                .map(|choice| ChoiceView {
                    id: choice.id.clone(),
                    name: text(&choice.name),
                })
                .collect(),
            red: field.red,
            reason: field.reason,
            columns: field
                .columns
                .iter()
                .map(|column| ColumnView::of(column, language))
                .collect(),
        }
    }
}

impl ColumnView {
    fn of(column: &Column, language: Language) -> Self {
        let name = column.name.get(language).to_owned();
        Self {
            id: column.id.clone(),
            name,
            ty: word(column.ty),
            required: column.required,
        }
    }
}

impl FilingView {
    /// A sheet read by the version that it was checked by.
    pub fn of(
        ctx: &Context<'_>,
        filing: Filing,
        language: Language,
        names: &HashMap<MemberId, String>,
    ) -> Self {
        let form = filing
            .pack_version_id
            .and_then(|id| ctx.book.version(id))
            .and_then(|pack| pack.forms.get(&filing.form));
        Self {
            name: form.map_or_else(|| filing.form.clone(), |form| form.name.get(language).to_owned()),
            fields: form
                .map(|form| {
                    form.fields
                        .iter()
                        .map(|field| FieldView::of(field, language))
                        .collect()
                })
                .unwrap_or_default(),
            holds: filing.holds(ctx.now),
            present: filing
                .present_members()
                .into_iter()
                .map(|id| PersonView::of(names, id))
                .collect(),
            filed_by: filing.filed_by.map(|id| PersonView::of(names, id)),
            made: super::makes::made_by(&filing)
                .into_iter()
                .map(|made| made.subject)
                .collect(),
            subject: filing.subject(),
            id: filing.id,
            number: filing.number,
            form: filing.form,
            values: filing.fields,
            reasons: filing.reasons,
            score: filing.score,
            passed: filing.passed,
            valid_until: filing.valid_until,
            filed_as: filing.filed_as,
            filed_at: filing.filed_at,
            replaces: filing.replaces,
            replaced_by: filing.replaced_by,
        }
    }
}

/// The type as packs write it.
pub fn word(ty: FieldType) -> &'static str {
    match ty {
        FieldType::Text => "text",
        FieldType::Number => "number",
        FieldType::Money => "money",
        FieldType::Percent => "percent",
        FieldType::Date => "date",
        FieldType::Choice => "choice",
        FieldType::Flag => "flag",
        FieldType::Check => "check",
        FieldType::Score => "score",
        FieldType::Stars => "stars",
        FieldType::Level => "level",
        FieldType::Member => "member",
        FieldType::File => "file",
        FieldType::Signature => "signature",
        FieldType::Table => "table",
        FieldType::Actions => "actions",
    }
}
