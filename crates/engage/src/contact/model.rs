//! Rules of contacts.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use xianji_platform::{DepartmentId, FieldFault, MemberId, Owned, Refusal, Subject};

use super::address::{email_domain, email_key, mask_email, mask_name, mask_number, phone_key};
use super::entity::Model as Contact;
use crate::customer::{Customer, name_key, sort_key};
use crate::id::ContactId;
use xianji_platform::record::patch::{given, put, tidy};

/// Changes of a contact: an absent field stays, `null` empties it.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ContactChanges {
    #[schema(min_length = 1, max_length = 100)]
    pub name: Option<String>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub position: Option<Option<String>>,
    /// Whom to ask first.
    pub main: Option<bool>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub phone: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 50)]
    pub mobile: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 320)]
    pub email: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub wechat: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 10000)]
    pub notes: Option<Option<String>>,
}

/// A field that is shown on request alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ConfidentialContactField)]
pub enum Confidential {
    Phone,
    Mobile,
    Email,
    Wechat,
}

impl Confidential {
    /// As packs and events name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Mobile => "mobile",
            Self::Email => "email",
            Self::Wechat => "wechat",
        }
    }
}

/// What a contact refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    #[error("the contact is archived")]
    Archived,
    #[error("the contact is not archived")]
    NotArchived,
}

impl Refusal for ContactError {
    fn code(&self) -> &'static str {
        match self {
            Self::Archived => "contact-archived",
            Self::NotArchived => "contact-not-archived",
        }
    }
}

/// A contact as rights see it: with the owner, the department and the people of its customer.
pub struct AtCustomer<'a> {
    contact: ContactId,
    customer: &'a Customer,
}

impl Owned for AtCustomer<'_> {
    fn subject(&self) -> Subject {
        Subject::new("contact", self.contact)
    }
    fn owner(&self) -> Option<MemberId> {
        self.customer.owner()
    }
    fn department(&self) -> Option<DepartmentId> {
        self.customer.department()
    }
    fn named(&self) -> &[MemberId] {
        self.customer.named()
    }
}

impl Contact {
    /// Forgets the person; a mark stands for the name.
    pub fn forget(&mut self) {
        self.name = "—".to_owned();
        self.name_key = name_key(&self.name);
        self.sort_key = sort_key(&self.name);
        self.main = false;
        self.position = None;
        (self.phone, self.phone_key) = (None, None);
        (self.mobile, self.mobile_key) = (None, None);
        (self.email, self.email_key, self.email_domain) = (None, None, None);
        (self.wechat, self.notes) = (None, None);
        self.extra = serde_json::json!({});
    }

    /// As rights see it.
    pub fn at<'a>(&self, customer: &'a Customer) -> AtCustomer<'a> {
        AtCustomer {
            contact: self.id,
            customer,
        }
    }

    /// Puts changes in; answers the names of the changed fields, or everything that is wrong with them.
    pub fn edit(&mut self, changes: ContactChanges) -> Result<Vec<&'static str>, Vec<FieldFault>> {
        let faults = changes.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        let changed = [
            (
                "name",
                put(&mut self.name, changes.name.map(|name| name.trim().to_owned())),
            ),
            ("position", put(&mut self.position, changes.position.map(tidy))),
            ("main", put(&mut self.main, changes.main)),
            ("phone", put(&mut self.phone, changes.phone.map(tidy))),
            ("mobile", put(&mut self.mobile, changes.mobile.map(tidy))),
            ("email", put(&mut self.email, changes.email.map(tidy))),
            ("wechat", put(&mut self.wechat, changes.wechat.map(tidy))),
            ("notes", put(&mut self.notes, changes.notes.map(tidy))),
        ];
        self.settle();
        Ok(changed
            .into_iter()
            .filter_map(|(name, changed)| changed.then_some(name))
            .collect())
    }

    fn settle(&mut self) {
        self.name_key = name_key(&self.name);
        self.sort_key = sort_key(&self.name);
        self.phone_key = self.phone.as_deref().and_then(phone_key);
        self.mobile_key = self.mobile.as_deref().and_then(phone_key);
        self.email_key = self.email.as_deref().and_then(email_key);
        self.email_domain = self
            .email_key
            .as_deref()
            .and_then(email_domain)
            .map(str::to_owned);
    }

    /// A confidential field in clear: for evidence-leaving actions alone.
    pub fn clear(&self, field: Confidential) -> Option<&str> {
        match field {
            Confidential::Phone => self.phone.as_deref(),
            Confidential::Mobile => self.mobile.as_deref(),
            Confidential::Email => self.email.as_deref(),
            Confidential::Wechat => self.wechat.as_deref(),
        }
    }

    /// The same field as everybody sees it.
    pub fn masked(&self, field: Confidential) -> Option<String> {
        let mask = match field {
            Confidential::Phone | Confidential::Mobile => mask_number,
            Confidential::Email => mask_email,
            Confidential::Wechat => mask_name,
        };
        self.clear(field).map(mask)
    }

    /// Refuses once the contact is archived.
    pub fn must_be_live(&self) -> Result<(), ContactError> {
        if self.archived_at.is_some() {
            Err(ContactError::Archived)
        } else {
            Ok(())
        }
    }
}

impl ContactChanges {
    /// All that is wrong with them by themselves.
    pub(crate) fn faults(&self) -> Vec<FieldFault> {
        let wrong = |given: &Option<Option<String>>, key: fn(&str) -> Option<String>| {
            given
                .iter()
                .flatten()
                .any(|text| !text.trim().is_empty() && key(text).is_none())
        };
        [
            (
                "/name",
                "required",
                self.name.as_ref().is_some_and(|name| name.trim().is_empty()),
            ),
            ("/phone", "phone", wrong(&self.phone, phone_key)),
            ("/mobile", "phone", wrong(&self.mobile, phone_key)),
            ("/email", "email", wrong(&self.email, email_key)),
        ]
        .into_iter()
        .filter(|(_, _, wrong)| *wrong)
        .map(|(pointer, code, _)| FieldFault::at(pointer, code))
        .collect()
    }
}
