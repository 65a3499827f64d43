//! What a reader of something secret must have done or hold first: asked of the reader, not of the record, and answered as a gate answers.

use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, QueryTrait};
use serde_json::Value;
use xianji_kernel::text::Language;
use xianji_platform::{Failure, MemberId, Subject};
use xianji_policy::model::{Need, NeedItem, Secrecy};

use super::items::{address, words};
use super::model::GateItem;
use super::need::{Asking, is_asked, is_met};
use crate::engine::{Case, Context, Roots};
use crate::form::entity as filing;
use crate::obligation::entity::{self as obligation, person};
use crate::sight;

/// Everything that a class of secrecy asks of a reader of this record, met or missing.
pub async fn asked_of_reader(
    ctx: &Context<'_>,
    case: &Case,
    reader: MemberId,
    secrecy: &Secrecy,
    language: Language,
) -> Result<Vec<GateItem>, Failure> {
    let Some(person) = Case::load(ctx, &Subject::new("member", reader)).await? else {
        return Err(Failure::not_found("member"));
    };
    let person = person.under(case);
    let known = Value::Object(person.facts.facts.clone());
    let roots = Roots::none().with("member", known);
    let mut items = Vec::new();
    for need in &secrecy.needs {
        if !is_asked(ctx, case, need, &roots).await? {
            continue;
        }
        let met = is_met_by(ctx, case, &person, reader, &need.need, &roots).await?;
        items.push(item(ctx, &person, reader, secrecy, need, met, language).await?);
    }
    Ok(items)
}

/// What is done or filed counts when this reader did or filed it: on the record, on what it belongs to, for the company, or about oneself.
async fn is_met_by(
    ctx: &Context<'_>,
    case: &Case,
    person: &Case,
    reader: MemberId,
    need: &Need,
    roots: &Roots,
) -> Result<bool, Failure> {
    let asking = Asking { member: Some(reader) };
    match need {
        Need::Done(rule) => has_done(ctx, case, reader, rule).await,
        Need::Form(form) => has_filed(ctx, case, reader, form).await,
        Need::Cel(_) | Need::Skill { .. } | Need::NoneOpen(_) => is_met(ctx, case, need, asking, roots).await,
        Need::Deliverable(_)
        | Need::AllDeliverables
        | Need::Approved(_)
        | Need::Filled(_)
        | Need::Contributed(_)
        | Need::Attended(_)
        | Need::Flag(_) => {
            Ok(is_met(ctx, person, need, asking, roots).await?
                || is_met(ctx, case, need, asking, roots).await?)
        }
    }
}

/// The subjects on which a reader's doing counts: the record, what it belongs to, the reader and the company.
fn places(ctx: &Context<'_>, case: &Case, reader: MemberId) -> Vec<Subject> {
    let mut places = vec![Subject::new("member", reader)];
    places.extend(
        std::iter::once(&case.facts)
            .chain(&case.chain)
            .map(|one| one.subject.clone()),
    );
    let departments = ctx
        .book
        .tree()
        .all()
        .map(|department| Subject::new(crate::engine::COMPANY, department));
    places.extend(departments);
    places
}

async fn has_done(ctx: &Context<'_>, case: &Case, reader: MemberId, rule: &str) -> Result<bool, Failure> {
    let mine = person::Entity::find()
        .select_only()
        .column(person::Column::ObligationId)
        .filter(person::Column::MemberId.eq(reader))
        .filter(person::Column::State.eq("done"))
        .into_query();
    let done = obligation::Entity::find()
        .filter(obligation::Column::Rule.eq(rule))
        .filter(obligation::Column::State.is_in([obligation::State::Fulfilled, obligation::State::Late]))
        .filter(
            Condition::any()
                .add(obligation::Column::Id.in_subquery(mine))
                .add(obligation::Column::ClosedBy.eq(reader)),
        );
    let here = places(ctx, case, reader)
        .into_iter()
        .fold(Condition::any(), |any, place| {
            any.add(
                Condition::all()
                    .add(obligation::Column::SubjectKind.eq(place.kind))
                    .add(obligation::Column::SubjectId.eq(place.id)),
            )
        });
    Ok(done.filter(here).count(&ctx.db).await? > 0)
}

async fn has_filed(ctx: &Context<'_>, case: &Case, reader: MemberId, form: &str) -> Result<bool, Failure> {
    let here = places(ctx, case, reader)
        .into_iter()
        .fold(Condition::any(), |any, place| {
            any.add(
                Condition::all()
                    .add(filing::Column::SubjectKind.eq(place.kind))
                    .add(filing::Column::SubjectId.eq(place.id)),
            )
        });
    let good = Condition::any()
        .add(filing::Column::ValidUntil.is_null())
        .add(filing::Column::ValidUntil.gt(ctx.now));
    let filed = filing::Entity::find()
        .filter(filing::Column::Form.eq(form))
        .filter(filing::Column::FiledBy.eq(reader))
        .filter(filing::Column::Passed.eq(true))
        .filter(filing::Column::ReplacedBy.is_null())
        .filter(good);
    Ok(filed.filter(here).count(&ctx.db).await? > 0)
}

async fn item(
    ctx: &Context<'_>,
    person: &Case,
    reader: MemberId,
    secrecy: &Secrecy,
    need: &NeedItem,
    met: bool,
    language: Language,
) -> Result<GateItem, Failure> {
    let suppliers: Vec<MemberId> = (!met).then_some(reader).into_iter().collect();
    let names = sight::names(&ctx.db, suppliers.iter().copied()).await?;
    Ok(GateItem {
        gate: format!("secrecy:{}", secrecy.id),
        need: need.code.clone(),
        name: words(ctx, person, need, language),
        met,
        effect: "block".into(),
        from: suppliers.first().and_then(|member| names.get(member).cloned()),
        suppliers,
        address: if met {
            None
        } else {
            address(ctx, person, &need.need)
        },
        exemptible: false,
    })
}
