//! What is shown of imports.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::super::entity::Model as ImportRun;
use super::super::entity::row::Outcome;
use super::super::repair::{RepairFormat, repair};
use super::super::{preview, queries};
use super::view::{ImportFieldView, ImportKindView, ImportPreview, ImportRowView, ImportRunView};
use crate::app::App;
use crate::failure::{Failure, Forbidden};
use crate::file::api::disposition;
use crate::http::{Ask, At, Call, Listed, Problem, answer};
use crate::id::ImportRunId;
use crate::list::ListQuery;
use crate::record::people::Names;
use crate::record::rows;

/// Routes that read.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(kinds))
        .routes(routes!(list))
        .routes(routes!(read))
        .routes(routes!(look))
        .routes(routes!(outcomes))
        .routes(routes!(failed_rows))
}

/// Kinds that the reader may import, with what a column can fill.
#[utoipa::path(get, path = "/imports/kinds", operation_id = "import_run.kinds", tag = "import",
    responses((status = 200, body = Vec<ImportKindView>), (status = "4XX", body = Problem)))]
async fn kinds(call: Call) -> Result<Response, Failure> {
    let imports = call.app().registry().imports.values();
    let mut kinds: Vec<ImportKindView> = imports
        .filter(|import| call.actor().may(&import.permission()))
        .map(|import| ImportKindView {
            kind: import.kind,
            fields: (import.fields)(call.app(), call.actor())
                .into_iter()
                .map(ImportFieldView::from)
                .collect(),
        })
        .collect();
    kinds.sort_by_key(|one| one.kind);
    answer::ok(&kinds)
}

/// One's own imports, and those of others as far as one may read them, newest first.
#[utoipa::path(get, path = "/imports", operation_id = "import_run.list", tag = "import", params(ListQuery),
    responses((status = 200, body = Listed<ImportRunView>), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ListQuery>) -> Result<Response, Failure> {
    let (db, scope) = (call.db(), call.scope("import_run.read"));
    let page = queries::page(&db, &scope, &query, &rows::context(&call)).await?;
    let names = Names::read(&db, page.rows.iter().map(|run| run.owner_id)).await?;
    let judged = call.judged(&page.rows).await?;
    let mut items = Vec::new();
    for run in page.rows {
        items.push(ImportRunView::of(call.app(), run, &judged, &names)?);
    }
    answer::ok(&Listed::<ImportRunView> {
        items,
        next: page.next,
        total: page.total,
    })
}

/// One import.
#[utoipa::path(get, path = "/imports/{id}", operation_id = "import_run.read", tag = "import",
    params(("id" = ImportRunId, Path)), responses((status = 200, body = ImportRunView), (status = "4XX", body = Problem)))]
async fn read(call: Call, At(id): At<ImportRunId>) -> Result<Response, Failure> {
    let run = queries::find(&call.db(), &call.scope("import_run.read"), id).await?;
    let judged = call.judged([&run]).await?;
    answer::ok(&ImportRunView::load(call.app(), &call.db(), &judged, run).await?)
}

/// One whose file the reader may see: what stands in it is confidential, so that is nobody but who brought it.
async fn mine(call: &Call, id: ImportRunId) -> Result<ImportRun, Failure> {
    let run = queries::find(&call.db(), &call.scope("import_run.read"), id).await?;
    if run.owner_id.is_some() && run.owner_id == call.actor().principal() {
        return Ok(run);
    }
    Err(Forbidden {
        permission: "import_run.preview".into(),
        subject: None,
    }
    .into())
}

/// The first rows of the file as they would be taken in, each with all that is wrong with it.
#[utoipa::path(get, path = "/imports/{id}/preview", operation_id = "import_run.preview", tag = "import",
    params(("id" = ImportRunId, Path)), responses((status = 200, body = ImportPreview), (status = "4XX", body = Problem)))]
async fn look(call: Call, At(id): At<ImportRunId>) -> Result<Response, Failure> {
    let run = mine(&call, id).await?;
    let found = preview::preview(call.app(), call.actor(), &run).await?;
    answer::ok(&ImportPreview::of(
        call.app(),
        call.actor().language,
        &run,
        found,
    )?)
}

/// Which rows.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImportRowsQuery {
    /// Those of this outcome alone.
    pub outcome: Option<Outcome>,
    /// Where the page before ended: its `next`.
    pub cursor: Option<i32>,
    /// Rows on the page, at most 200.
    pub limit: Option<u64>,
}

/// What became of the rows, in their order.
#[utoipa::path(get, path = "/imports/{id}/rows", operation_id = "import_run.rows", tag = "import",
    params(("id" = ImportRunId, Path), ImportRowsQuery),
    responses((status = 200, body = Listed<ImportRowView>), (status = "4XX", body = Problem)))]
async fn outcomes(
    call: Call,
    At(id): At<ImportRunId>,
    Ask(query): Ask<ImportRowsQuery>,
) -> Result<Response, Failure> {
    let db = call.db();
    let run = queries::find(&db, &call.scope("import_run.read"), id).await?;
    let limit = query.limit.unwrap_or(50).clamp(1, 200);
    let total = queries::count_rows(&db, id, query.outcome).await?;
    let after = query.cursor.unwrap_or(-1);
    let mut found = queries::rows(&db, run.id, query.outcome, after, limit + 1).await?;
    let more = found.len() as u64 > limit;
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = found.last().map(|row| row.number.to_string()).filter(|_| more);
    let mut items = Vec::new();
    for row in found {
        items.push(ImportRowView::of(call.app(), call.actor().language, row)?);
    }
    answer::ok(&Listed::<ImportRowView> { items, next, total })
}

/// As what.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FailedRowsQuery {
    /// A workbook, unless text is asked for. More than 20,000 rows come as text.
    #[param(inline)]
    pub format: Option<RepairFormat>,
}

/// The rows that could not be taken in, as a file to mend: the columns as they came, and why, in the last one.
#[utoipa::path(get, path = "/imports/{id}/failed-rows", operation_id = "import_run.failed_rows", tag = "import",
    params(("id" = ImportRunId, Path), FailedRowsQuery),
    responses((status = 200, content_type = "application/octet-stream"), (status = "4XX", body = Problem)))]
async fn failed_rows(
    call: Call,
    At(id): At<ImportRunId>,
    Ask(query): Ask<FailedRowsQuery>,
) -> Result<Response, Failure> {
    let run = mine(&call, id).await?;
    let format = query.format.unwrap_or(RepairFormat::Xlsx);
    let file = repair(call.app(), call.actor().language, &run, format).await?;
    let mut response = file.bytes.into_response();
    disposition(&mut response, &file.name);
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
