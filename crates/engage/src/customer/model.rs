//! Rules of the customer's file.

use serde::Deserialize;
use utoipa::ToSchema;
use xianji_kernel::money::Money;
use xianji_platform::{DepartmentId, FieldFault, MemberId, Owned, Refusal, Subject};

use super::credit_code::is_credit_code;
use super::entity::{CustomerKind, Model as Customer};
use super::keys::{match_key, name_key, sort_key};
use xianji_platform::record::patch::{given, merged, put, tidy};

/// Changes of the file: an absent field stays, `null` empties it.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct CustomerChanges {
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    pub kind: Option<CustomerKind>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub short_name: Option<Option<String>>,
    /// Unified social credit code, 18 characters.
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 30)]
    pub credit_code: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub industry: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub region: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 100)]
    pub source: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<Money>)]
    pub budget: Option<Option<Money>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 10000)]
    pub needs: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 10000)]
    pub preferences: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 10000)]
    pub purchase_behaviour: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 500)]
    pub address: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 500)]
    pub website: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    #[schema(value_type = Option<String>, max_length = 253)]
    pub mail_domain: Option<Option<String>>,
    /// Fields that packs add, by their id.
    #[schema(value_type = Option<Object>)]
    pub extra: Option<serde_json::Map<String, serde_json::Value>>,
}

/// What a customer's file refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CustomerError {
    #[error("the customer is archived")]
    Archived,
    #[error("the customer is not archived")]
    NotArchived,
    #[error("the customer was merged into another")]
    Merged,
    #[error("the customer already belongs to this member")]
    SameOwner,
}

impl Refusal for CustomerError {
    fn code(&self) -> &'static str {
        match self {
            Self::Archived => "customer-archived",
            Self::NotArchived => "customer-not-archived",
            Self::Merged => "customer-merged",
            Self::SameOwner => "customer-same-owner",
        }
    }
}

impl Owned for Customer {
    fn subject(&self) -> Subject {
        Subject::new("customer", self.id)
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

impl Customer {
    /// Puts changes in, as far as they change anything; answers the names of the changed fields, or everything that is wrong with them.
    /// `home` is the home currency's code; foreign budgets need a rate, which only the action knows.
    pub fn edit(
        &mut self,
        changes: CustomerChanges,
        budget_home: Option<i64>,
    ) -> Result<Vec<&'static str>, Vec<FieldFault>> {
        let faults = changes.faults();
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut fields = Vec::new();
        let mut note = |name, changed: bool| {
            if changed {
                fields.push(name);
            }
        };
        note(
            "name",
            put(&mut self.name, changes.name.map(|name| name.trim().to_owned())),
        );
        note("kind", put(&mut self.kind, changes.kind));
        note(
            "short_name",
            put(&mut self.short_name, changes.short_name.map(tidy)),
        );
        note(
            "credit_code",
            put(
                &mut self.credit_code,
                changes
                    .credit_code
                    .map(|code| tidy(code).map(|code| code.to_uppercase())),
            ),
        );
        note("industry", put(&mut self.industry, changes.industry.map(tidy)));
        note("region", put(&mut self.region, changes.region.map(tidy)));
        note("source", put(&mut self.source, changes.source.map(tidy)));
        note("needs", put(&mut self.needs, changes.needs.map(tidy)));
        note(
            "preferences",
            put(&mut self.preferences, changes.preferences.map(tidy)),
        );
        note(
            "purchase_behaviour",
            put(&mut self.purchase_behaviour, changes.purchase_behaviour.map(tidy)),
        );
        note("address", put(&mut self.address, changes.address.map(tidy)));
        note("website", put(&mut self.website, changes.website.map(tidy)));
        note(
            "mail_domain",
            put(
                &mut self.mail_domain,
                changes
                    .mail_domain
                    .map(|name| tidy(name).map(|name| name.to_lowercase())),
            ),
        );
        if let Some(budget) = changes.budget {
            let amount = put(&mut self.budget_amount, Some(budget.map(|money| money.amount())));
            let currency = put(
                &mut self.budget_currency,
                Some(budget.map(|money| money.currency().code().to_owned())),
            );
            self.budget_home = budget_home;
            note("budget", amount || currency);
        }
        if let Some(extra) = changes.extra {
            note("extra", self.merge_extra(extra));
        }
        self.settle();
        Ok(fields)
    }

    /// Extra fields are changed one by one: `null` removes one.
    fn merge_extra(&mut self, given: serde_json::Map<String, serde_json::Value>) -> bool {
        let before = self.extra.clone();
        self.extra = merged(&before, given);
        self.extra != before
    }

    /// Keys follow from the rest.
    pub fn settle(&mut self) {
        self.name_key = name_key(&self.name);
        self.match_key = match_key(&self.name);
        self.short_name_key = self.short_name.as_deref().map(match_key);
        self.sort_key = sort_key(&self.name);
    }

    /// Their budget as money.
    pub fn budget(&self) -> Option<Money> {
        Money::new(
            self.budget_amount?,
            self.budget_currency.as_deref()?.parse().ok()?,
        )
        .ok()
    }

    /// Refuses once the file is archived or merged.
    pub fn must_be_live(&self) -> Result<(), CustomerError> {
        match (self.merged_into, self.archived_at) {
            (Some(_), _) => Err(CustomerError::Merged),
            (None, Some(_)) => Err(CustomerError::Archived),
            (None, None) => Ok(()),
        }
    }
}

impl CustomerChanges {
    /// All that is wrong with them by themselves.
    pub(super) fn faults(&self) -> Vec<FieldFault> {
        let mut faults = Vec::new();
        if self.name.as_ref().is_some_and(|name| name_key(name).is_empty()) {
            faults.push(FieldFault::at("/name", "required"));
        }
        if let Some(Some(code)) = &self.credit_code
            && !code.trim().is_empty()
            && !is_credit_code(&code.trim().to_uppercase())
        {
            faults.push(FieldFault::at("/credit_code", "credit-code"));
        }
        if self.budget.flatten().is_some_and(|money| money.amount() < 0) {
            faults.push(FieldFault::at("/budget/amount", "too-small").with("limit", 0));
        }
        faults
    }
}
