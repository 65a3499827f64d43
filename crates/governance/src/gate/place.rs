//! Where a condition is met: the page of the record whose fact it asks for, there where the record's kind says that this fact is supplied.

use xianji_platform::subject;
use xianji_policy::condition::{Condition, Reference};
use xianji_policy::{FactType, RecordShape};

use crate::engine::{Case, Context};

/// The address of the first fact named whose place is known; the farthest way first, so that a customer's own page goes before that of the
/// project which names it.
pub(super) fn of_condition(ctx: &Context<'_>, case: &Case, condition: &Condition) -> Option<String> {
    let mut ways: Vec<(&str, &[String])> = condition
        .references()
        .iter()
        .filter_map(|reference| match reference {
            Reference::Fact { root, path } if !path.is_empty() => Some((root.as_str(), path.as_slice())),
            _ => None,
        })
        .collect();
    ways.sort_by_key(|(_, path)| std::cmp::Reverse(path.len()));
    ways.into_iter()
        .find_map(|(root, path)| of_fact(ctx, case.rise(ctx, root)?, path))
}

/// Goes along as far as there are records; where one is missing, it is supplied on the one that should name it.
fn of_fact(ctx: &Context<'_>, mut here: Case, path: &[String]) -> Option<String> {
    let vocabulary = &ctx.app.registry().vocabulary;
    for (at, name) in path.iter().enumerate() {
        let kind = vocabulary.kind(&here.subject().kind)?;
        let leads_to = match kind.fact(name).map(|fact| &fact.ty) {
            Some(FactType::Record(RecordShape::Kind(next))) => here.rise(ctx, next),
            _ => None,
        };
        match leads_to.filter(|_| at + 1 < path.len()) {
            Some(next) => here = next,
            None => {
                let place = kind.place_of(name)?;
                return Some(format!("{}{place}", subject::address(ctx.app, here.subject())?));
            }
        }
    }
    None
}
