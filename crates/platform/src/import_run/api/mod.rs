//! HTTP of imports.

mod read;
mod view;
mod write;

use utoipa_axum::router::OpenApiRouter;

use crate::app::App;

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    write::routes().merge(read::routes())
}
