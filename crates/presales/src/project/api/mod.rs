//! HTTP of projects.

mod beginning;
mod overview;
mod read;
mod requests;
mod write;

use utoipa_axum::router::OpenApiRouter;
use xianji_platform::App;

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    overview::routes()
        .merge(beginning::routes())
        .merge(read::routes())
        .merge(write::routes())
}
