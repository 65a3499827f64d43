//! How far a control is carried by a pack: whether rules of the pack enforce it, whether its measure counts what some action records, and
//! what it still waits for.

use std::fmt;

use xianji_policy::Vocabulary;
use xianji_policy::condition::Reference;
use xianji_policy::coverage::KnownControl;
use xianji_policy::model::{
    ApprovalSubject, Count, CountSource, EventPattern, GatePoint, Metric, MetricValue, Obligation, Opening,
    Pack, RuleKind, RuleRef,
};

/// How far, as answers carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Rules enforce it and its measure counts; only records that do not exist yet may be left.
    Bound,
    /// Some rule enforces it or something measures it, and something is missing.
    Partly,
    /// Nothing carries it.
    Open,
}

/// Why a control is not bound.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Lack {
    /// `no-rule`, `rule-missing` (switched off, or of a record that does not exist), `rule-unreachable`, `no-measure`,
    /// `measure-missing`, `measure-unreachable`, `waited-for-is-there` (its rest could be carried by now).
    pub code: &'static str,
    /// What is meant: a rule or an event.
    pub what: String,
}

/// A control's line.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Coverage {
    /// The control.
    pub control: String,
    /// Its title in Chinese and in English.
    pub title: [String; 2],
    /// How far it is carried.
    pub status: Status,
    /// What enforces it.
    pub rules: Vec<String>,
    /// What proves it.
    pub measures: Vec<String>,
    /// Records on which the rest of it rests.
    pub waits_for: Vec<String>,
    /// Why it is not bound.
    pub lacks: Vec<Lack>,
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |words: &[String]| {
            if words.is_empty() {
                "-".to_owned()
            } else {
                words.join(" ")
            }
        };
        let status = match self.status {
            Status::Bound => "bound",
            Status::Partly => "partly",
            Status::Open => "open",
        };
        write!(
            f,
            "{:<11} {status:<6} {} | {}",
            self.control,
            list(&self.rules),
            list(&self.measures)
        )?;
        if !self.waits_for.is_empty() {
            write!(f, " | waits for {}", self.waits_for.join(", "))?;
        }
        for lack in &self.lacks {
            write!(f, " | {} {}", lack.code, lack.what)?;
        }
        Ok(())
    }
}

/// Every control of the catalogue in its order, and after them those that only the pack knows.
pub fn coverage(pack: &Pack, vocabulary: &Vocabulary) -> Vec<Coverage> {
    let reach = Reach { pack, vocabulary };
    xianji_policy::coverage::coverage(pack, catalogue(), vocabulary)
        .into_iter()
        .map(|line| reach.judge(line))
        .collect()
}

/// The controls that there are, with their titles.
pub fn catalogue() -> &'static [KnownControl] {
    xianji_policy::coverage::known_controls()
}

struct Reach<'a> {
    pack: &'a Pack,
    vocabulary: &'a Vocabulary,
}

impl Reach<'_> {
    /// A line of the pack's report, lowered by what nobody can come to.
    fn judge(&self, line: xianji_policy::coverage::Coverage) -> Coverage {
        let mut lacks = Vec::new();
        let rules = line
            .rules
            .iter()
            .filter(|rule| self.holds(rule, "rule", &mut lacks))
            .count();
        let measures = line
            .measures
            .iter()
            .filter(|rule| self.holds(rule, "measure", &mut lacks))
            .count();
        for (list, code) in [(&line.rules, "no-rule"), (&line.measures, "no-measure")] {
            if list.is_empty() {
                lacks.push(Lack {
                    code,
                    what: String::new(),
                });
            }
        }
        let due = line
            .waits_for
            .iter()
            .filter(|record| self.vocabulary.kind(record).is_some());
        lacks.extend(due.map(|record| Lack {
            code: "waited-for-is-there",
            what: record.clone(),
        }));
        let status = match (line.status, lacks.is_empty()) {
            (xianji_policy::coverage::Status::Open, _) => Status::Open,
            _ if rules + measures == 0 => Status::Open,
            (xianji_policy::coverage::Status::Bound, true) => Status::Bound,
            _ => Status::Partly,
        };
        let words = |rules: &[RuleRef]| rules.iter().map(ToString::to_string).collect();
        Coverage {
            control: line.control.id,
            title: [line.control.title_zh, line.control.title_en],
            status,
            rules: words(&line.rules),
            measures: words(&line.measures),
            waits_for: line.waits_for,
            lacks,
        }
    }

    /// Whether a rule stands in the pack and somebody can come to it; what is missing is noted.
    fn holds(&self, rule: &RuleRef, role: &'static str, lacks: &mut Vec<Lack>) -> bool {
        let before = lacks.len();
        let lack = |suffix, what: String| match (role, suffix) {
            ("rule", "missing") => Lack {
                code: "rule-missing",
                what,
            },
            ("rule", _) => Lack {
                code: "rule-unreachable",
                what,
            },
            (_, "missing") => Lack {
                code: "measure-missing",
                what,
            },
            _ => Lack {
                code: "measure-unreachable",
                what,
            },
        };
        match self.events_of(rule) {
            None => lacks.push(lack("missing", rule.to_string())),
            Some(alternatives) => {
                for events in alternatives.iter().filter(|events| !events.is_empty()) {
                    if !events.iter().any(|event| self.is_recorded(event)) {
                        lacks.push(lack("unreachable", format!("{rule}: {}", events.join(" "))));
                    }
                }
            }
        }
        lacks.len() == before
    }

    /// The events (or actions) of which one of each group must be recorded by something; nothing when the pack has no such statement.
    fn events_of(&self, rule: &RuleRef) -> Option<Vec<Vec<String>>> {
        let pack = self.pack;
        let id = rule.id.as_str();
        Some(match rule.kind {
            RuleKind::Obligation => opening(pack.obligations.get(id)?),
            RuleKind::Gate => vec![
                pack.gates
                    .get(id)?
                    .before
                    .iter()
                    .map(|point| self.point(point))
                    .collect(),
            ],
            RuleKind::Approval => vec![vec![self.subject(&pack.approvals.get(id)?.subject)]],
            RuleKind::Metric => self.counted(pack.metrics.get(id)?, 8),
            RuleKind::Stage => {
                pack.stages.get(id)?;
                vec![vec![format!("stage:{id}.entered")]]
            }
            RuleKind::Form => vec![vec![format!("form:{}.filed", pack.forms.get(id)?.id)]],
            RuleKind::Grading => vec![vec![format!("kind:{}", pack.gradings.get(id)?.of)]],
            RuleKind::Secrecy => pack.secrecies.get(id).map(|secrecy| {
                vec![
                    secrecy
                        .holds
                        .iter()
                        .map(|(kind, _)| format!("kind:{kind}"))
                        .collect(),
                ]
            })?,
            RuleKind::Route => vec![vec![format!("kind:{}", pack.routes.get(id)?.of)]],
            RuleKind::Notice => match &pack.notices.get(id)?.trigger.opening {
                Opening::Events(events) => vec![words(events)],
                _ => Vec::new(),
            },
            RuleKind::Deliverable => vec![vec![format!("kind:{}", pack.deliverables.get(id)?.of)]],
            RuleKind::Record => vec![vec![format!("kind:{id}")]],
        })
    }

    fn point(&self, point: &GatePoint) -> String {
        match point {
            GatePoint::Action { name, .. } => format!("action:{name}"),
            GatePoint::Enter(stage) => format!("stage:{stage}.entered"),
            GatePoint::Leave(stage) => format!("stage:{stage}.left"),
        }
    }

    fn subject(&self, subject: &ApprovalSubject) -> String {
        match subject {
            ApprovalSubject::Record(kind) | ApprovalSubject::Part { kind, .. } => format!("kind:{kind}"),
            ApprovalSubject::Form(form) => format!("form:{form}.filed"),
            ApprovalSubject::Grade(grading) => format!("grading:{grading}.changed"),
            ApprovalSubject::Exemption(kind)
            | ApprovalSubject::Waiver(kind)
            | ApprovalSubject::Skip(kind)
            | ApprovalSubject::Export(kind)
            | ApprovalSubject::Release(kind) => kind
                .as_ref()
                .map_or_else(|| "company".to_owned(), |kind| format!("kind:{kind}")),
        }
    }

    /// Both sides of a ratio must count something.
    fn counted(&self, metric: &Metric, height: u8) -> Vec<Vec<String>> {
        let side = |count: &Count| match &count.source {
            CountSource::Events { events, .. } => words(events),
            CountSource::Each(each) => vec![format!("kind:{}", each.subject())],
        };
        match &metric.value {
            MetricValue::Formula(formula) if height > 0 => formula
                .references()
                .iter()
                .filter_map(|reference| match reference {
                    Reference::Metric { id, .. } => self.pack.metrics.get(id),
                    _ => None,
                })
                .flat_map(|metric| self.counted(metric, height - 1))
                .collect(),
            _ => metric.counts().into_iter().map(side).collect(),
        }
    }

    /// Whether some registered action records an event, or a statement of the pack gives it.
    fn is_recorded(&self, event: &str) -> bool {
        let pack = self.pack;
        if let Some(action) = event.strip_prefix("action:") {
            return self.vocabulary.action(action).is_some();
        }
        if let Some(kind) = event.strip_prefix("kind:") {
            return self.vocabulary.kind(kind).is_some();
        }
        let Some((kind, rest)) = event.split_once(':') else {
            return event == "company" || self.vocabulary.event(event).is_some();
        };
        let id = rest.rsplit_once('.').map_or(rest, |(id, _)| id);
        match kind {
            "form" => pack.forms.has(id),
            "obligation" => pack.obligations.has(id),
            "approval" => pack.approvals.has(id),
            "gate" => pack.gates.has(id),
            "grading" => pack.gradings.has(id),
            "stage" => pack
                .lifecycles
                .iter()
                .any(|life| life.all().any(|stage| stage == id) && self.vocabulary.kind(&life.of).is_some()),
            "deliverable" => pack.deliverables.has(id),
            "notice" => pack.notices.has(id),
            _ => false,
        }
    }
}

fn opening(rule: &Obligation) -> Vec<Vec<String>> {
    let opened = match &rule.trigger.opening {
        Opening::Events(events) | Opening::Silent { events, .. } => words(events),
        Opening::Every(_) | Opening::Becomes(_) => Vec::new(),
    };
    let fulfilled = match &rule.fulfilment {
        xianji_policy::model::Fulfilment::Events { events, .. } => words(events),
        xianji_policy::model::Fulfilment::Needs(_) | xianji_policy::model::Fulfilment::ByHand => Vec::new(),
    };
    vec![opened, fulfilled]
}

fn words(events: &[EventPattern]) -> Vec<String> {
    events.iter().map(|event| event.as_str().to_owned()).collect()
}
