//! Fields that packs add to records: only those that the record's pack declares, each of its type.

use serde_json::{Map, Value};
use xianji_governance::form::value;
use xianji_governance::form::view::FieldView;
use xianji_platform::http::Call;
use xianji_platform::{FieldFault, PackVersionId, Work};
use xianji_policy::model::Pack;

/// All that is wrong with extra fields given for a record of this kind under the pack that it keeps.
pub(crate) fn faults(
    work: &Work,
    pack: Option<PackVersionId>,
    kind: &str,
    given: Option<&Map<String, Value>>,
) -> Vec<FieldFault> {
    let Some(given) = given else { return Vec::new() };
    let pack = pack_of(work, pack);
    let home = &work.policies().company().currency;
    let mut faults = Vec::new();
    for (name, value) in given {
        let pointer = format!("/extra/{}", name.replace('~', "~0").replace('/', "~1"));
        let declared = pack.and_then(|pack| pack.fields_of(kind).find(|extra| extra.field.id == *name));
        match declared {
            Some(extra) => faults.extend(value::faults(&extra.field, value, &pointer, home)),
            None => faults.push(FieldFault::at(pointer, "unknown-field")),
        }
    }
    faults
}

/// Extra fields that must be filled before a record of this kind enters a state, and are not: their names.
pub(crate) fn missing_at(
    work: &Work,
    pack: Option<PackVersionId>,
    kind: &str,
    state: &str,
    extra: &Value,
) -> Vec<String> {
    let fields = pack_of(work, pack)
        .into_iter()
        .flat_map(|pack| pack.fields_of(kind));
    let asked = fields.filter(|one| one.field.required_at.as_deref() == Some(state));
    let empty = asked.filter(|one| extra.get(&one.field.id).is_none_or(value::is_empty));
    empty.map(|one| format!("extra/{}", one.field.id)).collect()
}

/// What a pack adds to records of this kind, for the screen that asks for it.
pub(crate) fn views(call: &Call, pack: Option<PackVersionId>, kind: &str) -> Vec<FieldView> {
    let policies = call.app().policies();
    let pack = pack.and_then(|id| policies.version(id));
    pack.into_iter()
        .flat_map(|pack| pack.fields_of(kind))
        .map(|extra| FieldView::of(&extra.field, call.actor().language))
        .collect()
}

fn pack_of(work: &Work, pack: Option<PackVersionId>) -> Option<&Pack> {
    pack.and_then(|id| work.policies().version(id))
        .map(std::convert::AsRef::as_ref)
}
