//! Logging in and out, one's own password, and acting for another.

use std::net::{IpAddr, SocketAddr};

use axum::Extension;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum_login::tower_sessions::Expiry;
use axum_login::tower_sessions::cookie::time::Duration;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_kernel::text::Language;

use super::guard::{Credentials, Known, Session};
use super::store::{LONGEST_STAY, STAND_IN, STAY};
use crate::app::App;
use crate::failure::{Failure, Invalid, Refusal};
use crate::http::{Call, Input, Problem, answer};
use crate::id::MemberId;
use crate::identity::member::actions;
use crate::identity::member::lists::DepartmentRef;
use crate::identity::{Actor, company, grants, queries};

/// Routes of the session.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(open, read, close))
        .routes(routes!(change_password))
        .routes(routes!(choose_language))
        .routes(routes!(stand_in))
}

/// Log-in and password do not fit, whichever of them is wrong.
#[derive(Debug, thiserror::Error)]
#[error("log-in or password is wrong")]
pub struct WrongLogin;

impl Refusal for WrongLogin {
    fn code(&self) -> &'static str {
        "wrong-login"
    }
    fn status(&self) -> StatusCode {
        StatusCode::UNAUTHORIZED
    }
}

/// Log-in and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LogIn {
    /// Name to log in with.
    #[schema(min_length = 1, max_length = 100)]
    login: String,
    /// Password.
    #[schema(min_length = 1, max_length = 200)]
    password: String,
    /// Stay logged in on this device for 30 days.
    #[serde(default)]
    stay: bool,
}

/// Somebody named.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MemberRef {
    /// Who.
    pub id: MemberId,
    /// Name.
    pub name: String,
}

/// Who is logged in, and what the screen needs to know before anything else.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
pub struct SessionView {
    /// Who acts.
    pub member: SessionMember,
    /// For whom, while standing in.
    pub on_behalf_of: Option<MemberRef>,
    /// Whom one may stand in for now.
    pub on_behalf_of_choices: Vec<MemberRef>,
    /// Department whose rights count.
    pub department: Option<DepartmentRef>,
    /// Positions whose rights count.
    pub positions: Vec<String>,
    /// What may be done at all, sorted; on a record its `can` says more.
    pub permissions: Vec<String>,
    /// The company.
    pub company: SessionCompany,
}

/// Who acts.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionMember {
    /// Who.
    pub id: MemberId,
    /// Name.
    pub name: String,
    /// Language of the screen.
    pub language: String,
}

/// What instants and amounts are shown in.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionCompany {
    /// Name.
    pub name: String,
    /// Time zone.
    pub zone: String,
    /// Home currency.
    pub currency: String,
}

impl SessionView {
    async fn load(app: &App, actor: &Actor) -> Result<Self, Failure> {
        let db = app.reader();
        let id = actor.member().ok_or(crate::failure::Unauthenticated)?;
        let choices = queries::principals_of(&db, id, app.now()).await?;
        let names = queries::member_names(&db, &[&[id], choices.as_slice()].concat()).await?;
        let named = |id: MemberId| MemberRef {
            id,
            name: names.get(&id).cloned().unwrap_or_default(),
        };
        let book = app.policies();
        let department = actor.department().and_then(|id| {
            Some(DepartmentRef {
                id,
                name: book.tree().name(id)?.to_owned(),
            })
        });
        let mut permissions: Vec<String> = actor.grants().permissions.keys().cloned().collect();
        permissions.sort();
        let company = book.company();
        Ok(Self {
            member: SessionMember {
                id,
                name: named(id).name,
                language: actor.language.tag().to_owned(),
            },
            on_behalf_of: actor.on_behalf_of().map(named),
            on_behalf_of_choices: choices.into_iter().map(named).collect(),
            department,
            positions: actor.grants().positions.clone(),
            permissions,
            company: SessionCompany {
                name: company.name.clone(),
                zone: company.zone.clone(),
                currency: company.currency.clone(),
            },
        })
    }
}

fn broken(error: impl std::error::Error + Send + Sync + 'static) -> Failure {
    Failure::Broken(Box::new(error))
}

/// The address that limits count by. A proxy on this machine is believed about whom it speaks for; nobody else is.
fn address(peer: Option<SocketAddr>, headers: &HeaderMap) -> Option<IpAddr> {
    let peer = peer?.ip();
    let told = headers
        .get("x-forwarded-for")
        .and_then(|value| value.to_str().ok());
    let last = told
        .and_then(|list| list.rsplit(',').next())
        .and_then(|text| text.trim().parse().ok());
    last.filter(|_| peer.is_loopback()).or(Some(peer))
}

/// Logs in.
#[utoipa::path(post, path = "/session", operation_id = "session.open", tag = "session", request_body = LogIn,
    responses((status = 200, body = SessionView), (status = "4XX", body = Problem)))]
async fn open(
    State(app): State<App>,
    Extension(mut session): Extension<Session>,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    Input(body): Input<LogIn>,
) -> Result<Response, Failure> {
    let address = address(peer.map(|Extension(ConnectInfo(peer))| peer), &headers);
    let given = Credentials {
        login: body.login,
        password: body.password,
        address,
    };
    let known = match session.authenticate(given).await {
        Ok(known) => known.ok_or(WrongLogin)?,
        Err(axum_login::Error::Backend(reason)) => return Err(reason.into()),
        Err(error) => return Err(broken(error)),
    };
    let actor = enter(&app, &mut session, &known, body.stay).await?;
    answer::ok(&SessionView::load(&app, &actor).await?)
}

/// Always a new session id, so that one planted before the log-in is worth nothing after it; the library makes it where nobody was
/// logged in before.
async fn enter(app: &App, session: &mut Session, known: &Known, stay: bool) -> Result<Actor, Failure> {
    if session.user.is_some() {
        session.session.clear().await;
        session.session.cycle_id().await.map_err(broken)?;
    }
    session.login(known).await.map_err(broken)?;
    session.session.insert(STAY, stay).await.map_err(broken)?;
    if stay {
        session
            .session
            .set_expiry(Some(Expiry::OnInactivity(Duration::seconds(
                LONGEST_STAY.num_seconds(),
            ))));
    }
    if known.generation > app.policies().company().generation {
        app.reload_policies().await?;
    }
    let rights = grants::of(app, &app.reader(), known.id).await?;
    Ok(Actor::of_member(known.id, None, known.language, rights))
}

/// Who is logged in.
#[utoipa::path(get, path = "/session", operation_id = "session.read", tag = "session",
    responses((status = 200, body = SessionView), (status = "4XX", body = Problem)))]
async fn read(call: Call) -> Result<Response, Failure> {
    answer::ok(&SessionView::load(call.app(), call.actor()).await?)
}

/// Logs out.
#[utoipa::path(delete, path = "/session", operation_id = "session.close", tag = "session",
    responses((status = 204), (status = "4XX", body = Problem)))]
async fn close(
    State(app): State<App>,
    Extension(mut session): Extension<Session>,
) -> Result<Response, Failure> {
    session.logout().await.map_err(broken)?;
    app.live().nudge();
    Ok(StatusCode::NO_CONTENT.into_response())
}

/// One's own new password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangePassword {
    /// The password so far.
    #[schema(min_length = 1, max_length = 200)]
    old: String,
    /// At least ten characters.
    #[schema(max_length = 200)]
    password: String,
}

/// Sets one's own password; every other session of one's own ends.
#[utoipa::path(post, path = "/session/password", operation_id = "session.change_password", tag = "session",
    request_body = ChangePassword, responses((status = 204), (status = "4XX", body = Problem)))]
async fn change_password(
    call: Call,
    Extension(mut session): Extension<Session>,
    Input(body): Input<ChangePassword>,
) -> Result<Response, Failure> {
    let stay = session
        .session
        .get::<bool>(STAY)
        .await
        .map_err(broken)?
        .unwrap_or(false);
    let mut work = call.begin().await?;
    let member = actions::change_own_password(&mut work, &body.old, &body.password).await?;
    let answer = work.answer_empty().await?;
    let generation = company::read(&call.db()).await?.generation;
    enter(call.app(), &mut session, &Known::of(member, generation), stay).await?;
    Ok(answer)
}

/// The language of one's screen and mails.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChooseLanguage {
    language: Language,
}

/// Chooses one's own language; it follows one to every device.
#[utoipa::path(post, path = "/session/language", operation_id = "session.choose_language", tag = "session",
    request_body = ChooseLanguage, responses((status = 204), (status = "4XX", body = Problem)))]
async fn choose_language(call: Call, Input(body): Input<ChooseLanguage>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    actions::choose_language(&mut work, body.language).await?;
    work.answer_empty().await
}

/// For whom to act.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StandIn {
    /// One of the session's `on_behalf_of_choices`; null to act for oneself again.
    member: Option<MemberId>,
}

/// Acts for another from the next request on, with that member's rights; whatever is done is recorded as done by both.
#[utoipa::path(post, path = "/session/stand-in", operation_id = "session.stand_in", tag = "session", request_body = StandIn,
    responses((status = 200, body = SessionView), (status = "4XX", body = Problem)))]
async fn stand_in(
    call: Call,
    Extension(session): Extension<Session>,
    Input(body): Input<StandIn>,
) -> Result<Response, Failure> {
    let id = call.actor().member().ok_or(crate::failure::Unauthenticated)?;
    let db = call.db();
    match body.member {
        Some(principal)
            if !queries::principals_of(&db, id, call.app().now())
                .await?
                .contains(&principal) =>
        {
            return Err(Invalid::one("/member", "unknown").into());
        }
        Some(principal) => session
            .session
            .insert(STAND_IN, principal)
            .await
            .map_err(broken)?,
        None => drop(
            session
                .session
                .remove::<MemberId>(STAND_IN)
                .await
                .map_err(broken)?,
        ),
    }
    let rights = grants::of(call.app(), &db, body.member.unwrap_or(id)).await?;
    let actor = Actor::of_member(id, body.member, call.actor().language, rights);
    answer::ok(&SessionView::load(call.app(), &actor).await?)
}
