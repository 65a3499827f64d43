//! HTTP of plans.

mod milestone;
mod task;

use utoipa_axum::router::OpenApiRouter;
use xianji_platform::App;

pub use task::TaskView;

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    task::routes().merge(milestone::routes())
}
