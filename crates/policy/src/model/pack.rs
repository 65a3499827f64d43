//! The pack itself, and the questions that the engine asks of it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use xianji_kernel::text::Text;

use super::*;
use crate::condition::{Facts, JudgeError};

/// A pack with all that it extends, checked and ready.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    pub id: String,
    pub version: String,
    pub name: Text,
    /// Parents in the order they are applied.
    pub extends: Vec<String>,
    pub in_force: InForce,
    /// Canonical TOML of everything, parents included: reads to the same pack without them. This is what is published.
    pub flattened: String,
    /// SHA-256 of `flattened`, in hex: two packs of one hash are one.
    pub hash: String,

    pub settings: Shelf<Setting>,
    pub regulations: Shelf<Regulation>,
    pub clauses: Shelf<Clause>,
    pub controls: Shelf<Control>,
    pub lifecycles: Shelf<Lifecycle>,
    pub stages: Shelf<Stage>,
    /// Those of stages included.
    pub gates: Shelf<Gate>,
    pub gradings: Shelf<Grading>,
    pub approvals: Shelf<Approval>,
    /// Time limits of stages included.
    pub obligations: Shelf<Obligation>,
    pub services: Shelf<Service>,
    pub calendars: Shelf<CalendarStatement>,
    pub routes: Shelf<Route>,
    pub notices: Shelf<Notice>,
    pub forms: Shelf<Form>,
    pub deliverables: Shelf<Deliverable>,
    pub metrics: Shelf<Metric>,
    pub bodies: Shelf<Body>,
    pub positions: Shelf<Position>,
    pub secrecies: Shelf<Secrecy>,
    pub skills: Shelf<Skill>,
    pub fields: Shelf<ExtraField>,
    /// Professional groups that statements name; the company fills them when it adopts the pack.
    pub groups: BTreeSet<String>,

    pub index: Index,
}

/// From when on the pack is meant to hold, and whom it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InForce {
    pub from: Option<NaiveDate>,
    pub approver: Option<String>,
    pub for_whom: Option<Text>,
}

impl Pack {
    /// The life of a record: of the lifecycles whose condition holds the one of highest rank.
    ///
    /// # Errors
    /// A condition that cannot be judged on these facts.
    pub fn lifecycle_of(&self, kind: &str, facts: &Facts) -> Result<Option<&Lifecycle>, JudgeError> {
        highest(
            self.lifecycles.iter().filter(|life| life.of == kind),
            |life| (life.rank, life.when.as_ref()),
            facts,
        )
    }

    pub fn stage(&self, id: &str) -> Option<&Stage> {
        self.stages.get(id)
    }

    /// Gates in front of an action (`project.advance`), the update of a field (`project.update:budget`), a stage
    /// (`stage:solution`), or behind one (`leave:solution`).
    pub fn gates_before(&self, point: &str) -> impl Iterator<Item = &Gate> {
        self.index
            .of(&self.index.gates, point)
            .filter_map(|id| self.gates.get(id))
    }

    /// Rules that this event opens. Silences that it ends are in [`Pack::obligations_quieted_by`].
    pub fn obligations_opened_by(&self, event: &str) -> impl Iterator<Item = &Obligation> {
        self.index
            .of(&self.index.opened_by, event)
            .filter_map(|id| self.obligations.get(id))
    }

    /// Rules that this event can fulfil by being counted; those fulfilled by needs are in
    /// [`Pack::obligations_by_needs`].
    pub fn obligations_fulfilled_by(&self, event: &str) -> impl Iterator<Item = &Obligation> {
        self.index
            .of(&self.index.fulfilled_by, event)
            .filter_map(|id| self.obligations.get(id))
    }

    /// Rules whose silence this event breaks.
    pub fn obligations_quieted_by(&self, event: &str) -> impl Iterator<Item = &Obligation> {
        self.index
            .of(&self.index.quieted_by, event)
            .filter_map(|id| self.obligations.get(id))
    }

    /// Rules with `until`, which this event ends.
    pub fn obligations_ended_by(&self, event: &str) -> impl Iterator<Item = &Obligation> {
        self.index
            .of(&self.index.ended_by, event)
            .filter_map(|id| self.obligations.get(id))
    }

    /// Rules on this kind that hold when their needs hold; judged again after each event of the subject.
    pub fn obligations_by_needs<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Obligation> {
        self.obligations
            .iter()
            .filter(move |rule| rule.of == kind && matches!(rule.fulfilment, Fulfilment::Needs(_)))
    }

    /// Rules that open by beat.
    pub fn obligations_by_beat(&self) -> impl Iterator<Item = &Obligation> {
        self.obligations
            .iter()
            .filter(|rule| matches!(rule.trigger.opening, Opening::Every(_)))
    }

    /// Rules that open after a silence.
    pub fn obligations_by_silence(&self) -> impl Iterator<Item = &Obligation> {
        self.obligations
            .iter()
            .filter(|rule| matches!(rule.trigger.opening, Opening::Silent { .. }))
    }

    /// Rules that open when a condition turns true of a record of this kind.
    pub fn obligations_by_condition<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Obligation> {
        self.obligations
            .iter()
            .filter(move |rule| rule.of == kind && matches!(rule.trigger.opening, Opening::Becomes(_)))
    }

    pub fn notices_on(&self, event: &str) -> impl Iterator<Item = &Notice> {
        self.index
            .of(&self.index.notices, event)
            .filter_map(|id| self.notices.get(id))
    }

    /// Metrics in which this event counts.
    pub fn metrics_moved_by(&self, event: &str) -> impl Iterator<Item = &Metric> {
        self.index
            .of(&self.index.metrics, event)
            .filter_map(|id| self.metrics.get(id))
    }

    /// The approval of a subject: of those whose condition holds the one of highest rank.
    ///
    /// # Errors
    /// A condition that cannot be judged on these facts.
    pub fn approval_of(
        &self,
        subject: &ApprovalSubject,
        facts: &Facts,
    ) -> Result<Option<&Approval>, JudgeError> {
        let several = self
            .approvals
            .iter()
            .filter(|approval| approval.subject == *subject);
        highest(several, |approval| (approval.rank, approval.when.as_ref()), facts)
    }

    /// What `approved:name` may mean: the approval of this id, or those of the part of this name.
    pub fn approvals_named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Approval> {
        self.approvals.iter().filter(move |approval| {
            approval.id == name
                || match &approval.subject {
                    ApprovalSubject::Part { part, .. } => part == name,
                    ApprovalSubject::Record(kind) => kind == name,
                    ApprovalSubject::Form(form) => form == name,
                    _ => false,
                }
        })
    }

    /// The limits for a record: of the services whose condition holds the one of highest rank that has this key.
    ///
    /// # Errors
    /// A condition that cannot be judged on these facts.
    pub fn service_for(&self, kind: &str, key: &str, facts: &Facts) -> Result<Option<&Service>, JudgeError> {
        let several = self
            .services
            .iter()
            .filter(|service| service.of == kind && service.limits.contains_key(key));
        highest(several, |service| (service.rank, service.when.as_ref()), facts)
    }

    /// Who gets a record: of the routes whose condition holds the one of highest rank.
    ///
    /// # Errors
    /// A condition that cannot be judged on these facts.
    pub fn route_for(&self, kind: &str, facts: &Facts) -> Result<Option<&Route>, JudgeError> {
        highest(
            self.routes.iter().filter(|route| route.of == kind),
            |route| (route.rank, route.when.as_ref()),
            facts,
        )
    }

    pub fn gradings_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Grading> {
        self.gradings.iter().filter(move |grading| grading.of == kind)
    }

    pub fn grade(&self, grading: &str, grade: &str) -> Option<&Grade> {
        self.gradings.get(grading)?.grades.get(grade)
    }

    pub fn forms_on<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Form> {
        self.forms
            .iter()
            .filter(move |form| form.on == FormSubject::Record(kind.into()))
    }

    pub fn deliverables_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Deliverable> {
        self.deliverables
            .iter()
            .filter(move |deliverable| deliverable.of == kind)
    }

    pub fn fields_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a ExtraField> {
        self.fields.iter().filter(move |field| field.on == kind)
    }

    /// Positions that are roles in the team of such a record.
    pub fn roles_of<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Position> {
        self.positions
            .iter()
            .filter(move |position| position.of.as_deref() == Some(kind))
    }

    /// The secrecy that holds a field, if any.
    pub fn secrecy_of(&self, kind: &str, field: &str) -> Option<&Secrecy> {
        self.secrecies
            .iter()
            .find(|secrecy| secrecy.holds.iter().any(|(of, held)| of == kind && held == field))
    }

    pub fn setting(&self, id: &str) -> Option<&SettingValue> {
        self.settings.get(id)?.value.as_ref()
    }

    /// What a setting of type duration says.
    pub fn span(&self, setting: &str) -> Option<&xianji_kernel::calendar::Span> {
        match self.setting(setting) {
            Some(SettingValue::Duration(span)) => Some(span),
            _ => None,
        }
    }
}

fn highest<'a, T>(
    several: impl Iterator<Item = &'a T>,
    of: impl Fn(&'a T) -> (i64, Option<&'a crate::condition::Condition>),
    facts: &Facts,
) -> Result<Option<&'a T>, JudgeError> {
    let mut best: Option<(i64, &T)> = None;
    for item in several {
        let (rank, when) = of(item);
        if best.is_some_and(|(known, _)| known >= rank) {
            continue;
        }
        if when.map_or(Ok(true), |when| when.judge(facts))? {
            best = Some((rank, item));
        }
    }
    Ok(best.map(|(_, item)| item))
}
