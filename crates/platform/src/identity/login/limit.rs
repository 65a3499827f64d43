//! Limits on guessing: by account and address together, by account from everywhere, by address for all accounts. Attempts are rows, so that
//! several nodes count together; account and address are kept hashed.

use std::net::IpAddr;

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::app::App;
use crate::database::dialect::one_by_one;
use crate::failure::{Failure, TooManyRequests};
use crate::identity::entity::attempt;

/// How long an attempt counts.
const WINDOW: TimeDelta = TimeDelta::minutes(15);
/// One account from one address.
const TOGETHER: u64 = 10;
/// One account from anywhere: guessing from many addresses.
const ACCOUNT: u64 = 50;
/// One address at any account.
const ADDRESS: u64 = 100;

/// What an attempt counts against.
pub(super) struct Attempt {
    keys: [(String, u64); 3],
}

impl Attempt {
    pub(super) fn of(login_key: &str, address: Option<IpAddr>) -> Self {
        let address = address.map(|address| address.to_string()).unwrap_or_default();
        let key = |text: String| crate::ledger::hash(text.as_bytes());
        Self {
            keys: [
                (key(format!("both {login_key} {address}")), TOGETHER),
                (key(format!("account {login_key}")), ACCOUNT),
                (key(format!("address {address}")), ADDRESS),
            ],
        }
    }

    /// Counts the attempt before the password is looked at, so that many at once are not more than many in turn; refuses beyond a limit.
    pub(super) async fn begin(&self, app: &App) -> Result<(), Failure> {
        let now = app.now();
        let tx = app.database().begin().await?;
        // Always in the same order, so that two attempts never wait for each other.
        let mut names: Vec<&str> = self.keys.iter().map(|(key, _)| key.as_str()).collect();
        names.sort_unstable();
        for name in names {
            one_by_one(&tx, name).await?;
        }
        for (key, most) in &self.keys {
            let made = attempt::Entity::find()
                .filter(attempt::Column::Key.eq(key))
                .filter(attempt::Column::At.gt(now - WINDOW))
                .count(&tx)
                .await?;
            if made >= *most {
                return Err(TooManyRequests.into());
            }
        }
        let rows = self
            .keys
            .iter()
            .zip(1_u16..)
            .map(|((key, _), place)| attempt::ActiveModel {
                id: Set(crate::id::new_uuid(now, place)),
                key: Set(key.clone()),
                at: Set(now),
            });
        attempt::Entity::insert_many(rows)
            .exec_without_returning(&tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }

    /// A log-in that went well forgets the failures of that account; those of the address stay.
    pub(super) async fn forget(&self, app: &App) -> Result<(), Failure> {
        let keys: Vec<String> = self.keys[..2].iter().map(|(key, _)| key.clone()).collect();
        let tx = app.database().begin().await?;
        attempt::Entity::delete_many()
            .filter(attempt::Column::Key.is_in(keys))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
