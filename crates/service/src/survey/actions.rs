//! Asking, and keeping what was answered.

use chrono::TimeDelta;
use futures_util::future::BoxFuture;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::Value;
use uuid::Uuid;
use xianji_engage::inquiry::Channel;
use xianji_engage::message::{Outgoing, send};
use xianji_governance::form::link;
use xianji_governance::obligation::entity as obligation;
use xianji_kernel::text::Language;
use xianji_platform::{Event, Failure, OnRecord, Reaction, Recorded, Subject, Work, event, subject};

use super::entity::{Entity, Survey, SurveyId, SurveyState};
use super::queries;

/// How long a customer's link is good for.
const LINK: TimeDelta = TimeDelta::days(30);

event!(/// A customer was asked, or somebody has to hand the link over.
    SurveySent = "survey.sent", survey: SurveyId => "survey" { form: String as Text, addressed: bool as Flag });
event!(/// The customer answered.
    SurveyAnswered = "survey.answered", survey: SurveyId => "survey" { form: String as Text, score: Option<i64> as Integer });

/// What packs may hear of.
pub fn events() -> Vec<xianji_policy::EventDecl> {
    vec![
        SurveySent::declared(),
        SurveyAnswered::declared(),
        SurveyLinkMade::declared(),
    ]
}

/// Reacts to what customers owe and to what they file.
pub fn reaction() -> Reaction {
    Reaction {
        name: "service.survey",
        on: &[],
        run: react,
    }
}

fn react<'a>(work: &'a mut Work, event: &'a Recorded) -> BoxFuture<'a, Result<(), Failure>> {
    Box::pin(async move {
        if event.name.starts_with("obligation:") && event.name.ends_with(".opened") {
            return asked(work, event).await;
        }
        match event
            .name
            .strip_prefix("form:")
            .and_then(|name| name.strip_suffix(".filed"))
        {
            Some(form) => answered(work, event, form).await,
            None => Ok(()),
        }
    })
}

async fn asked(work: &mut Work, event: &Recorded) -> Result<(), Failure> {
    let Some(id) = event.text("obligation").and_then(|id| id.parse::<Uuid>().ok()) else {
        return Ok(());
    };
    let Some(owed) = obligation::Entity::find_by_id(id).one(&work.db()).await? else {
        return Ok(());
    };
    match owed.form.clone() {
        Some(form) if owed.customer => ask(work, owed.subject(), form, id).await.map(|_| ()),
        _ => Ok(()),
    }
}

/// Asks the customer of a record to fill in a form.
async fn ask(work: &mut Work, subject: Subject, form: String, obligation: Uuid) -> Result<Survey, Failure> {
    let expires_at = work.now + LINK;
    let inquiry = match subject.kind.as_str() {
        "inquiry" => xianji_engage::inquiry::queries::any(&work.db(), subject.id.into()).await?,
        _ => None,
    };
    let address = match &inquiry {
        Some(inquiry) => queries::address(&work.db(), inquiry).await?,
        None => None,
    };
    let state = if address.is_some() {
        SurveyState::Sent
    } else {
        SurveyState::Unaddressed
    };
    let row = Survey {
        id: work.next_id(),
        subject_kind: subject.kind.clone(),
        subject_id: subject.id,
        form: form.clone(),
        obligation_id: obligation,
        state,
        expires_at,
        answered_at: None,
        score: None,
        filing_id: None,
        version: 1,
        created_at: work.now,
        updated_at: work.now,
    };
    Entity::insert(row.clone().into_active_model())
        .exec_without_returning(&work.db())
        .await?;
    if let (Some(inquiry), Some(to_address)) = (inquiry, address) {
        let link = link_for(work, &row).await?;
        let (subject, body) = letter(work, inquiry.spoken(), &inquiry.number, &link);
        let mail = Outgoing {
            inquiry: inquiry.id,
            channel: Channel::Mail,
            subject: Some(subject),
            body,
            to_address: Some(to_address),
            source: None,
        };
        send(work, mail).await?;
    }
    work.record(SurveySent {
        survey: row.id,
        form,
        addressed: state == SurveyState::Sent,
    })
    .await?;
    Ok(row)
}

/// A fresh link; earlier ones stay good until they run out or one of them is answered.
pub async fn link_for(work: &mut Work, survey: &Survey) -> Result<String, Failure> {
    let token = link::make(work, &survey.form, &survey.subject(), survey.expires_at).await?;
    Ok(work.policies().company().link(&format!("/p/response/{token}")))
}

fn letter(work: &Work, language: Language, number: &str, link: &str) -> (String, String) {
    let texts = &work.app().registry().texts;
    let company = work.policies().company().name.clone();
    let fields = [
        ("number", number.to_owned()),
        ("link", link.to_owned()),
        ("company", company),
    ];
    (
        texts.get(language, "survey-mail-subject", &fields),
        texts.get(language, "survey-mail-body", &fields),
    )
}

async fn answered(work: &mut Work, event: &Recorded, form: &str) -> Result<(), Failure> {
    let Some(survey) = queries::open(&work.db(), &event.subject, form).await? else {
        return Ok(());
    };
    let score = event.fact("score").and_then(Value::as_f64).map(round);
    let id = survey.id;
    let mut row = survey.into_active_model();
    row.state = Set(SurveyState::Answered);
    row.answered_at = Set(Some(event.happened_at));
    row.score = Set(score);
    row.filing_id = Set(event.text("filing").and_then(|id| id.parse().ok()));
    row.version = Set(row.version.take().unwrap_or(1) + 1);
    row.updated_at = Set(work.now);
    Entity::update(row).exec(&work.db()).await?;
    work.record(SurveyAnswered {
        survey: id,
        form: form.to_owned(),
        score,
    })
    .await?;
    Ok(())
}

#[expect(clippy::cast_possible_truncation, reason = "a score lies between 0 and 100")]
fn round(score: f64) -> i64 {
    score.round().clamp(0.0, 100.0) as i64
}

/// A link that a member hands to the customer by other ways than mail: for those who answer the customer in this matter.
pub async fn hand_over(work: &mut Work, survey: &Survey) -> Result<String, Failure> {
    let app = work.app().clone();
    let record = subject::find(&app, &work.db(), work.actor(), &survey.subject()).await?;
    work.permit("inquiry.reply", &OnRecord::of(&record)).await?;
    if survey.state == SurveyState::Answered {
        return Err(SurveyError::Answered.into());
    }
    let link = link_for(work, survey).await?;
    work.record(SurveyLinkMade {
        survey: survey.id,
        form: survey.form.clone(),
    })
    .await?;
    Ok(link)
}

event!(/// A member made a link to hand over.
    SurveyLinkMade = "survey.link_made", survey: SurveyId => "survey" { form: String as Text });

/// Why a survey refuses.
#[derive(Debug, thiserror::Error)]
pub enum SurveyError {
    #[error("the customer has answered already")]
    Answered,
}

impl xianji_platform::Refusal for SurveyError {
    fn code(&self) -> &'static str {
        match self {
            Self::Answered => "survey-answered",
        }
    }
}
