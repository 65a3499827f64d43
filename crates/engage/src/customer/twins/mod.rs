//! Customers on file that are likely to be the same: those that share a mark by which customers are recognised. Merging them is another
//! room's.

pub mod api;
mod queries;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::entity::Model as Customer;

/// By what customers are taken for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = CustomerTwinMark)]
pub enum TwinMark {
    /// The name without its company suffix.
    Name,
    /// The short name.
    ShortName,
    /// A contact's mobile number.
    Phone,
    /// The domain of their mail.
    MailDomain,
}

/// Customers that share a mark.
pub struct Twins {
    /// The mark.
    pub key: String,
    /// Those that share it, the oldest first.
    pub customers: Vec<Customer>,
}
