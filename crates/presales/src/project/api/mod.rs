//! HTTP of projects.

mod read;
mod requests;
mod write;

use utoipa_axum::router::OpenApiRouter;
use xianji_platform::App;


/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    read::routes().merge(write::routes())
}
