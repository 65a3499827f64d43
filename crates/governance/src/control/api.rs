//! Compliance over HTTP: the heat map, a control, its records, clause by clause.

use axum::response::Response;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_kernel::beat::Stretch;
use xianji_kernel::text::Language;
use xianji_platform::http::answer::ok;
use xianji_platform::http::{Ask, At, Call, Listed, Problem};
use xianji_platform::{App, DepartmentId, Failure, Reach};

use super::model::Basis;
use super::queries::{self, Board, Line};
use super::view::{
    ClauseControl, ClauseText, ClauseView, ComplianceView, ControlRow, ControlView, DepartmentView, RuleView,
    SummaryView, TrendPoint,
};
use crate::coverage::{Coverage, Lack, Status};
use crate::engine::Context;
use crate::measure::api::{EntryView, FigureView, RecordsQuery, period, shown, sight};
use crate::measure::queries::{self as measures, Days, Whose};
use crate::measure::records::{self, Wanted};

/// Routes of this room.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(show))
        .routes(routes!(list_records))
        .routes(routes!(list_all_records))
        .routes(routes!(list_clauses))
}

/// Of which period and department.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ComplianceQuery {
    /// `2026-03`, `2026-Q1`, …; this month when absent.
    pub period: Option<String>,
    /// This department and those below.
    pub department: Option<DepartmentId>,
}

/// Control by department, with all together.
#[utoipa::path(get, path = "/compliance", operation_id = "control.list", tag = "control", params(ComplianceQuery),
    responses((status = 200, body = ComplianceView), (status = "4XX", body = Problem)))]
async fn list(call: Call, Ask(query): Ask<ComplianceQuery>) -> Result<Response, Failure> {
    let asked = Asked::of(&call, query.period.as_deref(), query.department)?;
    ok(&asked.map().await?)
}

/// A control with its clauses, rules, measures and trend.
#[utoipa::path(get, path = "/compliance/controls/{id}", operation_id = "control.get", tag = "control",
    params(("id" = String, Path), ComplianceQuery), responses((status = 200, body = ControlView), (status = "4XX", body = Problem)))]
async fn show(call: Call, At(id): At<String>, Ask(query): Ask<ComplianceQuery>) -> Result<Response, Failure> {
    let asked = Asked::of(&call, query.period.as_deref(), query.department)?;
    let line = asked.line(&id)?;
    ok(&asked.control(line).await?)
}

/// Exactly the records that a control counted.
#[utoipa::path(get, path = "/compliance/controls/{id}/records", operation_id = "control.records", tag = "control",
    params(("id" = String, Path), RecordsQuery), responses((status = 200, body = Listed<EntryView>), (status = "4XX", body = Problem)))]
async fn list_records(
    call: Call,
    At(id): At<String>,
    Ask(query): Ask<RecordsQuery>,
) -> Result<Response, Failure> {
    let asked = Asked::of(&call, query.period.as_deref(), query.department)?;
    let line = asked.line(&id)?;
    let whose = Whose {
        member: query.member,
        ..asked.whose.clone()
    };
    let wanted = Wanted::new(line.basis.metrics(), asked.days(&asked.stretch), whose, &query);
    ok(&records::page(&asked.ctx, call.actor(), &wanted).await?)
}

/// Exactly the records that the figures over all controls counted, each rule's once.
#[utoipa::path(get, path = "/compliance/records", operation_id = "control.all_records", tag = "control",
    params(RecordsQuery), responses((status = 200, body = Listed<EntryView>), (status = "4XX", body = Problem)))]
async fn list_all_records(call: Call, Ask(query): Ask<RecordsQuery>) -> Result<Response, Failure> {
    let asked = Asked::of(&call, query.period.as_deref(), query.department)?;
    let whose = Whose {
        member: query.member,
        ..asked.whose.clone()
    };
    let metrics = queries::rules(&queries::lines(&asked.ctx).0);
    let wanted = Wanted::new(metrics, asked.days(&asked.stretch), whose, &query);
    ok(&records::page(&asked.ctx, call.actor(), &wanted).await?)
}

/// Clause by clause: what carries it, and how it is kept.
#[utoipa::path(get, path = "/compliance/clauses", operation_id = "control.clauses", tag = "control", params(ComplianceQuery),
    responses((status = 200, body = [ClauseView]), (status = "4XX", body = Problem)))]
async fn list_clauses(call: Call, Ask(query): Ask<ComplianceQuery>) -> Result<Response, Failure> {
    let asked = Asked::of(&call, query.period.as_deref(), query.department)?;
    ok(&asked.clauses().await?)
}

struct Asked<'a> {
    ctx: Context<'a>,
    language: Language,
    stretch: Stretch,
    whose: Whose,
    department: Option<DepartmentId>,
}

impl<'a> Asked<'a> {
    fn of(call: &'a Call, text: Option<&str>, department: Option<DepartmentId>) -> Result<Self, Failure> {
        let scope = sight(call, "control.read")?;
        let ctx = Context::read(call.app());
        let stretch = period(&ctx, text)?;
        let departments = department.map(|department| ctx.book.tree().below(department));
        let whose = Whose {
            departments,
            member: None,
            sight: Some(scope),
        };
        Ok(Self {
            ctx,
            language: call.actor().language,
            stretch,
            whose,
            department,
        })
    }

    fn days(&self, stretch: &Stretch) -> Days {
        Days::of(stretch, self.ctx.today())
    }

    async fn board(&self, lines: Vec<Line>, stretch: &Stretch) -> Result<Board, Failure> {
        Board::read(&self.ctx, lines, self.days(stretch), &self.whose).await
    }

    fn line(&self, id: &str) -> Result<Line, Failure> {
        let (lines, rest) = queries::lines(&self.ctx);
        if let Some(line) = lines.into_iter().find(|line| line.control.id == id) {
            return Ok(line);
        }
        let coverage = rest
            .get(id)
            .cloned()
            .ok_or_else(|| Failure::not_found("control"))?;
        let control = xianji_policy::model::Control {
            id: id.to_owned(),
            name: None,
            enforced_by: Vec::new(),
            measured_by: Vec::new(),
            waits_for: Vec::new(),
        };
        Ok(Line {
            control,
            pack: std::sync::Arc::default(),
            basis: Basis::default(),
            coverage,
        })
    }

    /// The departments of the columns: those asked for that the reader sees.
    fn columns(&self) -> Vec<DepartmentId> {
        let tree = self.ctx.book.tree();
        let scope = self.whose.sight.as_ref();
        let seen = |department: &DepartmentId| match scope
            .and_then(|scope| scope.reach.map(|reach| (scope, reach)))
        {
            None | Some((_, Reach::Own | Reach::Team)) => false,
            Some((scope, Reach::Department)) => scope.department == Some(*department),
            Some((scope, Reach::Tree)) => scope.tree.contains(department),
            Some((_, Reach::Company)) => true,
        };
        let asked = self
            .department
            .map_or_else(|| tree.all().collect(), |department| tree.below(department));
        asked.into_iter().filter(seen).collect()
    }

    async fn map(&self) -> Result<ComplianceView, Failure> {
        let (lines, _) = queries::lines(&self.ctx);
        let board = self.board(lines.clone(), &self.stretch).await?;
        let before = self.board(lines, &self.stretch.previous(1)).await?.all_counts();
        let tree = self.ctx.book.tree();
        let columns: Vec<(DepartmentId, Vec<DepartmentId>)> = self
            .columns()
            .into_iter()
            .map(|department| (department, tree.below(department)))
            .collect();
        let controls = board
            .lines
            .iter()
            .map(|line| ControlRow {
                id: line.control.id.clone(),
                name: name(&line.coverage, line.control.name.as_ref(), self.language),
                state: line.coverage.status,
                lacks: line.coverage.lacks.clone(),
                total: board.cell(&line.basis, None),
                cells: columns
                    .iter()
                    .map(|(_, below)| board.cell(&line.basis, Some(below)))
                    .collect(),
            })
            .collect();
        let counts = board.all_counts();
        let states = self.clause_states(&board.lines);
        let summary = SummaryView {
            percent: counts.percent().map(shown),
            counts,
            before,
            clauses: states.len(),
            clauses_bound: states.iter().filter(|state| **state == Status::Bound).count(),
        };
        let departments = columns
            .into_iter()
            .map(|(id, _)| DepartmentView {
                id,
                name: tree.name(id).unwrap_or_default().to_owned(),
                parent_id: tree.parent(id),
            })
            .collect();
        Ok(ComplianceView {
            period: self.stretch.label(),
            summary,
            departments,
            controls,
        })
    }

    fn clause_states(&self, lines: &[Line]) -> Vec<Status> {
        let state = |id: &String| {
            lines
                .iter()
                .find(|line| line.control.id == *id)
                .map_or(Status::Open, |line| line.coverage.status)
        };
        queries::clauses(&self.ctx)
            .iter()
            .map(|(_, clause)| together(clause.controls.iter().map(state)))
            .collect()
    }

    async fn control(&self, line: Line) -> Result<ControlView, Failure> {
        let mut trend = Vec::new();
        for back in (0..12).rev() {
            let stretch = self.stretch.previous(back);
            let board = self.board(vec![line.clone()], &stretch).await?;
            trend.push(TrendPoint {
                period: stretch.label(),
                total: board.cell(&line.basis, None),
            });
        }
        let clauses = queries::clauses(&self.ctx)
            .into_iter()
            .filter(|(_, clause)| clause.controls.contains(&line.control.id))
            .map(|(_, clause)| ClauseText {
                id: clause.id,
                regulation: clause.of,
                text: clause.text.get(self.language).to_owned(),
            })
            .collect();
        Ok(ControlView {
            id: line.control.id.clone(),
            name: name(&line.coverage, line.control.name.as_ref(), self.language),
            state: line.coverage.status,
            lacks: line.coverage.lacks.clone(),
            waits_for: line.control.waits_for.clone(),
            period: self.stretch.label(),
            total: trend.last().map(|point| point.total.clone()).unwrap_or_default(),
            rules: line
                .control
                .enforced_by
                .iter()
                .map(|rule| rule_view(&line, rule, self.language))
                .collect(),
            measures: self.measures(&line).await?,
            clauses,
            trend,
        })
    }

    async fn measures(&self, line: &Line) -> Result<Vec<FigureView>, Failure> {
        use xianji_policy::model::{MetricValue, RuleKind};
        let mut views = Vec::new();
        for rule in &line.control.measured_by {
            let metric = line
                .pack
                .metrics
                .get(&rule.id)
                .filter(|_| rule.kind == RuleKind::Metric);
            let keys = if rule.kind == RuleKind::Metric {
                vec![rule.id.clone()]
            } else {
                super::model::keys(rule)
            };
            for key in keys {
                let value = measures::figure(&self.ctx, &key, self.days(&self.stretch), &self.whose).await?;
                let percent = metric.is_none_or(|metric| matches!(metric.value, MetricValue::Ratio { .. }));
                views.push(FigureView {
                    name: metric.map_or_else(
                        || figure_name(&self.ctx, line, rule, &key, self.language),
                        |metric| metric.name.get(self.language).to_owned(),
                    ),
                    id: key,
                    unit: metric
                        .and_then(|metric| metric.unit.clone())
                        .or(percent.then(|| "percent".to_owned())),
                    lower_is_better: metric.is_some_and(|metric| metric.lower_is_better),
                    period: self.stretch.label(),
                    value: value.map(shown),
                });
            }
        }
        Ok(views)
    }

    async fn clauses(&self) -> Result<Vec<ClauseView>, Failure> {
        let (lines, rest) = queries::lines(&self.ctx);
        let board = self.board(lines, &self.stretch).await?;
        let control = |id: &String| match board.lines.iter().find(|line| line.control.id == *id) {
            Some(line) => ClauseControl {
                id: id.clone(),
                name: name(&line.coverage, line.control.name.as_ref(), self.language),
                state: line.coverage.status,
                lacks: line.coverage.lacks.clone(),
                percent: board.cell(&line.basis, None).percent,
            },
            None => ClauseControl {
                id: id.clone(),
                name: rest
                    .get(id)
                    .map_or_else(|| id.clone(), |coverage| name(coverage, None, self.language)),
                state: Status::Open,
                lacks: vec![Lack {
                    code: "no-rule",
                    what: String::new(),
                }],
                percent: None,
            },
        };
        let views = queries::clauses(&self.ctx).into_iter().map(|(pack, clause)| {
            let controls: Vec<ClauseControl> = clause.controls.iter().map(control).collect();
            ClauseView {
                regulation_name: pack
                    .regulations
                    .get(&clause.of)
                    .map(|of| of.name.get(self.language).to_owned())
                    .unwrap_or_default(),
                id: clause.id,
                regulation: clause.of,
                text: clause.text.get(self.language).to_owned(),
                state: together(controls.iter().map(|control| control.state)),
                percent: controls
                    .iter()
                    .filter_map(|control| control.percent)
                    .min_by(f64::total_cmp),
                controls,
            }
        });
        Ok(views.collect())
    }
}

/// A clause is bound when all its controls are, and open when none is carried at all.
fn together(states: impl Iterator<Item = Status>) -> Status {
    let states: Vec<Status> = states.collect();
    if states.iter().all(|state| *state == Status::Open) {
        return Status::Open;
    }
    if states.iter().all(|state| *state == Status::Bound) {
        Status::Bound
    } else {
        Status::Partly
    }
}

fn name(coverage: &Coverage, own: Option<&xianji_kernel::text::Text>, language: Language) -> String {
    if let Some(own) = own {
        return own.get(language).to_owned();
    }
    let [zh, en] = &coverage.title;
    let title = if language == Language::En { en } else { zh };
    if title.is_empty() {
        coverage.control.clone()
    } else {
        title.clone()
    }
}

fn rule_view(line: &Line, rule: &xianji_policy::model::RuleRef, language: Language) -> RuleView {
    let (on, name) = crate::words::statement(&line.pack, rule);
    RuleView {
        id: rule.to_string(),
        name: name.map_or_else(|| rule.to_string(), |name| name.get(language).to_owned()),
        on,
    }
}

/// Conditions set in an approval are a figure of their own beside its steps.
fn figure_name(
    ctx: &Context<'_>,
    line: &Line,
    rule: &xianji_policy::model::RuleRef,
    key: &str,
    language: Language,
) -> String {
    let name = rule_view(line, rule, language).name;
    if key.starts_with("condition:") {
        let texts = &ctx.app.registry().texts;
        return texts.get(language, "conditions-of", &[("what", name)]);
    }
    name
}
