//! Figures over HTTP: which metrics there are, what one comes to, and the records behind it.

use axum::response::Response;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;
use xianji_kernel::beat::{Period, Stretch};
use xianji_platform::failure::Forbidden;
use xianji_platform::http::answer::ok;
use xianji_platform::http::{Ask, At, Call, Listed, Problem};
use xianji_platform::{App, DepartmentId, EventId, Failure, Invalid, MemberId, Scope, Subject};

use super::model::{Counts, Outcome};
use super::queries::{self, By, Days, Whose};
use super::records::{self, Wanted};
use crate::engine::Context;

/// Routes of this room.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(list_records))
}

/// Of which period and whose.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FigureQuery {
    /// `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1` or `2026`; this month when absent.
    pub period: Option<String>,
    /// This department and those below.
    pub department: Option<DepartmentId>,
    /// This member alone.
    pub member: Option<MemberId>,
}

/// Which of the records behind a figure.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct RecordsQuery {
    /// `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1` or `2026`; this month when absent.
    pub period: Option<String>,
    /// This department and those below.
    pub department: Option<DepartmentId>,
    /// This member alone.
    pub member: Option<MemberId>,
    /// Those of this outcome alone.
    pub outcome: Option<Outcome>,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// Records on the page, at most 200.
    pub limit: Option<u64>,
}

/// A metric and what it comes to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FigureView {
    /// `answer-accuracy`, or a rule: `obligation:first-reply`.
    pub id: String,
    /// In the reader's language.
    pub name: String,
    /// `percent`, `hours`, `money` (minor units of the home currency), …
    pub unit: Option<String>,
    /// Whether less is better.
    pub lower_is_better: bool,
    /// The period.
    pub period: String,
    /// What it comes to; empty when nothing was due.
    pub value: Option<f64>,
}

/// A figure with what it is made of.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FigurePage {
    /// The figure.
    pub figure: FigureView,
    /// How many ended how, of a rule's measure.
    pub counts: Option<Counts>,
    /// The same by member.
    pub members: Vec<ShareView>,
    /// The same for twelve periods, the one asked for last.
    pub trend: Vec<PointView>,
}

/// A member's part of a figure.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ShareView {
    /// The member; empty for what is nobody's.
    pub member_id: Option<MemberId>,
    /// The member's name.
    pub member_name: Option<String>,
    /// What it comes to.
    pub value: Option<f64>,
}

/// A figure of one period.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PointView {
    /// The period.
    pub period: String,
    /// What it comes to.
    pub value: Option<f64>,
}

/// One record behind a figure.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EntryView {
    /// The record.
    pub subject: Subject,
    /// Its number, if the reader may see the record.
    pub number: Option<String>,
    /// What people call it, if the reader may see it.
    pub title: Option<String>,
    /// Where its page is, if the reader may see it.
    pub address: Option<String>,
    /// Metric or rule under which it counts.
    pub metric: String,
    /// How it ended, of a rule's measure.
    pub outcome: Option<Outcome>,
    /// What it adds.
    pub value: f64,
    /// When it happened or fell due; since when it stands.
    pub at: DateTime<Utc>,
    /// The event behind it; none behind what stood at the end of a day.
    pub event_id: Option<EventId>,
    /// Whose it is.
    pub member_id: Option<MemberId>,
    /// That member's name.
    pub member_name: Option<String>,
    /// In which department that member was then.
    pub department_id: Option<DepartmentId>,
    /// That department's name.
    pub department_name: Option<String>,
    /// The obligation, where one was counted.
    pub obligation_id: Option<Uuid>,
}

impl EntryView {
    /// Nothing known of it but the record.
    pub(super) fn of(subject: Subject) -> Self {
        Self {
            subject,
            number: None,
            title: None,
            address: None,
            metric: String::new(),
            outcome: None,
            value: 0.0,
            at: DateTime::UNIX_EPOCH,
            event_id: None,
            member_id: None,
            member_name: None,
            department_id: None,
            department_name: None,
            obligation_id: None,
        }
    }
}

/// Metrics of the packs in force with their figures.
#[utoipa::path(get, path = "/measures", operation_id = "measure.list", tag = "measure", params(FigureQuery),
    responses((status = 200, body = [FigureView]), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<FigureQuery>) -> Result<Response, Failure> {
    let asked = Asked::of(&call, &query)?;
    let mut views: Vec<FigureView> = Vec::new();
    let packs = asked.ctx.book.all_in_force(asked.ctx.today());
    let known: std::collections::BTreeSet<&str> =
        packs.iter().flat_map(|(_, pack, _)| pack.metrics.ids()).collect();
    for metric in known {
        views.push(asked.figure(metric, &asked.stretch).await?);
    }
    ok(&views)
}

/// What a metric, or a rule's own measure, comes to.
#[utoipa::path(get, path = "/measures/{metric}", operation_id = "measure.get", tag = "measure",
    params(("metric" = String, Path), FigureQuery), responses((status = 200, body = FigurePage), (status = "4XX", body = Problem)))]
async fn show(call: Call, At(metric): At<String>, Ask(query): Ask<FigureQuery>) -> Result<Response, Failure> {
    let asked = Asked::of(&call, &query)?;
    known(&asked.ctx, &metric)?;
    ok(&asked.page(&metric).await?)
}

/// The records behind a figure.
#[utoipa::path(get, path = "/measures/{metric}/records", operation_id = "measure.records", tag = "measure",
    params(("metric" = String, Path), RecordsQuery), responses((status = 200, body = Listed<EntryView>), (status = "4XX", body = Problem)))]
async fn list_records(
    call: Call,
    At(metric): At<String>,
    Ask(query): Ask<RecordsQuery>,
) -> Result<Response, Failure> {
    let figure = FigureQuery {
        period: query.period.clone(),
        department: query.department,
        member: query.member,
    };
    let asked = Asked::of(&call, &figure)?;
    known(&asked.ctx, &metric)?;
    let metrics = queries::counted_by(&asked.ctx, &metric);
    let wanted = Wanted::new(metrics, asked.days(&asked.stretch), asked.whose.clone(), &query);
    ok(&records::page(&asked.ctx, call.actor(), &wanted).await?)
}

/// A rule of some pack, or a metric of one.
fn known(ctx: &Context<'_>, metric: &str) -> Result<(), Failure> {
    let is_rule = metric.split_once(':').is_some_and(|(kind, id)| {
        ctx.book.versions().any(|(_, pack)| match kind {
            "condition" => pack.approvals.has(id),
            "obligation" | "confirm" => pack.obligations.has(id) || id == "action-item",
            "gate" | "supply" => pack.gates.has(id),
            "approval" => pack.approvals.has(id),
            "notice" => pack.notices.has(id),
            _ => false,
        })
    });
    if is_rule || queries::definition(ctx, metric).is_some() {
        Ok(())
    } else {
        Err(Failure::not_found("measure"))
    }
}

/// What a reader may see under a permission; nothing at all is a refusal.
pub fn sight(call: &Call, permission: &str) -> Result<Scope, Failure> {
    let scope = call.scope(permission);
    match scope.reach {
        Some(_) => Ok(scope),
        None => Err(Forbidden {
            permission: permission.to_owned(),
            subject: None,
        }
        .into()),
    }
}

/// The period of a text; this month when there is none.
pub fn period(ctx: &Context<'_>, text: Option<&str>) -> Result<Stretch, Failure> {
    match text.filter(|text| !text.is_empty()) {
        Some(text) => text
            .parse()
            .map_err(|_| Invalid::one("/period", "not-a-period").into()),
        None => Ok(Period::Month.containing(ctx.today())),
    }
}

/// To two places, as figures are shown.
pub fn shown(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

struct Asked<'a> {
    ctx: Context<'a>,
    language: xianji_kernel::text::Language,
    stretch: Stretch,
    whose: Whose,
}

impl<'a> Asked<'a> {
    fn of(call: &'a Call, query: &FigureQuery) -> Result<Self, Failure> {
        let scope = sight(call, "measure.read")?;
        let ctx = Context::read(call.app());
        let stretch = period(&ctx, query.period.as_deref())?;
        let departments = query
            .department
            .map(|department| ctx.book.tree().below(department));
        let whose = Whose {
            departments,
            member: query.member,
            sight: Some(scope),
        };
        Ok(Self {
            ctx,
            language: call.actor().language,
            stretch,
            whose,
        })
    }

    fn days(&self, stretch: &Stretch) -> Days {
        Days::of(stretch, self.ctx.today())
    }

    async fn figure(&self, metric: &str, stretch: &Stretch) -> Result<FigureView, Failure> {
        let value = queries::figure(&self.ctx, metric, self.days(stretch), &self.whose).await?;
        let defined = queries::definition(&self.ctx, metric).map(|(_, metric)| metric);
        let percent = queries::is_rules_own(metric)
            || defined.as_ref().is_some_and(|defined| {
                matches!(defined.value, xianji_policy::model::MetricValue::Ratio { .. })
            });
        Ok(FigureView {
            id: metric.to_owned(),
            name: defined.as_ref().map_or_else(
                || metric.to_owned(),
                |defined| defined.name.get(self.language).to_owned(),
            ),
            unit: defined
                .as_ref()
                .and_then(|defined| defined.unit.clone())
                .or(percent.then(|| "percent".to_owned())),
            lower_is_better: defined.is_some_and(|defined| defined.lower_is_better),
            period: stretch.label(),
            value: value.map(shown),
        })
    }

    async fn page(&self, metric: &str) -> Result<FigurePage, Failure> {
        let counts = if queries::is_rules_own(metric) {
            let groups = queries::sums(
                &self.ctx,
                &[metric.to_owned()],
                self.days(&self.stretch),
                &self.whose,
                By::default(),
            )
            .await?;
            Some(queries::counts(&groups))
        } else {
            None
        };
        let mut trend = Vec::new();
        for back in (0..12).rev() {
            let figure = self.figure(metric, &self.stretch.previous(back)).await?;
            trend.push(PointView {
                period: figure.period,
                value: figure.value,
            });
        }
        let figure = self.figure(metric, &self.stretch).await?;
        Ok(FigurePage {
            figure,
            counts,
            members: self.members(metric).await?,
            trend,
        })
    }

    async fn members(&self, metric: &str) -> Result<Vec<ShareView>, Failure> {
        let metrics = queries::counted_by(&self.ctx, metric);
        let by = By {
            member: true,
            ..By::default()
        };
        let groups = queries::sums(&self.ctx, &metrics, self.days(&self.stretch), &self.whose, by).await?;
        let members: std::collections::BTreeSet<MemberId> =
            groups.iter().filter_map(|group| group.member).collect();
        let asked: Vec<MemberId> = members.iter().copied().collect();
        let names = xianji_platform::subject::names(&self.ctx.db, &asked).await?;
        let mut shares = Vec::new();
        for member in members {
            let whose = Whose {
                member: Some(member),
                ..self.whose.clone()
            };
            let value = queries::figure(&self.ctx, metric, self.days(&self.stretch), &whose).await?;
            shares.push(ShareView {
                member_id: Some(member).filter(|member| *member != super::model::NOBODY),
                member_name: names.get(&member).cloned(),
                value: value.map(shown),
            });
        }
        Ok(shares)
    }
}
