//! HTTP of gates: what one would ask now.

use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use xianji_platform::http::{Ask, Call, Problem, answer};
use xianji_platform::{App, Failure, Subject};

use super::{GateItem, actions};
use crate::engine::Context;
use crate::sight;

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which gates.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AtPoint {
    pub subject_kind: String,
    pub subject_id: Uuid,
    /// `stage:solution`, `leave:research`, `project.advance`, `project.update:budget`.
    pub point: String,
}

/// What every gate before a point asks for.
#[derive(Debug, Serialize, ToSchema)]
pub struct GateItems {
    pub items: Vec<GateItem>,
    /// Whether everything that blocks is there.
    pub open: bool,
}

/// What every gate before a point asks for now, met or missing; asking leaves no evidence.
#[utoipa::path(get, path = "/gates", operation_id = "gate.items", tag = "gate", params(AtPoint),
    responses((status = 200, body = GateItems), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(at): Ask<AtPoint>) -> Result<Response, Failure> {
    let subject = Subject::new(&at.subject_kind, at.subject_id);
    sight::must_see(call.app(), &call.db(), call.actor(), &subject).await?;
    let items = actions::items(&Context::read(call.app()), call.actor(), &subject, &at.point).await?;
    let open = items.iter().all(|item| item.met || item.effect != "block");
    answer::ok(&GateItems { items, open })
}
