//! HTTP of packs: what is offered, what was published, what is in force where, and a pack clause by clause.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::{router::OpenApiRouter, routes};
use xianji_kernel::text::Language;
use xianji_policy::model::{Pack, Reach};
use xianji_policy::{Mode, PackSource};

use super::{actions, queries};
use crate::app::App;
use crate::failure::{Failure, Forbidden, Invalid};
use crate::http::{At, Call, Input, Problem, answer};
use crate::id::{DepartmentId, MemberId, PackVersionId};

/// Routes of packs.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, publish))
        .routes(routes!(view))
        .routes(routes!(adopt))
        .routes(routes!(check))
}

/// A pack that this program brings and that nobody has to publish.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferedPack {
    /// Its id.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub for_whom: Option<String>,
    /// Packs that it extends.
    pub extends: Vec<String>,
    /// The published version of the same text, if there is one.
    pub published: Option<PackVersionId>,
}

/// A published version.
#[derive(Debug, Serialize, ToSchema)]
pub struct PublishedPack {
    /// Id of the version.
    pub id: PackVersionId,
    /// Id of the pack.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// Its name.
    pub name: String,
    /// SHA-256 of its text.
    pub hash: String,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// By whom.
    pub published_by: Option<MemberId>,
}

/// What is in force where, from when.
#[derive(Debug, Serialize, ToSchema)]
pub struct Adoption {
    /// The department; those below live by it too unless they adopted another.
    pub department_id: DepartmentId,
    /// Its name.
    pub department: String,
    /// The version.
    pub version_id: PackVersionId,
    /// From this day on.
    pub from: NaiveDate,
    /// Whether it is the one that holds today.
    pub in_force: bool,
}

/// All about packs that a reader may see.
#[derive(Debug, Serialize, ToSchema)]
pub struct PolicyOverview {
    /// What this program offers.
    pub offered: Vec<OfferedPack>,
    /// What was published, newest first.
    pub published: Vec<PublishedPack>,
    /// What was adopted, newest first.
    pub adoptions: Vec<Adoption>,
    /// What the reader may do.
    pub can: PolicyCan,
}

/// What the reader may do with packs.
#[derive(Debug, Serialize, ToSchema)]
pub struct PolicyCan {
    /// Publish one.
    pub publish: bool,
    /// Put one in force.
    pub adopt: bool,
}

fn readable(call: &Call) -> Result<(), Failure> {
    if call.actor().may("policy.read") || call.actor().may("policy.publish") {
        return Ok(());
    }
    Err(Forbidden {
        permission: "policy.read".into(),
        subject: None,
    }
    .into())
}

/// Packs offered, published and in force.
#[utoipa::path(get, path = "/policies", operation_id = "policy.list", tag = "policy",
    responses((status = 200, body = PolicyOverview), (status = "4XX", body = Problem)))]
async fn list(call: Call) -> Result<Response, Failure> {
    readable(&call)?;
    let (book, language, app) = (call.app().policies(), call.actor().language, call.app());
    let rows = queries::published(&call.db()).await?;
    let offered = app.registry().packs.iter().filter_map(|source| {
        let pack = xianji_policy::read(
            &beside(app, source.clone()),
            &app.registry().vocabulary,
            Mode::Mounted,
        )
        .ok()?;
        Some(OfferedPack {
            published: rows.iter().find(|row| row.hash == pack.hash).map(|row| row.id),
            name: pack.name.get(language).to_owned(),
            for_whom: pack
                .in_force
                .for_whom
                .as_ref()
                .map(|text| text.get(language).to_owned()),
            extends: pack.extends.clone(),
            pack: pack.id,
            version: pack.version,
        })
    });
    let today = book.today(app.now());
    let mut adoptions: Vec<Adoption> = book
        .adoptions()
        .iter()
        .filter_map(|row| {
            Some(Adoption {
                department_id: row.department_id,
                department: book.tree().name(row.department_id)?.to_owned(),
                version_id: row.pack_version_id,
                from: row.from_date,
                in_force: book.adopted_by(row.department_id, today) == Some(row.pack_version_id),
            })
        })
        .collect();
    adoptions.reverse();
    let published = rows.iter().map(|row| PublishedPack {
        id: row.id,
        pack: row.pack.clone(),
        version: row.version.clone(),
        name: book
            .version(row.id)
            .map_or_else(|| row.pack.clone(), |pack| pack.name.get(language).to_owned()),
        hash: row.hash.clone(),
        published_at: row.published_at,
        published_by: row.published_by,
    });
    answer::ok(&PolicyOverview {
        offered: offered.collect(),
        published: published.collect(),
        adoptions,
        can: PolicyCan {
            publish: call.actor().may("policy.publish"),
            adopt: call.actor().may("policy.adopt"),
        },
    })
}

/// A pack's files as sent: the name of a shipped pack, or files of a pack of one's own.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PackToPublish {
    /// Id of the pack; with `files` absent, a shipped one.
    #[schema(min_length = 1, max_length = 100)]
    pack: String,
    /// Its files by name; those of shipped packs are at hand to be extended.
    #[schema(max_items = 40)]
    files: Option<Vec<PackFile>>,
}

/// A file of a pack.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// `stages.toml`.
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// Its text.
    text: String,
}

/// The named pack first, all shipped ones behind it to be extended.
fn beside(app: &App, first: PackSource) -> Vec<PackSource> {
    let others = app
        .registry()
        .packs
        .iter()
        .filter(|other| other.id != first.id)
        .cloned();
    std::iter::once(first.clone()).chain(others).collect()
}

fn sources(app: &App, body: PackToPublish) -> Result<Vec<PackSource>, Failure> {
    let first = match body.files {
        Some(files) => PackSource::new(
            &body.pack,
            files
                .into_iter()
                .map(|file| (format!("{}/{}", body.pack, file.name), file.text))
                .collect(),
        ),
        None => app
            .shipped(&body.pack)
            .cloned()
            .ok_or_else(|| Invalid::one("/pack", "unknown"))?,
    };
    Ok(beside(app, first))
}

/// Publish a pack: it is checked, stored, and in force nowhere yet. Every mistake comes at once.
#[utoipa::path(post, path = "/policies", operation_id = "policy.publish", tag = "policy", request_body = PackToPublish,
    responses((status = 201, body = PackView), (status = "4XX", body = Problem)))]
async fn publish(call: Call, Input(body): Input<PackToPublish>) -> Result<Response, Failure> {
    let sources = sources(call.app(), body)?;
    let mut work = call.begin().await?;
    let id = actions::publish(&mut work, &sources, Mode::Strict).await?;
    let language = work.actor().language;
    let pack = xianji_policy::read(&sources, &work.app().registry().vocabulary, Mode::Strict)
        .map_err(actions::PackMistakes)?;
    work.answer(StatusCode::CREATED, &PackView::of(id, &pack, language))
        .await
}

/// What a check found.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckedPack {
    /// Whether it loads.
    pub ok: bool,
    /// Its version, if it loads.
    pub version: Option<String>,
}

/// Check a pack without keeping it. Every mistake comes at once.
#[utoipa::path(post, path = "/policies/check", operation_id = "policy.check", tag = "policy", request_body = PackToPublish,
    responses((status = 200, body = CheckedPack), (status = "4XX", body = Problem)))]
async fn check(call: Call, Input(body): Input<PackToPublish>) -> Result<Response, Failure> {
    readable(&call)?;
    let sources = sources(call.app(), body)?;
    let pack = xianji_policy::read(&sources, &call.app().registry().vocabulary, Mode::Strict)
        .map_err(actions::PackMistakes)?;
    answer::ok(&CheckedPack {
        ok: true,
        version: Some(pack.version),
    })
}

/// For which department, from when.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdoptPack {
    /// The department; those below follow unless they adopted another.
    department_id: DepartmentId,
    /// From this day on; today when absent.
    from: Option<NaiveDate>,
}

/// Put a published version in force for a department.
#[utoipa::path(post, path = "/policies/{id}/adopt", operation_id = "policy.adopt", tag = "policy", params(("id" = PackVersionId, Path)),
    request_body = AdoptPack, responses((status = 204), (status = "4XX", body = Problem)))]
async fn adopt(
    call: Call,
    At(id): At<PackVersionId>,
    Input(body): Input<AdoptPack>,
) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let from = body.from.unwrap_or_else(|| work.policies().today(work.now));
    actions::adopt(&mut work, body.department_id, id, from).await?;
    work.answer_empty().await
}

/// A pack as people read it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PackView {
    /// Id of the version.
    pub id: PackVersionId,
    /// Id of the pack.
    pub pack: String,
    /// Its version.
    #[serde(rename = "pack_version")]
    pub version: String,
    /// Its name.
    pub name: String,
    /// Regulations with their clauses.
    pub regulations: Vec<RegulationView>,
    /// Controls with what enforces and proves them.
    pub controls: Vec<ControlView>,
    /// Positions with what they may do.
    pub positions: Vec<PositionView>,
    /// How many statements of each kind.
    pub statements: BTreeMap<String, usize>,
}

/// A regulation.
#[derive(Debug, Serialize, ToSchema)]
pub struct RegulationView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its clauses.
    pub clauses: Vec<ClauseView>,
}

/// A clause.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PackClause)]
pub struct ClauseView {
    /// Its id.
    pub id: String,
    /// Its words.
    pub text: String,
    /// Controls that carry it.
    pub controls: Vec<String>,
}

/// A control.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PackControl)]
pub struct ControlView {
    /// Its id.
    pub id: String,
    /// Its name, if the pack gives one.
    pub name: Option<String>,
    /// Rules that enforce it.
    pub enforced_by: Vec<String>,
    /// Measures that prove it.
    pub measured_by: Vec<String>,
    /// Records that do not exist yet.
    pub waits_for: Vec<String>,
}

/// A position.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PackPosition)]
pub struct PositionView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Kind of record in whose team it is a role.
    pub of: Option<String>,
    /// What it is for, in words.
    pub duties: Vec<String>,
    /// What it may do.
    pub permissions: Vec<PermissionView>,
}

/// A permission of a position.
#[derive(Debug, Serialize, ToSchema)]
pub struct PermissionView {
    /// The action, `inquiry.*` for all of a record's.
    pub action: String,
    /// How far it goes.
    pub reach: crate::identity::Reach,
    /// Under which condition.
    pub when: Option<String>,
}

impl PackView {
    fn of(id: PackVersionId, pack: &Pack, language: Language) -> Self {
        let clauses = |of: &str| -> Vec<ClauseView> {
            let mine = pack.clauses.iter().filter(|clause| clause.of == of);
            mine.map(|clause| ClauseView {
                id: clause.id.clone(),
                text: clause.text.get(language).to_owned(),
                controls: clause.controls.clone(),
            })
            .collect()
        };
        let words = |rules: &[xianji_policy::model::RuleRef]| {
            rules.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        Self {
            id,
            pack: pack.id.clone(),
            version: pack.version.clone(),
            name: pack.name.get(language).to_owned(),
            regulations: pack
                .regulations
                .iter()
                .map(|one| RegulationView {
                    id: one.id.clone(),
                    name: one.name.get(language).to_owned(),
                    clauses: clauses(&one.id),
                })
                .collect(),
            controls: pack
                .controls
                .iter()
                .map(|one| ControlView {
                    id: one.id.clone(),
                    name: one.name.as_ref().map(|name| name.get(language).to_owned()),
                    enforced_by: words(&one.enforced_by),
                    measured_by: words(&one.measured_by),
                    waits_for: one.waits_for.clone(),
                })
                .collect(),
            positions: pack
                .positions
                .iter()
                .map(|one| PositionView::of(one, language))
                .collect(),
            statements: statements(pack),
        }
    }
}

impl PositionView {
    fn of(position: &xianji_policy::model::Position, language: Language) -> Self {
        let permissions = position.may.iter().map(|one| PermissionView {
            action: one.action.clone(),
            reach: match one.reach {
                Reach::Own => crate::identity::Reach::Own,
                Reach::Team => crate::identity::Reach::Team,
                Reach::Department => crate::identity::Reach::Department,
                Reach::Tree => crate::identity::Reach::Tree,
                Reach::Company => crate::identity::Reach::Company,
            },
            when: one.when.as_ref().map(|when| when.condition.text().to_owned()),
        });
        Self {
            id: position.id.clone(),
            name: position.name.get(language).to_owned(),
            of: position.of.clone(),
            duties: position
                .duties
                .iter()
                .map(|duty| duty.get(language).to_owned())
                .collect(),
            permissions: permissions.collect(),
        }
    }
}

fn statements(pack: &Pack) -> BTreeMap<String, usize> {
    [
        ("stage", pack.stages.iter().count()),
        ("gate", pack.gates.iter().count()),
        ("approval", pack.approvals.iter().count()),
        ("obligation", pack.obligations.iter().count()),
        ("form", pack.forms.iter().count()),
        ("deliverable", pack.deliverables.iter().count()),
        ("metric", pack.metrics.iter().count()),
        ("notice", pack.notices.iter().count()),
        ("setting", pack.settings.iter().count()),
    ]
    .into_iter()
    .map(|(kind, count)| (kind.to_owned(), count))
    .collect()
}

/// A published pack clause by clause.
#[utoipa::path(get, path = "/policies/{id}", operation_id = "policy.read", tag = "policy", params(("id" = PackVersionId, Path)),
    responses((status = 200, body = PackView), (status = "4XX", body = Problem)))]
async fn view(call: Call, At(id): At<PackVersionId>) -> Result<Response, Failure> {
    readable(&call)?;
    let book = call.app().policies();
    let pack = book.version(id).ok_or_else(|| Failure::not_found("pack"))?;
    answer::ok(&PackView::of(id, pack, call.actor().language))
}
