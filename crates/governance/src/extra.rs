//! Fields of records that packs speak of: those that they add, each of its type, and those, the record's own ones too, that must be filled
//! at a point of its life. A statement whose id is a fact of the record speaks of that fact and adds nothing.

use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use xianji_kernel::text::Language;
use xianji_platform::policy_book::PolicyBook;
use xianji_platform::{App, FieldFault, PackVersionId, SubjectFacts, Work};
use xianji_policy::condition::Facts;
use xianji_policy::model::{ExtraField, Pack};

use crate::form::value;
use crate::form::view::FieldView;

/// A field that a pack asks for and that is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct MissingField {
    /// Its id.
    pub field: String,
    /// Its name in the reader's language.
    pub name: String,
    /// The pack added it: its value stands in `extra`.
    pub added: bool,
}

impl MissingField {
    /// Where a request supplies it.
    pub fn pointer(&self) -> String {
        if self.added {
            format!("/extra/{}", self.field)
        } else {
            format!("/{}", self.field)
        }
    }
}

/// All that is wrong with extra fields given for a record of this kind under the pack that it keeps.
pub fn faults(
    work: &Work,
    pack: Option<PackVersionId>,
    kind: &str,
    given: Option<&Map<String, Value>>,
) -> Vec<FieldFault> {
    let Some(given) = given else { return Vec::new() };
    let pack = pack
        .and_then(|id| work.policies().version(id))
        .map(std::convert::AsRef::as_ref);
    let home = &work.policies().company().currency;
    let mut faults = Vec::new();
    for (name, value) in given {
        let pointer = format!("/extra/{}", name.replace('~', "~0").replace('/', "~1"));
        let declared = pack.and_then(|pack| added(work.app(), pack, kind).find(|one| one.field.id == *name));
        match declared {
            Some(extra) => faults.extend(value::faults(&extra.field, value, &pointer, home)),
            None => faults.push(FieldFault::at(pointer, "unknown-field")),
        }
    }
    faults
}

/// Fields that the record's pack asks for at a state or stage and that are empty.
pub fn missing_at(
    app: &App,
    pack: Option<&Pack>,
    record: &SubjectFacts,
    point: &str,
    language: Language,
) -> Vec<MissingField> {
    let kind = record.subject.kind.as_str();
    let mut roots = Facts::default();
    roots
        .roots
        .insert(kind.to_owned(), Value::Object(record.facts.clone()));
    let asked = pack
        .into_iter()
        .flat_map(|pack| pack.fields_of(kind))
        .filter(|one| one.field.required_at.as_deref() == Some(point))
        // What cannot be judged on the record alone is asked.
        .filter(|one| {
            one.field
                .when
                .as_ref()
                .is_none_or(|when| when.judge(&roots).unwrap_or(true))
        });
    let empty = asked.filter(|one| record.facts.get(&one.field.id).is_none_or(is_empty));
    empty
        .map(|one| MissingField {
            field: one.field.id.clone(),
            name: one.field.name.get(language).to_owned(),
            added: !is_own(app, kind, &one.field.id),
        })
        .collect()
}

/// A count of nothing is empty too.
fn is_empty(value: &Value) -> bool {
    value::is_empty(value) || value.as_i64() == Some(0)
}

/// What a pack adds to records of this kind, for the screen that asks for it.
pub fn views(
    app: &App,
    book: &PolicyBook,
    pack: Option<PackVersionId>,
    kind: &str,
    language: Language,
) -> Vec<FieldView> {
    let pack = pack.and_then(|id| book.version(id));
    pack.into_iter()
        .flat_map(|pack| added(app, pack, kind))
        .map(|extra| FieldView::of(&extra.field, language))
        .collect()
}

fn added<'a>(app: &'a App, pack: &'a Pack, kind: &'a str) -> impl Iterator<Item = &'a ExtraField> {
    pack.fields_of(kind)
        .filter(move |one| !is_own(app, kind, &one.field.id))
}

/// Whether a pack's field speaks of one that the record has anyway.
pub(crate) fn is_own(app: &App, kind: &str, field: &str) -> bool {
    app.registry()
        .kinds
        .get(kind)
        .is_some_and(|known| known.declared.fact(field).is_some())
}
