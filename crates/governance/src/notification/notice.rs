//! Notices of the pack: who is told when something happens, and by when it must be read.

use sea_orm::EntityTrait;
use xianji_kernel::text::Text;
use xianji_platform::work::Recorded;
use xianji_platform::{Failure, Work};
use xianji_policy::model::Notice;

use super::entity::Model;
use super::{Tell, tell};
use crate::engine::{Case, Context, Limit, Mode, People, Roots, due, resolve};
use crate::fault;
use crate::obligation::entity::Entity as ObligationEntity;
use crate::obligation::{Evidence, Opening, Source, fulfil, open};

/// Sends what the pack of `case` says of an event of `from`, which is the same record or one that belongs to it.
pub(crate) async fn send(
    work: &mut Work,
    from: &Case,
    case: &Case,
    notice: &Notice,
    event: &Recorded,
    roots: &Roots,
) -> Result<(), Failure> {
    let (members, faults) = {
        let ctx = Context::of(work);
        let seen = from.under(case);
        if !seen.holds(&ctx, notice.trigger.filter.as_ref(), roots).await?
            || !seen.holds(&ctx, notice.when.as_ref(), roots).await?
        {
            return Ok(());
        }
        let (mut members, mut faults) = (Vec::new(), Vec::new());
        for who in &notice.to {
            let people = resolve(&ctx, case, who, roots).await?;
            members.extend(
                people
                    .members
                    .into_iter()
                    .filter(|member| Some(*member) != event.member),
            );
            faults.extend(people.faults);
        }
        members.sort();
        members.dedup();
        (members, faults)
    };
    for nobody in &faults {
        fault::note(work, &notice.id, case.subject(), nobody).await?;
    }
    let words = said(notice);
    let Some(time) = &notice.read else {
        let what = Tell {
            kind: "notice",
            rule: notice.id.clone(),
            subject: case.subject().clone(),
            obligation: None,
            words,
        };
        return tell(work, &members, &what).await;
    };
    for member in members {
        let when = due(&Context::of(work), case, time, Limit::from(work.now)).await?;
        let people = People {
            members: vec![member],
            mode: Mode::Each,
            faults: Vec::new(),
            customer: false,
        };
        let rule = format!("{}.read", notice.id);
        let opening = Opening::on(
            case,
            Source::Notice,
            &rule,
            &event.id.to_string(),
            words.clone(),
            people,
            when,
        );
        let opened = open(
            work,
            Opening {
                start: work.now,
                event: Some(event.id),
                ..opening
            },
        )
        .await?;
        let what = Tell {
            kind: "notice",
            rule: notice.id.clone(),
            subject: case.subject().clone(),
            obligation: opened.first().copied(),
            words: words.clone(),
        };
        tell(work, &[member], &what).await?;
    }
    Ok(())
}

/// The obligation to read it is done.
pub(super) async fn was_read(work: &mut Work, row: &Model) -> Result<(), Failure> {
    let Some(id) = row.obligation_id else {
        return Ok(());
    };
    let open = ObligationEntity::find_by_id(id)
        .one(&work.db())
        .await?
        .is_some_and(|row| row.is_open());
    if open {
        let by = Evidence::now(work, None);
        fulfil(work, id, by).await?;
    }
    Ok(())
}

/// What the pack says.
fn said(notice: &Notice) -> Text {
    notice
        .say
        .clone()
        .or_else(|| notice.name.clone())
        .unwrap_or_else(|| Text::zh(&notice.id))
}
