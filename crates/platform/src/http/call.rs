//! Who asks, with which key and which version in hand.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use xianji_kernel::text::Language;

use super::idempotency::Key;
use crate::app::App;
use crate::database::Conn;
use crate::failure::{BadIfMatch, Failure, PreconditionRequired, Unauthenticated};
use crate::identity::{Actor, Judged, Owned, Scope};
use crate::work::Work;

/// A request by somebody who is logged in.
pub struct Call {
    app: App,
    actor: Actor,
    key: Option<Key>,
    if_match: Option<i64>,
}

impl Call {
    /// The running house.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Who asks.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// For reads.
    pub fn db(&self) -> Conn<'_> {
        self.app.reader()
    }

    /// What the actor may see under a permission.
    pub fn scope(&self, permission: &str) -> Scope {
        self.actor.scope(permission)
    }

    /// Who asks, before records of which is about to be told what may be done.
    pub async fn judged<R: Owned>(&self, records: impl IntoIterator<Item = R>) -> Result<Judged, Failure> {
        Judged::of(&self.app, &self.db(), self.app.now(), &self.actor, records).await
    }

    /// Begins a unit of work. A key answered before answers with that answer; `If-Match` is held against the row by `Work::expect_version`.
    pub async fn begin(&self) -> Result<Work, Failure> {
        begin(&self.app, self.actor.clone(), self.key.clone(), self.if_match).await
    }

    /// The same after a form of parts was read: a key is answered for these parts alone. The form's bytes themselves say nothing, because each
    /// sending divides them by a boundary of its own; what a file held is told by its hash, which was counted while it came in.
    pub async fn begin_upload(&self, parts: &[&str]) -> Result<Work, Failure> {
        let key = self.key.clone().map(|key| key.with_parts(parts));
        begin(&self.app, self.actor.clone(), key, self.if_match).await
    }

    /// The same for PATCH, PUT and DELETE, which must name the version that they change.
    pub async fn begin_change(&self) -> Result<Work, Failure> {
        if self.if_match.is_none() {
            return Err(PreconditionRequired.into());
        }
        self.begin().await
    }
}

async fn begin(app: &App, actor: Actor, key: Option<Key>, if_match: Option<i64>) -> Result<Work, Failure> {
    let work = app.begin(actor).await?;
    if let Some(key) = &key {
        key.replay(work.tx(), work.now).await?;
    }
    Ok(work.for_request(key, if_match))
}

/// A request from outside, by nobody who is logged in: a customer with a link, or anybody.
pub struct Visit {
    app: App,
    language: Language,
    key: Option<Key>,
}

impl Visit {
    /// The running house.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Language of the answer.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Begins a unit of work for a customer who holds a link.
    pub async fn begin_as_customer(&self) -> Result<Work, Failure> {
        self.begin(Actor::customer(self.language)).await
    }

    /// Begins a unit of work for anybody.
    pub async fn begin_as_anybody(&self) -> Result<Work, Failure> {
        self.begin(Actor::public(self.language)).await
    }

    async fn begin(&self, actor: Actor) -> Result<Work, Failure> {
        let key = self.key.clone().map(|key| key.of(&actor));
        begin(&self.app, actor, key, None).await
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        Ok(Self {
            app: app.clone(),
            language: super::language(&parts.headers),
            key: parts.extensions.get::<Key>().cloned(),
        })
    }
}

/// Put into the request by the session layer; absent when nobody is logged in.
impl FromRequestParts<App> for Call {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        let actor = parts.extensions.get::<Actor>().cloned().ok_or(Unauthenticated)?;
        let key = parts.extensions.get::<Key>().map(|key| key.clone().of(&actor));
        Ok(Self {
            app: app.clone(),
            actor,
            key,
            if_match: if_match(&parts.headers)?,
        })
    }
}

fn if_match(headers: &HeaderMap) -> Result<Option<i64>, Failure> {
    let Some(value) = headers.get(header::IF_MATCH) else {
        return Ok(None);
    };
    let text = value.to_str().map_err(|_| BadIfMatch)?.trim();
    let digits = text
        .strip_prefix("\"v")
        .and_then(|rest| rest.strip_suffix('"'))
        .ok_or(BadIfMatch)?;
    Ok(Some(digits.parse().map_err(|_| BadIfMatch)?))
}
