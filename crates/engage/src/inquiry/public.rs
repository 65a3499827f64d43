//! The form on the company's site: anybody may ask, a few times a quarter of an hour from one address. A field that people do not see
//! catches programs: what fills it in is answered as if it had been kept.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroU32;
use std::sync::LazyLock;

use axum::Extension;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use governor::{DefaultKeyedRateLimiter, Quota};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::failure::TooManyRequests;
use xianji_platform::http::{Input, Problem, Visit, answer};
use xianji_platform::{App, Failure, FieldFault, Invalid};

use super::actions::{self, NewInquiry};
use super::entity::{Channel, InquiryClass};
use super::model::faults_of_sender;
use crate::message::{self, Incoming};

/// Routes of the public form.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(ask))
}

/// Inquiries from one address at once; one more every 90 seconds.
const AT_ONCE: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);

/// Counted per house, so that several in one process do not share their limits.
static LIMIT: LazyLock<DefaultKeyedRateLimiter<(u64, IpAddr)>> = LazyLock::new(|| {
    let every = std::time::Duration::from_secs(90);
    let quota = Quota::with_period(every).map_or(Quota::per_minute(NonZeroU32::MIN), |quota| {
        quota.allow_burst(AT_ONCE)
    });
    DefaultKeyedRateLimiter::keyed(quota)
});

/// A question from outside.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskPublicly {
    #[schema(min_length = 1, max_length = 100)]
    pub name: String,
    #[schema(max_length = 200)]
    pub company: Option<String>,
    /// An address or a phone number is needed, so that somebody can answer.
    #[schema(max_length = 320)]
    pub email: Option<String>,
    #[schema(max_length = 50)]
    pub phone: Option<String>,
    pub class: Option<InquiryClass>,
    #[schema(min_length = 1, max_length = 10000)]
    pub question: String,
    /// Not shown to people; stays empty.
    #[schema(max_length = 1000)]
    pub website: Option<String>,
}

/// It is registered.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PublicInquiryRegistered)]
pub struct Registered {
    /// By which to ask again.
    pub number: Option<String>,
}

/// Registers a question from outside; answers with its number alone.
#[utoipa::path(post, path = "/public/inquiries", operation_id = "public.inquiry", tag = "public", request_body = AskPublicly,
    responses((status = 202, body = Registered), (status = "4XX", body = Problem)))]
async fn ask(
    visit: Visit,
    peer: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
    Input(body): Input<AskPublicly>,
) -> Result<Response, Failure> {
    let address = address(peer.map(|Extension(ConnectInfo(peer))| peer), &headers);
    limit(visit.app(), address)?;
    check(&body)?;
    if body.website.as_ref().is_some_and(|text| !text.trim().is_empty()) {
        return Ok(answer::json(
            StatusCode::ACCEPTED,
            Some(&serde_json::to_value(Registered { number: None })?),
        ));
    }
    let mut work = visit.begin_as_anybody().await?;
    let said = body.question.clone();
    let new = NewInquiry {
        // A browser that says nothing of languages leaves it open.
        language: headers.get(header::ACCEPT_LANGUAGE).map(|_| visit.language()),
        ..new(body)
    };
    let inquiry = actions::open_record(&mut work, new).await?;
    let line = Incoming::said(inquiry.id, Channel::Web, said, work.now);
    message::take_in(&mut work, line).await?;
    work.answer(
        StatusCode::ACCEPTED,
        &Registered {
            number: Some(inquiry.number),
        },
    )
    .await
}

fn new(body: AskPublicly) -> NewInquiry {
    NewInquiry {
        class: body.class,
        question: Some(body.question),
        sender_name: Some(body.name),
        sender_company: body.company,
        sender_email: body.email,
        sender_phone: body.phone,
        ..NewInquiry::by(Channel::Web)
    }
}

fn check(body: &AskPublicly) -> Result<(), Failure> {
    let given = |text: &Option<String>| {
        text.as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    };
    let (email, phone) = (given(&body.email), given(&body.phone));
    let mut faults = Vec::new();
    if email.is_none() && phone.is_none() {
        faults.push(FieldFault::at("/email", "required"));
    }
    faults.extend(faults_of_sender(
        ("/email", email.as_deref()),
        ("/phone", phone.as_deref()),
    ));
    for (pointer, text) in [("/name", &body.name), ("/question", &body.question)] {
        if text.trim().is_empty() {
            faults.push(FieldFault::at(pointer, "required"));
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Invalid(faults).into())
    }
}

fn limit(app: &App, address: IpAddr) -> Result<(), Failure> {
    if LIMIT.len() > 10_000 {
        LIMIT.retain_recent();
    }
    LIMIT
        .check_key(&(app.number(), address))
        .map_err(|_| TooManyRequests.into())
}

/// The address that limits count by. A proxy on this machine is believed about whom it speaks for; nobody else is.
fn address(peer: Option<SocketAddr>, headers: &HeaderMap) -> IpAddr {
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |peer| peer.ip());
    let told = headers
        .get("x-forwarded-for")
        .and_then(|value| value.to_str().ok());
    let last = told
        .and_then(|list| list.rsplit(',').next())
        .and_then(|text| text.trim().parse().ok());
    last.filter(|_| peer.is_loopback()).unwrap_or(peer)
}
