//! Typed ids: a project's id is no member's id, whatever the column says.

use chrono::{DateTime, Utc};
use uuid::Uuid;

/// A UUIDv7 made from the writing clock: 48 bits of milliseconds, 12 bits that count within one unit of work, 62 random bits.
/// Sorting by id therefore sorts by time, and what one unit of work makes keeps its order.
pub fn new_uuid(now: DateTime<Utc>, sequence: u16) -> Uuid {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0) & 0x0000_ffff_ffff_ffff;
    let (counter, random) = tail(sequence);
    Uuid::from_u128((u128::from(millis) << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | random)
}

/// Below every id that is made at this instant, above every one made before.
pub fn earliest_uuid(at: DateTime<Utc>) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0) & 0x0000_ffff_ffff_ffff;
    Uuid::from_u128(u128::from(millis) << 80)
}

#[cfg(not(any(test, feature = "testing")))]
fn tail(sequence: u16) -> (u128, u128) {
    (
        u128::from(sequence & 0x0fff),
        u128::from(rand::random::<u64>() & 0x3fff_ffff_ffff_ffff),
    )
}

/// In tests the clock stands still, so what comes later counts on through all units of work: order by id is order of making.
#[cfg(any(test, feature = "testing"))]
fn tail(_sequence: u16) -> (u128, u128) {
    use std::sync::atomic::{AtomicU64, Ordering};
    static MADE: AtomicU64 = AtomicU64::new(0);
    let made = u128::from(MADE.fetch_add(1, Ordering::Relaxed) & 0x00ff_ffff_ffff);
    let whole = (made << 34) | u128::from(rand::random::<u64>() & 0x3_ffff_ffff);
    (whole >> 62, whole & 0x3fff_ffff_ffff_ffff)
}

/// Declares ids: `typed_id!(/// What it names. CustomerId);`. The crate that uses it depends on `sea-orm`, `serde`, `utoipa` and `uuid`.
#[macro_export]
macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, ::sea_orm::DeriveValueType, ::serde::Serialize,
            ::serde::Deserialize, ::utoipa::ToSchema,
        )]
        #[serde(transparent)]
        #[schema(value_type = ::uuid::Uuid)]
        pub struct $name(pub ::uuid::Uuid);

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<::uuid::Uuid> for $name {
            fn from(id: ::uuid::Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for ::uuid::Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl ::sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, ::sea_orm::DbErr> {
                Err(::sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )+};
}

typed_id!(
    /// A person who works here.
    MemberId,
    /// A department in the company's tree.
    DepartmentId,
    /// An entry of the ledger.
    EventId,
    /// A published version of a policy pack.
    PackVersionId,
    /// A file row: name, class and rights; the bytes are known by their SHA-256.
    FileId,
    /// A job waiting, running, done or failed.
    JobId,
    /// Rows of a file taken in.
    ImportRunId,
);

/// What an event, an obligation or an approval is about: a kind (`project`) and an id. Lower floors know records only so.
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
pub struct Subject {
    /// Name of the kind, as registered by the crate that owns the record.
    pub kind: String,
    /// Id of the record.
    pub id: Uuid,
}

impl Subject {
    /// Names a record.
    pub fn new(kind: &str, id: impl Into<Uuid>) -> Self {
        Self {
            kind: kind.to_owned(),
            id: id.into(),
        }
    }
}
