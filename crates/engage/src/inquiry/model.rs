//! Rules of inquiries: what follows what, and what must be there before one is closed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_governance::extra::MissingField;
use xianji_kernel::text::Language;
use xianji_platform::{DepartmentId, FieldFault, MemberId, Owned, Refusal, Subject};

use super::entity::{Clarity, InquiryState, Model as Inquiry, Outcome};
use crate::contact::{email_key, phone_key};
use crate::id::ContactId;
use xianji_platform::record::patch::{given, put, tidy};

/// Changes of an inquiry: an absent field stays, `null` empties it.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct InquiryChanges {
    #[schema(min_length = 1, max_length = 200)]
    pub title: Option<String>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<ContactId>)]
    pub contact_id: Option<Option<ContactId>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 20000)]
    pub question: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 20000)]
    pub background: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 20000)]
    pub aim: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 20000)]
    pub needs: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 20000)]
    pub answer: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub answer_source: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Clarity>)]
    pub clarity: Option<Option<Clarity>>,
    /// In which language they asked.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Language>)]
    pub language: Option<Option<Language>>,
    /// Fields that packs add, by their id; `null` removes one.
    #[schema(value_type = Option<Object>)]
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
}

/// How whoever asked is reached; shown on request alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SenderField {
    SenderEmail,
    SenderPhone,
}

impl SenderField {
    /// As events name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::SenderEmail => "sender_email",
            Self::SenderPhone => "sender_phone",
        }
    }
}

/// What is wrong with how whoever asked says they are reached; each with the place where it was given. Nothing given is nothing wrong.
pub fn faults_of_sender(
    (email_at, email): (&'static str, Option<&str>),
    (phone_at, phone): (&'static str, Option<&str>),
) -> Vec<FieldFault> {
    let given = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let mut faults = Vec::new();
    if given(email) && email.and_then(email_key).is_none() {
        faults.push(FieldFault::at(email_at, "email"));
    }
    if given(phone) && phone.and_then(phone_key).is_none() {
        faults.push(FieldFault::at(phone_at, "phone"));
    }
    faults
}

/// What an inquiry refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InquiryError {
    #[error("the inquiry is closed")]
    Closed,
    #[error("the inquiry is not closed")]
    NotClosed,
    #[error("nobody has the inquiry yet")]
    NotAssigned,
    #[error("somebody has the inquiry already")]
    Assigned,
    #[error("the inquiry is with this member already")]
    SameAssignee,
    #[error("the inquiry waits for the customer already")]
    Waiting,
    #[error("the inquiry does not wait for the customer")]
    NotWaiting,
    #[error("the inquiry's outcome is known already: {}", .0.word())]
    OutcomeKnown(Outcome),
    #[error("the inquiry is a project already")]
    Converted,
    #[error("nobody can be chosen")]
    NobodyFits,
    #[error("the inquiry is not complete")]
    Incomplete(Vec<MissingField>),
}

impl Refusal for InquiryError {
    fn code(&self) -> &'static str {
        match self {
            Self::Closed => "inquiry-closed",
            Self::NotClosed => "inquiry-not-closed",
            Self::NotAssigned => "inquiry-not-assigned",
            Self::Assigned => "inquiry-assigned",
            Self::SameAssignee => "inquiry-same-assignee",
            Self::Waiting => "inquiry-waiting",
            Self::NotWaiting => "inquiry-not-waiting",
            Self::OutcomeKnown(_) => "inquiry-outcome-known",
            Self::Converted => "inquiry-converted",
            Self::NobodyFits => "inquiry-nobody-fits",
            Self::Incomplete(_) => "inquiry-incomplete",
        }
    }
    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Incomplete(missing) => {
                let names: Vec<&str> = missing.iter().map(|one| one.name.as_str()).collect();
                vec![("missing", names.join(", "))]
            }
            Self::OutcomeKnown(outcome) => vec![("outcome", outcome.word())],
            _ => Vec::new(),
        }
    }
    fn faults(&self) -> Vec<FieldFault> {
        match self {
            Self::Incomplete(missing) => missing
                .iter()
                .map(|one| FieldFault::at(one.pointer(), "required"))
                .collect(),
            _ => Vec::new(),
        }
    }
}

impl Owned for Inquiry {
    fn subject(&self) -> Subject {
        Subject::new("inquiry", self.id)
    }
    fn owner(&self) -> Option<MemberId> {
        self.owner_id
    }
    fn department(&self) -> Option<DepartmentId> {
        self.department_id
    }
    fn named(&self) -> &[MemberId] {
        &self.named
    }
}

impl Inquiry {
    /// The language in which whoever asked is written to; the product's own where nobody knows theirs.
    pub fn spoken(&self) -> Language {
        self.language
            .as_deref()
            .and_then(|tag| tag.parse().ok())
            .unwrap_or_default()
    }

    /// How whoever asked is reached, in clear: for an action that leaves evidence.
    pub fn sender(&self, field: SenderField) -> Option<&str> {
        match field {
            SenderField::SenderEmail => self.sender_email.as_deref(),
            SenderField::SenderPhone => self.sender_phone.as_deref(),
        }
    }

    /// Refuses once it is closed.
    pub fn must_be_open(&self) -> Result<(), InquiryError> {
        match self.state {
            InquiryState::Closed => Err(InquiryError::Closed),
            InquiryState::Received
            | InquiryState::Assigned
            | InquiryState::Replied
            | InquiryState::Following => Ok(()),
        }
    }

    /// Gives it to somebody.
    pub fn assign(
        &mut self,
        to: MemberId,
        department: DepartmentId,
        now: DateTime<Utc>,
    ) -> Result<(), InquiryError> {
        self.must_be_open()?;
        if self.assignee_id.is_some() {
            return Err(InquiryError::Assigned);
        }
        self.give(to, department, now);
        self.state = InquiryState::Assigned;
        Ok(())
    }

    /// Gives it to somebody else; answers who had it.
    pub fn reassign(
        &mut self,
        to: MemberId,
        department: DepartmentId,
        now: DateTime<Utc>,
    ) -> Result<Option<MemberId>, InquiryError> {
        self.must_be_open()?;
        match self.assignee_id {
            None => return Err(InquiryError::NotAssigned),
            Some(from) if from == to => return Err(InquiryError::SameAssignee),
            Some(_) => {}
        }
        let from = self.assignee_id;
        self.give(to, department, now);
        Ok(from)
    }

    fn give(&mut self, to: MemberId, department: DepartmentId, now: DateTime<Utc>) {
        self.assignee_id = Some(to);
        self.owner_id = Some(to);
        self.department_id = Some(department);
        self.assigned_at = Some(now);
    }

    /// Answers the customer; says whether for the first time.
    pub fn reply(&mut self, now: DateTime<Utc>) -> Result<bool, InquiryError> {
        self.must_be_open()?;
        if self.assignee_id.is_none() {
            return Err(InquiryError::NotAssigned);
        }
        let first = self.first_replied_at.is_none();
        self.first_replied_at.get_or_insert(now);
        self.reply_count += 1;
        self.state = match self.state {
            InquiryState::Received | InquiryState::Assigned | InquiryState::Replied => InquiryState::Replied,
            InquiryState::Following => InquiryState::Following,
            InquiryState::Closed => InquiryState::Closed,
        };
        Ok(first)
    }

    /// The customer wrote again; says whether that opens it again and whether a waiting ends.
    pub fn hear(&mut self) -> Heard {
        let heard = Heard {
            reopened: self.state == InquiryState::Closed,
            resumed: self.waits_for_customer,
        };
        if heard.reopened {
            self.open_again();
        } else if self.state == InquiryState::Replied {
            self.state = InquiryState::Following;
        }
        self.waits_for_customer = false;
        heard
    }

    /// The customer has to answer first: limits stand still.
    pub fn wait(&mut self) -> Result<(), InquiryError> {
        self.must_be_open()?;
        if std::mem::replace(&mut self.waits_for_customer, true) {
            Err(InquiryError::Waiting)
        } else {
            Ok(())
        }
    }

    /// The waiting is over.
    pub fn resume(&mut self) -> Result<(), InquiryError> {
        self.must_be_open()?;
        if std::mem::replace(&mut self.waits_for_customer, false) {
            Ok(())
        } else {
            Err(InquiryError::NotWaiting)
        }
    }

    /// Closes it with an outcome, unless something is missing that the pack asks for (CTL-INQ-04).
    pub fn close(
        &mut self,
        outcome: Outcome,
        missing: Vec<MissingField>,
        now: DateTime<Utc>,
    ) -> Result<(), InquiryError> {
        self.must_be_open()?;
        if !missing.is_empty() {
            return Err(InquiryError::Incomplete(missing));
        }
        self.state = InquiryState::Closed;
        self.outcome = Some(outcome);
        self.closed_at = Some(now);
        self.waits_for_customer = false;
        Ok(())
    }

    /// Notes that something was mended after closing; answers whether for the first time.
    pub fn correct(&mut self) -> bool {
        !std::mem::replace(&mut self.corrected, true)
    }

    /// Opens it again.
    pub fn reopen(&mut self) -> Result<(), InquiryError> {
        if self.state != InquiryState::Closed {
            return Err(InquiryError::NotClosed);
        }
        self.open_again();
        Ok(())
    }

    fn open_again(&mut self) {
        self.state = if self.first_replied_at.is_some() {
            InquiryState::Following
        } else {
            InquiryState::Assigned
        };
        if self.assignee_id.is_none() {
            self.state = InquiryState::Received;
        }
        self.closed_at = None;
        self.corrected = false;
        if self.outcome != Some(Outcome::Converted) {
            self.outcome = None;
        }
    }

    /// A follow-up found out what became of it.
    pub fn settle(&mut self, outcome: Outcome) -> Result<(), InquiryError> {
        match (self.state, self.outcome) {
            (InquiryState::Closed, None | Some(Outcome::Answered)) => {
                self.outcome = Some(outcome);
                Ok(())
            }
            (InquiryState::Closed, Some(known)) => Err(InquiryError::OutcomeKnown(known)),
            (
                InquiryState::Received
                | InquiryState::Assigned
                | InquiryState::Replied
                | InquiryState::Following,
                _,
            ) => Err(InquiryError::NotClosed),
        }
    }

    /// Puts changes in; answers the names of the changed fields.
    pub fn edit(&mut self, changes: InquiryChanges) -> Vec<&'static str> {
        let extra = changes.extra.is_some_and(|given| self.merge_extra(given));
        let title = changes
            .title
            .map(|title| title.trim().to_owned())
            .filter(|title| !title.is_empty());
        let changed = [
            ("title", put(&mut self.title, title)),
            ("contact_id", put(&mut self.contact_id, changes.contact_id)),
            ("question", put(&mut self.question, changes.question.map(tidy))),
            (
                "background",
                put(&mut self.background, changes.background.map(tidy)),
            ),
            ("aim", put(&mut self.aim, changes.aim.map(tidy))),
            ("needs", put(&mut self.needs, changes.needs.map(tidy))),
            ("answer", put(&mut self.answer, changes.answer.map(tidy))),
            (
                "answer_source",
                put(&mut self.answer_source, changes.answer_source.map(tidy)),
            ),
            ("clarity", put(&mut self.clarity, changes.clarity)),
            (
                "language",
                put(
                    &mut self.language,
                    changes
                        .language
                        .map(|language| language.map(|language| language.tag().to_owned())),
                ),
            ),
            ("extra", extra),
        ];
        changed
            .into_iter()
            .filter_map(|(name, changed)| changed.then_some(name))
            .collect()
    }

    fn merge_extra(&mut self, given: serde_json::Map<String, serde_json::Value>) -> bool {
        let before = self.extra.clone();
        self.extra = xianji_platform::record::patch::merged(&before, given);
        self.extra != before
    }
}

/// What a message of the customer changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// It had been closed.
    pub reopened: bool,
    /// It had waited for the customer.
    pub resumed: bool,
}
