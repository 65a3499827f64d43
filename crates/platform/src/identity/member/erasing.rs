//! Erasing a member over HTTP.

use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::erase::erase;
use crate::app::App;
use crate::failure::Failure;
use crate::http::{At, Call, Problem};
use crate::id::MemberId;

/// Routes of erasing.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(erase_member))
}

/// Erases what is known of a member who has left: name, log-in, address and phone, and the same beside the events of the ledger.
#[utoipa::path(post, path = "/members/{id}/erase", operation_id = "member.erase", tag = "member",
    params(("id" = MemberId, Path)), responses((status = 204), (status = "4XX", body = Problem)))]
async fn erase_member(call: Call, At(id): At<MemberId>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    erase(&mut work, id).await?;
    work.answer_empty().await
}
