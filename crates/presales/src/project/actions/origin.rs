//! What a project carries over from the inquiry or the lead that it came from, and that these are told so.

use chrono::NaiveDate;
use serde_json::{Map, Value};
use xianji_engage::inquiry::{self, Inquiry};
use xianji_engage::lead::{self, Lead};
use xianji_governance::extra;
use xianji_platform::{Failure, Work};

use super::super::model::{Project, ProjectError};
use super::create::NewProject;
use crate::id::ProjectId;

/// Where a project comes from.
#[derive(Default)]
pub(super) struct Origin {
    inquiry: Option<Inquiry>,
    lead: Option<Lead>,
    today: Option<NaiveDate>,
}

impl Origin {
    /// Reads what is named, as far as the actor sees it. What has become a project already becomes no second one.
    pub async fn of(work: &Work, new: &NewProject) -> Result<Self, Failure> {
        let mut origin = Self::default();
        if let Some(id) = new.lead {
            let lead = lead::queries::find(&work.db(), &work.scope("lead.read"), id).await?;
            work.permit("lead.convert", &lead).await?;
            not_converted(work, lead.project_id).await?;
            origin.lead = Some(lead);
        }
        let inquiry = match new.inquiry {
            Some(id) => {
                let inquiry = inquiry::queries::find(&work.db(), &work.scope("inquiry.read"), id).await?;
                work.permit("inquiry.convert", &inquiry).await?;
                not_converted(work, inquiry.project_id).await?;
                Some(inquiry)
            }
            None => origin.behind_lead(work).await?,
        };
        if let Some(inquiry) = inquiry {
            origin.today = Some(work.policies().today(inquiry.received_at));
            origin.inquiry = Some(inquiry);
        }
        Ok(origin)
    }

    /// The inquiry whose needs were handed over as this lead, so that its later result finds the way back (CTL-INQ-06); left out where the
    /// actor has no part in it, or where it is a project already.
    async fn behind_lead(&self, work: &Work) -> Result<Option<Inquiry>, Failure> {
        let Some(id) = self.lead.as_ref().and_then(|lead| lead.inquiry_id) else {
            return Ok(None);
        };
        let found = inquiry::queries::any(&work.db(), id).await?;
        Ok(match found {
            Some(inquiry)
                if inquiry.project_id.is_none() && work.may_on("inquiry.convert", &inquiry).await? =>
            {
                Some(inquiry)
            }
            _ => None,
        })
    }

    /// Fills in what the caller left out.
    pub fn fill(&self, work: &Work, mut new: NewProject) -> NewProject {
        let extra = self.extra(work);
        if !extra.is_empty() {
            let given = new.extra.take().unwrap_or_default();
            new.extra = Some(extra.into_iter().chain(given).collect());
        }
        if let Some(lead) = &self.lead {
            new.name = new.name.or_else(|| Some(lead.title.clone()));
            new.customer = new.customer.or(lead.customer_id);
            new.first_lead_on = new.first_lead_on.or(Some(lead.first_on));
            new.notes = new.notes.or_else(|| lead.needs.clone());
        }
        if let Some(inquiry) = &self.inquiry {
            new.inquiry = Some(inquiry.id);
            new.name = new.name.or_else(|| Some(inquiry.title.clone()));
            new.customer = new.customer.or(inquiry.customer_id);
            new.first_lead_on = new.first_lead_on.or(self.today);
            new.goal = new.goal.or_else(|| inquiry.aim.clone());
            new.notes = new.notes.or_else(|| told(inquiry));
        }
        new
    }

    /// The values of the fields that the pack adds to both under the same id, and that are good for a project too.
    fn extra(&self, work: &Work) -> Map<String, Value> {
        let (book, today) = (work.policies(), work.policies().today(work.now));
        let department = work.actor().department().or_else(|| book.tree().root());
        let pack = department
            .and_then(|department| book.in_force(department, today))
            .map(|(id, _)| id);
        let said = [
            self.lead.as_ref().map(|lead| &lead.extra),
            self.inquiry.as_ref().map(|inquiry| &inquiry.extra),
        ];
        let said = said.into_iter().flatten().filter_map(Value::as_object).flatten();
        said.filter(|(name, value)| {
            let one = Map::from_iter([((*name).clone(), (*value).clone())]);
            extra::faults(work, pack, "project", Some(&one)).is_empty()
        })
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect()
    }

    /// Tells the inquiry and the lead what became of them.
    pub async fn convert(&self, work: &mut Work, project: &Project) -> Result<(), Failure> {
        if let Some(inquiry) = &self.inquiry {
            inquiry::mark_converted(work, inquiry.id, project.id.into()).await?;
        }
        if let Some(lead) = &self.lead {
            lead::mark_converted(work, lead.id, project.id.into()).await?;
        }
        Ok(())
    }
}

/// Question, background and needs, one under the other.
fn told(inquiry: &Inquiry) -> Option<String> {
    let parts = [&inquiry.question, &inquiry.background, &inquiry.needs];
    let words: Vec<&str> = parts
        .into_iter()
        .flatten()
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join("\n\n"))
}

async fn not_converted(work: &Work, project: Option<uuid::Uuid>) -> Result<(), Failure> {
    let Some(id) = project else { return Ok(()) };
    let number = super::super::queries::number(&work.db(), ProjectId(id)).await?;
    Err(ProjectError::AlreadyConverted(number.unwrap_or_default()).into())
}
