//! Filing a sheet.

use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::{Map, Value, json};
use xianji_platform::identity::{self, ActorKind};
use xianji_platform::{Failure, FieldFault, Invalid, MemberId, Owned, Subject, Work};
use xianji_policy::model::{Form, FormSubject};

use super::entity::{Column, Entity, Filing, FilingId};
use super::model::{self, Checked, Sheet};
use super::refusal::FormError;
use super::{makes, queries, value};
use crate::engine::{COMPANY, Case, Context, Roots, calendar, must_all_be_active, resolve};
use crate::sight::{self, OnRecord};

/// A sheet that somebody wants to file.
#[derive(Clone, Debug)]
pub struct NewFiling {
    /// The form's id in the pack that the subject keeps.
    pub form: String,
    /// The record.
    pub subject: Subject,
    /// Values and reasons.
    pub sheet: Sheet,
    /// Who was present, where the form is the minutes of a meeting.
    pub present: Vec<MemberId>,
    /// The sheet whose place it takes; without, the newest, unless the form is a register or minutes.
    pub replaces: Option<FilingId>,
}

/// Files a sheet: checked, scored, numbered where the form is a register. What was filed before is not touched.
pub async fn file(work: &mut Work, new: NewFiling) -> Result<Filing, Failure> {
    let case = Case::load(&Context::of(work), &new.subject)
        .await?
        .ok_or_else(|| Failure::not_found("record"))?;
    let form = match form_of(&case, &new.form) {
        Ok(form) => form.clone(),
        Err(failure) => {
            // Of a record that one may not see, one learns nothing.
            sight::must_see(work.app(), &work.db(), work.actor(), case.subject()).await?;
            return Err(failure);
        }
    };
    permit(work, &case, &form).await?;
    case.still_written(&Context::of(work))?;
    file_unasked(work, &case, &form, new).await
}

/// The same where the right to file follows from something else: a link sent to the customer, a step of an approval.
pub async fn file_unasked(
    work: &mut Work,
    case: &Case,
    form: &Form,
    new: NewFiling,
) -> Result<Filing, Failure> {
    let replaced = replaced(work, form, &new).await?;
    keep(work, case, form, new, replaced).await
}

/// The same for a sheet that stands beside those of others, as one opinion beside another.
pub async fn file_beside(
    work: &mut Work,
    case: &Case,
    form: &Form,
    new: NewFiling,
) -> Result<Filing, Failure> {
    keep(work, case, form, new, None).await
}

async fn keep(
    work: &mut Work,
    case: &Case,
    form: &Form,
    new: NewFiling,
    replaced: Option<FilingId>,
) -> Result<Filing, Failure> {
    let (fields, outcome) = checked(&Context::of(work), case, form, &new).await?;
    let asked: Vec<_> = form.fields.iter().collect();
    let mut named = value::members(&asked, &fields);
    let present = new.present.iter().enumerate();
    named.extend(present.map(|(place, member)| (format!("/present/{place}"), *member)));
    must_all_be_active(&work.db(), &named).await?;
    let number = match &form.list {
        Some(prefix) => Some(work.number_as(&format!("list:{prefix}"), prefix).await?),
        None => None,
    };
    let filing = Filing {
        id: work.next_id(),
        number,
        form: form.id.clone(),
        subject_kind: new.subject.kind,
        subject_id: new.subject.id,
        pack_version_id: case.pack_id,
        fields: Value::Object(fields),
        reasons: Value::Object(new.sheet.reasons),
        present: json!(new.present),
        score: outcome.score,
        passed: outcome.passed,
        valid_until: valid_until(&Context::of(work), case, form)?,
        filed_as: filed_as(work, form).into(),
        filed_by: work.actor().member().filter(|_| !form.anonymous),
        on_behalf_of: work.actor().on_behalf_of().filter(|_| !form.anonymous),
        replaces: replaced,
        replaced_by: None,
        made: match replaced {
            Some(before) => queries::find(&work.db(), before).await?.made,
            None => None,
        },
        filed_at: work.now,
    };
    save(work, &filing).await?;
    announce(work, form, &filing).await?;
    let filing = makes::make(work, case, form, filing).await?;
    Ok(filing)
}

/// The form by this id, if it is filed on such a record.
pub fn form_of<'c>(case: &'c Case, id: &str) -> Result<&'c Form, Failure> {
    let form = case
        .pack
        .forms
        .get(id)
        .ok_or_else(|| Failure::not_found("form"))?;
    let kind = &case.subject().kind;
    let fits = match &form.on {
        FormSubject::Record(on) => on == kind,
        FormSubject::Company => kind == COMPANY,
        FormSubject::Lifecycle => case.pack.lifecycles.iter().any(|life| life.of == *kind),
    };
    if fits {
        Ok(form)
    } else {
        Err(FormError::OtherSubject(id.to_owned(), kind.clone()).into())
    }
}

/// Whether the actor may file this form here: whoever the form names, else whoever may file on the record or owes the sheet.
pub async fn may_file(
    ctx: &Context<'_>,
    actor: &xianji_platform::Actor,
    case: &Case,
    form: &Form,
) -> Result<bool, Failure> {
    if matches!(actor.who(), ActorKind::System) {
        return Ok(true);
    }
    let Some(member) = actor.member() else {
        return Ok(false);
    };
    let acting = [Some(member), actor.on_behalf_of()];
    if let Some(who) = &form.filled_by {
        let people = resolve(ctx, case, who, &Roots::none()).await?;
        return Ok(people.members.iter().any(|one| acting.contains(&Some(*one))));
    }
    let record = OnRecord::of(&case.facts);
    let theirs =
        record.owner().is_some_and(|owner| acting.contains(&Some(owner))) || record.named().contains(&member);
    if theirs || identity::may_on(ctx.app, &ctx.db, ctx.now, actor, "form.file", &record).await? {
        return Ok(true);
    }
    super::owed::owes(ctx, member, case, &form.id).await
}

async fn permit(work: &Work, case: &Case, form: &Form) -> Result<(), Failure> {
    let ctx = Context::of(work);
    if !may_file(&ctx, work.actor(), case, form).await? {
        sight::must_see(work.app(), &ctx.db, work.actor(), case.subject()).await?;
        return Err(FormError::NotYours(form.id.clone()).into());
    }
    if case.holds(&ctx, form.when.as_ref(), &Roots::none()).await? {
        Ok(())
    } else {
        Err(FormError::NotAsked(form.id.clone()).into())
    }
}

/// What the form offers before anybody has typed: each field's `fill` over the subject.
pub async fn prefilled(ctx: &Context<'_>, case: &Case, form: &Form) -> Result<Map<String, Value>, Failure> {
    let currency = ctx.book.company().currency.clone();
    let mut values = Map::new();
    for field in &form.fields {
        let Some(fill) = &field.fill else { continue };
        let found = case
            .value(ctx, fill, &Roots::none().with("form", json!({})))
            .await?;
        let found = match (field.ty, found) {
            (_, Value::Null) => continue,
            (xianji_policy::model::FieldType::Money, amount) => {
                json!({ "amount": amount, "currency": currency })
            }
            (_, found) => found,
        };
        values.insert(field.id.clone(), found);
    }
    Ok(values)
}

async fn checked(
    ctx: &Context<'_>,
    case: &Case,
    form: &Form,
    new: &NewFiling,
) -> Result<(Map<String, Value>, super::score::Outcome), Failure> {
    let offered = prefilled(ctx, case, form).await?;
    let mut facts = case
        .facts_for(ctx, model::conditions(form), &Roots::none())
        .await?;
    let home = &ctx.book.company().currency;
    let verdict = model::check(form, &new.sheet, &offered, &mut facts, home)
        .map_err(|error| Failure::broken(format!("form {}: {error}", form.id)))?;
    let absent = (form.present && new.present.is_empty()).then(|| FieldFault::at("/present", "required"));
    match (verdict, absent) {
        (Checked::Sound { fields, outcome }, None) => Ok((fields, outcome)),
        (Checked::Sound { .. }, Some(fault)) => Err(Invalid(vec![fault]).into()),
        (Checked::Faulty(mut faults), absent) => {
            faults.extend(absent);
            Err(Invalid(faults).into())
        }
    }
}

async fn replaced(work: &Work, form: &Form, new: &NewFiling) -> Result<Option<FilingId>, Failure> {
    let Some(named) = new.replaces else {
        if form.list.is_some() || form.present {
            return Ok(None);
        }
        return Ok(queries::newest(&work.db(), &new.subject, &form.id)
            .await?
            .map(|filing| filing.id));
    };
    let filing = queries::find(&work.db(), named).await?;
    let fits = filing.form == form.id && filing.subject() == new.subject && filing.replaced_by.is_none();
    if fits {
        Ok(Some(named))
    } else {
        Err(FormError::NotReplaceable.into())
    }
}

fn valid_until(
    ctx: &Context<'_>,
    case: &Case,
    form: &Form,
) -> Result<Option<chrono::DateTime<chrono::Utc>>, Failure> {
    let Some(span) = &form.valid else { return Ok(None) };
    let calendar = calendar(ctx, &case.pack, None)?;
    let due = calendar
        .due(ctx.now, span, &[], ctx.now)
        .map_err(|error| Failure::broken(format!("form {}: {error}", form.id)))?;
    Ok(Some(due.at))
}

fn filed_as(work: &Work, form: &Form) -> &'static str {
    match work.actor().who() {
        _ if form.anonymous => "anonymous",
        ActorKind::Customer | ActorKind::Public => "customer",
        ActorKind::Member { .. } => "member",
        ActorKind::System => "system",
    }
}

async fn save(work: &Work, filing: &Filing) -> Result<(), Failure> {
    Entity::insert(filing.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await?;
    if let Some(before) = filing.replaces {
        let done = Entity::update_many()
            .col_expr(Column::ReplacedBy, Expr::value(filing.id))
            .filter(Column::Id.eq(before))
            .filter(Column::ReplacedBy.is_null())
            .exec(&work.db())
            .await?;
        if done.rows_affected == 0 {
            return Err(FormError::NotReplaceable.into());
        }
    }
    Ok(())
}

/// `form:x.filed` always; `form:x.failed` too when it did not pass.
async fn announce(work: &mut Work, form: &Form, filing: &Filing) -> Result<(), Failure> {
    let fields: Map<String, Value> = form
        .fields
        .iter()
        .filter_map(|field| {
            Some((
                field.id.clone(),
                value::evidence(field, filing.fields.get(&field.id)?),
            ))
        })
        .collect();
    let facts = json!({
        "filing": filing.id, "form": form.id, "number": filing.number, "score": filing.score, "passed": filing.passed,
        "present": filing.present, "replaces": filing.replaces, "fields": fields,
    });
    work.record_named(
        &format!("form:{}.filed", form.id),
        filing.subject(),
        facts.clone(),
    )
    .await?;
    if !filing.passed {
        work.record_named(&format!("form:{}.failed", form.id), filing.subject(), facts)
            .await?;
    }
    super::owed::open_actions(work, form, filing).await
}
