//! Puts the acting person into the request, and refuses writes that another site's page sends with our cookie.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use xianji_kernel::text::Language;

use super::guard::{Known, Session};
use super::store::STAND_IN;
use crate::app::App;
use crate::failure::{Failure, Refusal, Unavailable, Unworded};
use crate::http::{language, problem};
use crate::id::MemberId;
use crate::identity::{Actor, grants, queries};

/// A write that comes from another site's page.
#[derive(Debug, thiserror::Error)]
#[error("this request comes from another site")]
pub struct CrossSite;

impl Refusal for CrossSite {
    fn code(&self) -> &'static str {
        "cross-site"
    }
    fn status(&self) -> StatusCode {
        StatusCode::FORBIDDEN
    }
}

/// The layer. An actor that is there already (a test's) stays.
pub async fn who_asks(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let wish = language(request.headers());
    if !is_same_origin(request.method(), request.headers()) {
        return worded(&app, wish, CrossSite.into());
    }
    if request.extensions().get::<Actor>().is_none()
        && let Some(session) = request.extensions().get::<Session>().cloned()
        && let Some(known) = session.user.clone()
    {
        match actor(&app, &session, known).await {
            Ok(actor) => request.extensions_mut().insert(actor),
            Err(failure) => return worded(&app, wish, failure),
        };
    }
    next.run(request).await
}

/// The layer around the sessions. They answer a bare 500 when their table cannot be read; the reader is told what is wrong like anywhere else.
pub async fn without_sessions(State(app): State<App>, request: Request, next: Next) -> Response {
    let wish = language(request.headers());
    let response = next.run(request).await;
    if response.status() == StatusCode::INTERNAL_SERVER_ERROR
        && !response.headers().contains_key(header::CONTENT_TYPE)
    {
        return worded(&app, wish, Unavailable.into());
    }
    response
}

async fn actor(app: &App, session: &Session, known: Known) -> Result<Actor, Failure> {
    if known.generation > app.policies().company().generation {
        app.reload_policies().await?;
    }
    let principal = standing_in(app, session, known.id).await?;
    let grants = grants::of(app, &app.reader(), principal.unwrap_or(known.id)).await?;
    Ok(Actor::of_member(known.id, principal, known.language, grants))
}

/// For whom the member acts, as long as the delegation runs.
async fn standing_in(app: &App, session: &Session, member: MemberId) -> Result<Option<MemberId>, Failure> {
    let kept = session.session.get::<MemberId>(STAND_IN).await;
    let Some(principal) = kept.map_err(|error| Failure::Broken(Box::new(error)))? else {
        return Ok(None);
    };
    let allowed = queries::principals_of(&app.reader(), member, app.now()).await?;
    Ok(Some(principal).filter(|principal| allowed.contains(principal)))
}

fn worded(app: &App, language: Language, failure: Failure) -> Response {
    let response = failure.into_response();
    match response.extensions().get::<Unworded>().cloned() {
        Some(Unworded(refused)) => problem(app, language, &refused),
        None => response,
    }
}

/// Browsers say where a write comes from; programs without a browser say nothing and carry no cookie that they were not given.
fn is_same_origin(method: &Method, headers: &HeaderMap) -> bool {
    if method.is_safe() {
        return true;
    }
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = text(header::ORIGIN.as_str()) else {
        return true;
    };
    let Some((_, from)) = origin.split_once("://") else {
        return false;
    };
    // A page of another site cannot set `X-Forwarded-Host` without asking us first.
    [text(header::HOST.as_str()), text("x-forwarded-host")]
        .into_iter()
        .flatten()
        .any(|host| host.eq_ignore_ascii_case(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(method: Method, headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect();
        is_same_origin(&method, &headers)
    }

    #[test]
    fn a_write_from_another_site_is_refused_and_a_read_is_not() {
        assert!(!judged(Method::POST, &[("sec-fetch-site", "cross-site")]));
        assert!(!judged(Method::POST, &[("sec-fetch-site", "same-site")]));
        assert!(!judged(
            Method::POST,
            &[("origin", "https://evil.example"), ("host", "crm.example")]
        ));
        assert!(!judged(
            Method::POST,
            &[("origin", "null"), ("host", "crm.example")]
        ));
        assert!(judged(Method::GET, &[("sec-fetch-site", "cross-site")]));
    }

    #[test]
    fn our_own_pages_and_programs_may_write() {
        assert!(judged(
            Method::POST,
            &[
                ("sec-fetch-site", "same-origin"),
                ("origin", "https://crm.example")
            ]
        ));
        assert!(judged(
            Method::PATCH,
            &[("origin", "https://crm.example"), ("host", "crm.example")]
        ));
        assert!(judged(Method::DELETE, &[]));
    }
}
