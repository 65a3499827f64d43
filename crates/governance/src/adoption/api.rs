//! HTTP of moving running records to another version of a pack.

use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use xianji_platform::http::{At, Call, Input, Problem, answer};
use xianji_platform::{App, Failure, Invalid, PackVersionId};

use super::actions::{Moving, move_portion};
use super::model::{Place, Portion};

/// Routes of this room.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(migrate))
}

/// To which version, and whether only to see what would become of them.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Migrate {
    /// The version that they shall keep.
    to: PackVersionId,
    /// Records of this kind alone.
    #[schema(max_length = 100)]
    kind: Option<String>,
    /// Nothing is changed: the answer says what would be.
    dry_run: bool,
    /// Why; asked for unless it is a dry run.
    #[schema(max_length = 2000)]
    reason: Option<String>,
    /// Where the portion before ended.
    #[schema(max_length = 200)]
    after: Option<String>,
}

/// Move running records that keep a version to another one, 200 at a time, or see what that would change.
#[utoipa::path(post, path = "/policies/{id}/migrate", operation_id = "policy.migrate", tag = "policy",
    params(("id" = PackVersionId, Path)), request_body = Migrate,
    responses((status = 200, body = Portion), (status = "4XX", body = Problem)))]
async fn migrate(
    call: Call,
    At(from): At<PackVersionId>,
    Input(body): Input<Migrate>,
) -> Result<Response, Failure> {
    let reason = body.reason.unwrap_or_default().trim().to_owned();
    if reason.is_empty() && !body.dry_run {
        return Err(Invalid::one("/reason", "required").into());
    }
    let after = match body.after {
        Some(word) => Some(Place::read(&word).ok_or_else(|| Invalid::one("/after", "unknown"))?),
        None => None,
    };
    let moving = Moving {
        from,
        to: body.to,
        kind: body.kind,
        reason,
    };
    let mut work = call.begin().await?;
    let portion = move_portion(&mut work, &moving, after.as_ref()).await?;
    if body.dry_run {
        return answer::ok(&portion);
    }
    work.answer(StatusCode::OK, &portion).await
}
