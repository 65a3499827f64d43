//! The parts of a record, each a case of its own under the pack that the record keeps.

use sea_orm::ConnectionTrait;
use uuid::Uuid;
use xianji_platform::{Failure, Subject};

use super::{Case, Context};

/// Parts that one look at a record goes through at most.
const MOST: u64 = 1_000;

/// The parts of this name that a record has and that have not ended, in the order of their ids.
pub async fn parts_of(ctx: &Context<'_>, whole: &Case, name: &str) -> Result<Vec<Case>, Failure> {
    let kind = &whole.subject().kind;
    let registry = ctx.app.registry();
    let known = registry
        .parts
        .iter()
        .find(|one| one.of == kind && one.name == name);
    let declared = registry.vocabulary.kind(kind).and_then(|kind| kind.part(name));
    let (Some(known), Some(part)) = (known, declared) else {
        return Ok(Vec::new());
    };
    let mut select = (known.of_record)(whole.subject().id);
    select.limit(MOST);
    let mut ids: Vec<Uuid> = Vec::new();
    for row in ctx.db.query_all(&select).await? {
        ids.push(row.try_get_by_index(0)?);
    }
    ids.sort();
    let mut found = Vec::new();
    for id in ids {
        let case = Case::load(ctx, &Subject::new(part, id)).await?;
        found.extend(
            case.filter(|case| !case.facts.ended)
                .map(|case| case.under(whole)),
        );
    }
    Ok(found)
}
