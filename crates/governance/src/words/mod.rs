//! What packs call their statements and which fields they add to records: for screens, which meet both by their ids.

mod api;

pub(crate) use api::routes;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::extra;
use xianji_kernel::text::Text;
use xianji_platform::policy_book::PolicyBook;
use xianji_platform::{Actor, App};
use xianji_policy::model::{ExtraField, Named, Pack, RuleKind, RuleRef, Shelf};

/// A statement of a pack: whether it is there, and its name where it has one.
pub(crate) fn statement<'a>(pack: &'a Pack, rule: &RuleRef) -> (bool, Option<&'a Text>) {
    if rule.kind == RuleKind::Record {
        return (true, None);
    }
    let found = named(pack, rule.kind).find(|(id, _)| *id == rule.id);
    (found.is_some(), found.and_then(|(_, name)| name))
}

/// Every statement of a kind with its name, in the order of the pack.
fn named(pack: &Pack, kind: RuleKind) -> Box<dyn Iterator<Item = (&str, Option<&Text>)> + '_> {
    fn of<'a, T: Named>(
        shelf: &'a Shelf<T>,
        name: impl Fn(&'a T) -> Option<&'a Text> + 'a,
    ) -> Box<dyn Iterator<Item = (&'a str, Option<&'a Text>)> + 'a> {
        Box::new(shelf.iter().map(move |one| (one.id(), name(one))))
    }
    match kind {
        RuleKind::Obligation => of(&pack.obligations, |one| Some(&one.name)),
        RuleKind::Gate => of(&pack.gates, |one| one.name.as_ref()),
        RuleKind::Approval => of(&pack.approvals, |one| one.name.as_ref()),
        RuleKind::Metric => of(&pack.metrics, |one| Some(&one.name)),
        RuleKind::Stage => of(&pack.stages, |one| Some(&one.name)),
        RuleKind::Form => of(&pack.forms, |one| Some(&one.name)),
        RuleKind::Grading => of(&pack.gradings, |one| Some(&one.name)),
        RuleKind::Secrecy => of(&pack.secrecies, |one| Some(&one.name)),
        RuleKind::Route => of(&pack.routes, |one| one.name.as_ref()),
        RuleKind::Notice => of(&pack.notices, |one| one.name.as_ref()),
        RuleKind::Deliverable => of(&pack.deliverables, |one| Some(&one.name)),
        RuleKind::Record => Box::new(std::iter::empty()),
    }
}

/// Names of the statements of every published version; where two call one differently, the pack of the reader's department is right, then
/// those in force elsewhere.
fn names(packs: &[Arc<Pack>]) -> BTreeMap<(&'static str, &str), &Text> {
    let mut names = BTreeMap::new();
    for pack in packs {
        for kind in RuleKind::ALL {
            for (id, name) in named(pack, kind) {
                if let Some(name) = name {
                    names.entry((kind.word(), id)).or_insert(name);
                }
            }
        }
    }
    names
}

/// The fields that packs in force add to records of a kind, each once, those of the reader's department first.
fn fields<'a>(app: &App, packs: &'a [Arc<Pack>], kind: &'a str) -> Vec<&'a ExtraField> {
    let mut fields: Vec<&ExtraField> = Vec::new();
    let all = packs.iter().flat_map(|pack| pack.fields_of(kind));
    for one in all.filter(|one| !extra::is_own(app, kind, &one.field.id)) {
        if !fields.iter().any(|known| known.field.id == one.field.id) {
            fields.push(one);
        }
    }
    fields
}

/// The packs in force, that of the actor's department first; on demand all other versions after them.
fn packs(book: &PolicyBook, actor: &Actor, today: chrono::NaiveDate, all: bool) -> Vec<Arc<Pack>> {
    let mine = actor.department().and_then(|here| book.in_force(here, today));
    let in_force = book.all_in_force(today).into_iter().map(|(_, pack, _)| pack);
    let others = book.versions().map(|(_, pack)| pack.clone()).filter(|_| all);
    mine.map(|(_, pack)| pack.clone())
        .into_iter()
        .chain(in_force)
        .chain(others)
        .collect()
}
