//! HTTP of the packs' words.

use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::http::{Ask, Call, Problem, answer};
use xianji_platform::{App, Failure};

use crate::form::view::FieldView;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(rules))
        .routes(routes!(extra_fields))
}

/// What a statement is called.
#[derive(Debug, Serialize, ToSchema)]
struct RuleName {
    /// `obligation`, `gate`, `form`, …
    kind: &'static str,
    /// Its id within its kind.
    id: String,
    /// Its name in the reader's language.
    name: String,
}

/// Names of statements.
#[derive(Debug, Serialize, ToSchema)]
struct RuleNames {
    items: Vec<RuleName>,
}

/// What the statements of all published packs are called, by kind and id.
#[utoipa::path(get, path = "/rules", operation_id = "rule.names", tag = "governance",
    responses((status = 200, body = RuleNames), (status = "4XX", body = Problem)))]
async fn rules(call: Call) -> Result<Response, Failure> {
    let book = call.app().policies();
    let packs = super::packs(&book, call.actor(), book.today(call.app().now()), true);
    let language = call.actor().language;
    let items = super::names(&packs)
        .into_iter()
        .map(|((kind, id), name)| RuleName {
            kind,
            id: id.to_owned(),
            name: name.get(language).to_owned(),
        });
    answer::ok(&RuleNames {
        items: items.collect(),
    })
}

/// Which records.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OfKind {
    /// Kind of record: `inquiry`.
    #[param(max_length = 50)]
    subject_kind: String,
}

/// Fields that packs add.
#[derive(Debug, Serialize, ToSchema)]
struct ExtraFields {
    items: Vec<FieldView>,
}

/// The fields that the packs in force add to records of a kind.
#[utoipa::path(get, path = "/fields", operation_id = "field.list", tag = "governance", params(OfKind),
    responses((status = 200, body = ExtraFields), (status = "4XX", body = Problem)))]
async fn extra_fields(call: Call, Ask(of): Ask<OfKind>) -> Result<Response, Failure> {
    let book = call.app().policies();
    let packs = super::packs(&book, call.actor(), book.today(call.app().now()), false);
    let items = super::fields(call.app(), &packs, &of.subject_kind)
        .into_iter()
        .map(|extra| FieldView::of(&extra.field, call.actor().language));
    answer::ok(&ExtraFields {
        items: items.collect(),
    })
}
