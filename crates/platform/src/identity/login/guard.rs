//! What axum-login asks of us: who fits a log-in and a password, and who a session belongs to.

use std::net::IpAddr;

use axum_login::tower_sessions::SessionManagerLayer;
use axum_login::tower_sessions::cookie::SameSite;
use axum_login::{AuthManagerLayer, AuthManagerLayerBuilder, AuthSession, AuthUser, AuthnBackend};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use xianji_kernel::text::Language;

use super::limit::Attempt;
use super::password;
use super::store::{Store, WHO};
use crate::app::App;
use crate::failure::{Failure, Refused};
use crate::id::MemberId;
use crate::identity::company;
use crate::identity::entity::member;
use crate::identity::member::login_key;

/// The session of a request.
pub type Session = AuthSession<Guard>;

/// Cookie that carries the session's id.
const COOKIE: &str = "xianji";

/// The layer that finds the session of a request.
pub fn sessions(app: &App, secure: bool) -> AuthManagerLayer<Guard, Store> {
    let sessions = SessionManagerLayer::new(Store(app.clone()))
        .with_name(COOKIE)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_secure(secure);
    AuthManagerLayerBuilder::new(Guard(app.clone()), sessions)
        .with_data_key(WHO)
        .build()
}

/// Lets people in.
#[derive(Clone)]
pub struct Guard(App);

impl std::fmt::Debug for Guard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Guard")
    }
}

/// Who is logged in, as much as every request needs.
#[derive(Clone, Debug)]
pub struct Known {
    /// Who.
    pub id: MemberId,
    /// Language of answers.
    pub language: Language,
    /// The company's generation, read along: another node may have changed rights.
    pub generation: i64,
    /// Changes with the password, so that a new one ends every session.
    stamp: Vec<u8>,
}

impl AuthUser for Known {
    type Id = MemberId;

    fn id(&self) -> MemberId {
        self.id
    }

    fn session_auth_hash(&self) -> &[u8] {
        &self.stamp
    }
}

/// A log-in as sent, with the address it came from.
pub struct Credentials {
    pub(super) login: String,
    pub(super) password: String,
    pub(super) address: Option<IpAddr>,
}

/// Why nobody could be let in; a refusal travels through it unchanged.
#[derive(Debug, thiserror::Error)]
pub enum NotLetIn {
    /// A limit said no.
    #[error("{}", .0.words)]
    Refused(Box<Refused>),
    /// Our own fault.
    #[error("{0}")]
    Broken(String),
}

impl From<Failure> for NotLetIn {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refused) => Self::Refused(refused),
            Failure::Replayed(_) | Failure::Broken(_) => Self::Broken(failure.to_string()),
        }
    }
}

impl From<NotLetIn> for Failure {
    fn from(reason: NotLetIn) -> Self {
        match reason {
            NotLetIn::Refused(refused) => Self::Refused(refused),
            NotLetIn::Broken(words) => Self::broken(words),
        }
    }
}

impl AuthnBackend for Guard {
    type User = Known;
    type Credentials = Credentials;
    type Error = NotLetIn;

    async fn authenticate(&self, given: Credentials) -> Result<Option<Known>, NotLetIn> {
        Ok(self.let_in(given).await?)
    }

    async fn get_user(&self, id: &MemberId) -> Result<Option<Known>, NotLetIn> {
        let row = member::Entity::find_by_id(*id).filter(member::Column::DeactivatedAt.is_null());
        Ok(self.known(row).await?)
    }
}

impl Guard {
    async fn let_in(&self, given: Credentials) -> Result<Option<Known>, Failure> {
        let key = login_key(&given.login);
        let attempt = Attempt::of(&key, given.address);
        attempt.begin(&self.0).await?;
        let found = member::Entity::find()
            .filter(member::Column::LoginKey.eq(key))
            .filter(member::Column::DeactivatedAt.is_null())
            .one(&self.0.reader())
            .await?;
        let kept = found.as_ref().and_then(|member| member.password_hash.as_deref());
        if !password::fits(&given.password, kept).await? {
            return Ok(None);
        }
        attempt.forget(&self.0).await?;
        let Some(member) = found else { return Ok(None) };
        let generation = company::read(&self.0.reader()).await?.generation;
        Ok(Some(Known::of(member, generation)))
    }

    /// Member and generation in one query: every request makes it.
    async fn known(&self, select: sea_orm::Select<member::Entity>) -> Result<Option<Known>, Failure> {
        type Row = (MemberId, String, Option<DateTime<Utc>>, i64);
        let found: Option<Row> = select
            .select_only()
            .columns([
                member::Column::Id,
                member::Column::Language,
                member::Column::PasswordChangedAt,
            ])
            .expr_as(
                Expr::cust("(SELECT generation FROM company WHERE id = 1)"),
                "generation",
            )
            .into_tuple()
            .one(&self.0.reader())
            .await?;
        Ok(found.map(|(id, language, changed, generation)| Known::new(id, &language, changed, generation)))
    }
}

impl Known {
    pub(super) fn of(member: member::Model, generation: i64) -> Self {
        Self::new(
            member.id,
            &member.language,
            member.password_changed_at,
            generation,
        )
    }

    fn new(id: MemberId, language: &str, changed: Option<DateTime<Utc>>, generation: i64) -> Self {
        let changed = changed.map_or(0, |at| at.timestamp_micros());
        Self {
            id,
            language: language.parse().unwrap_or_default(),
            generation,
            stamp: changed.to_be_bytes().to_vec(),
        }
    }
}
