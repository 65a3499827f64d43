//! What the packs say of projects before there is one: what a new one asks for, and where projects may stand.

use axum::response::Response;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_governance::form::view::ChoiceView;
use xianji_platform::http::{Call, Problem, answer};
use xianji_platform::{App, Failure};
use xianji_policy::model::Pack;

use super::super::model;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(beginning))
}

/// What the packs say of projects before there is one.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProjectBeginning {
    /// Fields that a new project must have filled, by their name in the request.
    pub required: Vec<String>,
    /// Stages in which projects may stand: those of the pack in force for the caller, then those of others.
    pub stages: Vec<ChoiceView>,
}

/// What a new project asks for, and where projects may stand.
#[utoipa::path(get, path = "/projects/beginning", operation_id = "project.beginning", tag = "project",
    responses((status = 200, body = ProjectBeginning), (status = "4XX", body = Problem)))]
async fn beginning(call: Call) -> Result<Response, Failure> {
    let book = call.app().policies();
    let here = call.actor().department().or_else(|| book.tree().root());
    let mine = here.and_then(|here| book.in_force(here, book.today(call.app().now())));
    let mine = mine.map(|(_, pack)| pack.as_ref());
    let others = book.versions().map(|(_, pack)| pack.as_ref());
    let mut stages: Vec<ChoiceView> = Vec::new();
    for pack in mine.into_iter().chain(others) {
        for id in stages_of(pack) {
            if !stages.iter().any(|known| known.id == id) {
                let name = pack
                    .stage(id)
                    .map_or(id, |stage| stage.name.get(call.actor().language));
                stages.push(ChoiceView {
                    id: id.to_owned(),
                    name: name.to_owned(),
                });
            }
        }
    }
    answer::ok(&ProjectBeginning {
        required: mine.map_or_else(Vec::new, model::required_at_first),
        stages,
    })
}

fn stages_of(pack: &Pack) -> impl Iterator<Item = &str> {
    let lives = pack.lifecycles.iter().filter(|life| life.of == "project");
    lives.flat_map(|life| life.all())
}
