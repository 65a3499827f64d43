//! Looks over many projects, and ahead on one: the board, those without an application, the gate of the next stage.

use axum::response::Response;
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_governance::Context;
use xianji_governance::gate::{self, GateItem};
use xianji_kernel::money::Money;
use xianji_platform::http::{Ask, At, Call, Problem, answer};
use xianji_platform::{App, Failure, Owned};
use xianji_policy::model::{Lifecycle, Pack};

use super::super::board;
use super::super::entity::State;
use super::super::view::{ProjectRow, Reader};
use super::super::{lists, queries, uninitiated};
use super::requests::{BoardQuery, GateQuery, MOST, PAGE, UninitiatedQuery};
use crate::id::ProjectId;

/// Cards of a column.
const CARDS: u64 = 20;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(show_board))
        .routes(routes!(without_application))
        .routes(routes!(gate_items))
}

/// A column of the board.
#[derive(Debug, Serialize, ToSchema)]
pub struct BoardColumn {
    pub state: State,
    /// Id of the stage.
    pub stage: String,
    /// Its name in the reader's language.
    pub name: String,
    /// How many projects.
    pub count: i64,
    /// What they are worth, in the home currency.
    pub amount: Option<Money>,
    /// The first of them; what moved last stands first.
    pub items: Vec<ProjectRow>,
}

/// Projects by stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct Board {
    pub columns: Vec<BoardColumn>,
}

/// What each stage holds, with sums.
#[utoipa::path(get, path = "/projects/board", operation_id = "project.board", tag = "project", params(BoardQuery),
    responses((status = 200, body = Board), (status = "4XX", body = Problem)))]
async fn show_board(call: Call, Ask(query): Ask<BoardQuery>) -> Result<Response, Failure> {
    let scope = call.scope("project.read");
    let db = call.db();
    let reader = Reader::read(&call);
    let wanted = lists::wanted(&call, query.filter.as_deref(), query.q.as_deref())?;
    let sums = if wanted.is_empty() {
        board::sums(&db, &scope).await?
    } else {
        board::sums_where(&db, &scope, &wanted).await?
    };
    let book = call.app().policies();
    let held = sums.keys().map(|(state, stage)| (state.as_str(), stage.as_str()));
    let places = columns_of(&book, call.actor(), book.today(call.app().now()), held);
    let sum_of = |state: State, stage: &str| {
        let sum = sums.get(&(state.word().to_owned(), stage.to_owned()));
        sum.copied().unwrap_or_default()
    };
    let filled: Vec<board::Place> = places
        .iter()
        .filter(|(state, stage, _)| sum_of(*state, stage).count > 0)
        .map(|(state, stage, _)| (*state, stage.clone()))
        .collect();
    let cards = board::cards(&db, &scope, &wanted, &filled, CARDS).await?;
    let mut rows = reader.rows(&cards).await?;
    let currency = book.company().currency.parse().ok();
    let columns = places.into_iter().map(|(state, stage, name)| {
        let sum = sum_of(state, &stage);
        BoardColumn {
            items: rows
                .extract_if(.., |row| row.state == state && row.stage == stage)
                .collect(),
            amount: currency.and_then(|currency| Money::new(sum.amount_home, currency).ok()),
            count: sum.count,
            state,
            stage,
            name,
        }
    });
    let columns = columns.collect();
    answer::ok(&Board { columns })
}

/// The stages of the pack in force, in order, and after them any others that hold something.
fn columns_of<'a>(
    book: &xianji_platform::policy_book::PolicyBook,
    actor: &xianji_platform::Actor,
    today: NaiveDate,
    held: impl Iterator<Item = (&'a str, &'a str)>,
) -> Vec<(State, String, String)> {
    let mut packs: Vec<&Pack> = Vec::new();
    let mine = actor.department().and_then(|here| book.in_force(here, today));
    packs.extend(mine.map(|(_, pack)| pack.as_ref()));
    packs.extend(book.versions().map(|(_, pack)| pack.as_ref()));
    let lives: Vec<(&Pack, &Lifecycle)> = packs
        .iter()
        .flat_map(|pack| {
            pack.lifecycles
                .iter()
                .filter(|life| life.of == "project")
                .map(|life| (*pack, life))
        })
        .collect();
    let held: Vec<(&str, &str)> = held.collect();
    let mut columns: Vec<(State, String, String)> = Vec::new();
    for (place, (pack, life)) in lives.iter().enumerate() {
        for (word, stages) in &life.stages {
            let state = if word == "won" { State::Won } else { State::Active };
            for stage in stages {
                let known = columns.iter().any(|(of, id, _)| *of == state && id == stage);
                let wanted = place == 0 || held.contains(&(state.word(), stage.as_str()));
                if !known && wanted {
                    let name = pack
                        .stage(stage)
                        .map_or(stage.as_str(), |one| one.name.get(actor.language));
                    columns.push((state, stage.clone(), name.to_owned()));
                }
            }
        }
    }
    columns
}

/// A project that should have been applied for.
#[derive(Debug, Serialize, ToSchema)]
pub struct UninitiatedProject {
    #[serde(flatten)]
    pub project: ProjectRow,
    /// The gate that asks for it.
    pub gate: String,
    /// The stage that the gate stands before.
    pub before: String,
    /// Days since the customer first spoke of it.
    pub days_since_lead: i64,
}

/// Projects that should have been applied for.
#[derive(Debug, Serialize, ToSchema)]
pub struct UninitiatedProjects {
    /// The oldest lead first.
    pub items: Vec<UninitiatedProject>,
    /// Where the next page begins, if there may be one.
    pub next: Option<ProjectId>,
}

/// Projects that should have been applied for and were not.
#[utoipa::path(get, path = "/projects/uninitiated", operation_id = "project.uninitiated", tag = "project",
    params(UninitiatedQuery), responses((status = 200, body = UninitiatedProjects), (status = "4XX", body = Problem)))]
async fn without_application(call: Call, Ask(query): Ask<UninitiatedQuery>) -> Result<Response, Failure> {
    let context = Context::read(call.app());
    let limit = query.limit.unwrap_or(PAGE).clamp(1, MOST);
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    let found = uninitiated::page(&context, &call.scope("project.read"), query.after, limit).await?;
    let projects: Vec<_> = found.items.iter().map(|one| one.project.clone()).collect();
    let rows = Reader::read(&call).rows(&projects).await?;
    let today: NaiveDate = context.today();
    let items = found
        .items
        .into_iter()
        .zip(rows)
        .map(|(one, project)| UninitiatedProject {
            days_since_lead: (today - one.project.first_lead_on).num_days(),
            gate: one.gate,
            before: one.before,
            project,
        });
    answer::ok(&UninitiatedProjects {
        items: items.collect(),
        next: found.next,
    })
}

/// What stands before a stage.
#[derive(Debug, Serialize, ToSchema)]
pub struct StageGate {
    /// The stage to be entered; nothing at the end of the path.
    pub to: Option<String>,
    /// All that is asked is there.
    pub met: bool,
    /// Each thing asked for, met or missing.
    pub items: Vec<GateItem>,
}

/// What the pack asks for before the next stage, or before the one named.
#[utoipa::path(get, path = "/projects/{id}/gate", operation_id = "project.gate", tag = "project",
    params(("id" = ProjectId, Path), GateQuery),
    responses((status = 200, body = StageGate), (status = "4XX", body = Problem)))]
async fn gate_items(
    call: Call,
    At(id): At<ProjectId>,
    Ask(query): Ask<GateQuery>,
) -> Result<Response, Failure> {
    let context = Context::read(call.app());
    let project = queries::find(&context.db, &call.scope("project.read"), id).await?;
    let pack = project.pack_version_id.and_then(|id| context.book.version(id));
    let path = pack.and_then(|pack| pack.lifecycles.get(&project.lifecycle));
    let to = query
        .to
        .or_else(|| path.and_then(|path| path.next(&project.stage)).map(str::to_owned));
    let mut items = Vec::new();
    if let Some(to) = &to {
        for point in [
            format!("leave:{}", project.stage),
            format!("stage:{to}"),
            "project.advance".to_owned(),
        ] {
            items.extend(gate::items(&context, call.actor(), &project.subject(), &point).await?);
        }
    }
    answer::ok(&StageGate {
        to,
        met: items.iter().all(|item| item.met || item.effect == "warn"),
        items,
    })
}
