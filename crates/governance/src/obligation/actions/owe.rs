//! Who owes what is open, found anew: the rule's people of today, and whoever stands in for those who are away or gone.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use xianji_platform::{Failure, MemberId, Work};
use xianji_policy::model::Who;

use super::people::{assign, hand_back, handed_to};
use super::void;
use crate::engine::{Case, Context, People, Roots, is_active, names_event, resolve, standing_in};
use crate::fault;
use crate::obligation::entity::{Column, Entity};
use crate::obligation::{Obligation, queries};

/// Finds its people anew; `who` is what the rule says, if a rule asks for it. Answers the row and whether it moved, or nothing when nobody
/// is asked for it any more.
pub(crate) async fn again(
    work: &mut Work,
    case: &Case,
    row: Obligation,
    who: Option<&Who>,
) -> Result<Option<(Obligation, bool)>, Failure> {
    if row.customer {
        return Ok(Some((row, false)));
    }
    let (row, handed) = kept_by(work, row).await?;
    // Whom only the opening event named, nothing later names again.
    let who = who.filter(|who| handed.is_none() && !names_event(case, who));
    let people = match who {
        Some(who) => resolve(&Context::of(work), case, who, &Roots::none()).await?,
        None => {
            let meant = match handed {
                Some(member) => vec![member],
                None => first_named(work, &row).await?,
            };
            standing_in(&Context::of(work), &meant).await?
        }
    };
    for nobody in &people.faults {
        fault::note(work, &row.rule, case.subject(), nobody).await?;
    }
    let meant = match (who, row.person.parse::<MemberId>()) {
        (Some(_), Ok(person)) => share_of(work, &row, person, people).await?,
        _ => Some(people),
    };
    let Some(meant) = meant else {
        void(work, row.id).await?;
        return Ok(None);
    };
    if assign(work, &row, &meant).await? {
        let row = queries::lock(work, row.id).await?;
        return Ok(Some((row, true)));
    }
    Ok(Some((row, false)))
}

/// To whom it was handed over; whoever has left keeps nothing, and it is the rule's again.
async fn kept_by(work: &mut Work, row: Obligation) -> Result<(Obligation, Option<MemberId>), Failure> {
    let Some(member) = handed_to(work, &row).await? else {
        return Ok((row, None));
    };
    if is_active(&work.db(), member).await? {
        return Ok((row, Some(member)));
    }
    let gone = standing_in(&Context::of(work), &[member]).await?;
    for nobody in &gone.faults {
        fault::note(work, &row.rule, &row.subject(), nobody).await?;
    }
    Ok((hand_back(work, row).await?, None))
}

/// Whom it was opened for.
async fn first_named(work: &Work, row: &Obligation) -> Result<Vec<MemberId>, Failure> {
    let shares = queries::shares(&work.db(), row.id).await?;
    let first = shares
        .iter()
        .filter(|share| share.role == "responsible" && share.why == "rule");
    Ok(first.map(|share| share.member_id).collect())
}

/// Under `all` and `most` each has a row of their own. It stays with whom it was opened for while the rule means them; else somebody who is
/// meant now and has none takes it over. Where everybody who is meant has one, whoever has left leaves nothing behind: nothing is answered.
async fn share_of(
    work: &Work,
    row: &Obligation,
    person: MemberId,
    people: People,
) -> Result<Option<People>, Failure> {
    let only = |member: MemberId| People {
        members: vec![member],
        ..people.clone()
    };
    if people.members.is_empty() || people.members.contains(&person) {
        return Ok(Some(only(person)));
    }
    let others: Vec<Obligation> = Entity::find()
        .filter(Column::SubjectKind.eq(&row.subject_kind))
        .filter(Column::SubjectId.eq(row.subject_id))
        .filter(Column::Rule.eq(&row.rule))
        .filter(Column::Occurrence.eq(&row.occurrence))
        .filter(Column::Id.ne(row.id))
        .all(&work.db())
        .await?;
    let mut served: Vec<MemberId> = others.iter().filter_map(|one| one.person.parse().ok()).collect();
    for people in queries::responsible_of(&work.db(), others.iter().map(|one| one.id))
        .await?
        .into_values()
    {
        served.extend(people.into_iter().map(|one| one.member_id));
    }
    let now = queries::responsible(&work.db(), row.id).await?;
    let holds = |member: &&MemberId| now.iter().any(|one| one.member_id == **member);
    let free: Vec<&MemberId> = people
        .members
        .iter()
        .filter(|member| !served.contains(member))
        .collect();
    let next = free.iter().find(|member| holds(member)).or_else(|| free.first());
    match next {
        Some(member) => Ok(Some(only(**member))),
        None if is_active(&work.db(), person).await? => Ok(Some(only(person))),
        None => Ok(None),
    }
}
