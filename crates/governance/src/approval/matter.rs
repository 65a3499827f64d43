//! What is asked for: a record or a part of it, a sheet, a grade, an exemption, a waiver, a skipped stage, an export, a release.

use serde_json::{Value, json};
use uuid::Uuid;
use xianji_policy::model::{Approval, ApprovalSubject, Pack};

use super::entity::ApprovalRequest;
use crate::form::FilingId;
use crate::grading::GradingResultId;
use crate::obligation::ObligationId;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Matter {
    /// The record itself.
    Record,
    /// A part or act of it: `initiation`.
    Part(String),
    /// A filed sheet.
    Form { form: String, filing: FilingId },
    /// A proposed grade.
    Grade {
        grading: String,
        result: GradingResultId,
    },
    /// Passing gates at a point for once.
    Exemption { gates: Vec<String>, point: String },
    /// Not having to do an obligation.
    Waiver { obligation: ObligationId, rule: String },
    /// Skipping a stage.
    Skip { stage: String },
    /// Taking records of the subject's kind out of the system.
    Export,
    /// Something confidential leaving the company.
    Release { what: String },
}

impl Matter {
    /// As it is stored and as `approved:` names it.
    pub fn part(&self, kind: &str) -> String {
        match self {
            Self::Record => kind.to_owned(),
            Self::Part(part) => part.clone(),
            Self::Form { form, .. } => form.clone(),
            Self::Grade { grading, .. } => format!("grading:{grading}"),
            Self::Exemption { .. } => "exemption".into(),
            Self::Waiver { .. } => "waiver".into(),
            Self::Skip { stage } => format!("skip:{stage}"),
            Self::Export => "export".into(),
            Self::Release { .. } => "release".into(),
        }
    }

    /// The row that it is about.
    pub fn about_id(&self) -> Option<Uuid> {
        match self {
            Self::Form { filing, .. } => Some(filing.0),
            Self::Grade { result, .. } => Some(result.0),
            Self::Waiver { obligation, .. } => Some(obligation.0),
            Self::Record
            | Self::Part(_)
            | Self::Exemption { .. }
            | Self::Skip { .. }
            | Self::Export
            | Self::Release { .. } => None,
        }
    }

    /// More that is kept with it.
    pub fn about(&self) -> Value {
        match self {
            Self::Form { form, .. } => json!({ "form": form }),
            Self::Grade { grading, .. } => json!({ "grading": grading }),
            Self::Exemption { gates, point } => json!({ "gates": gates, "point": point }),
            Self::Waiver { rule, .. } => json!({ "rule": rule }),
            Self::Skip { stage } => json!({ "stage": stage }),
            Self::Release { what } => json!({ "what": what }),
            Self::Record | Self::Part(_) | Self::Export => json!({}),
        }
    }

    /// The approvals of the pack that may apply: of these the one of highest rank whose condition holds.
    pub fn subjects(&self, kind: &str) -> Vec<ApprovalSubject> {
        let kind = kind.to_owned();
        match self {
            Self::Record => vec![ApprovalSubject::Record(kind)],
            Self::Part(part) => vec![ApprovalSubject::Part {
                kind,
                part: part.clone(),
            }],
            Self::Form { form, .. } => vec![ApprovalSubject::Form(form.clone())],
            Self::Grade { grading, .. } => vec![ApprovalSubject::Grade(grading.clone())],
            Self::Exemption { .. } => vec![
                ApprovalSubject::Exemption(Some(kind)),
                ApprovalSubject::Exemption(None),
            ],
            Self::Waiver { .. } => vec![ApprovalSubject::Waiver(Some(kind)), ApprovalSubject::Waiver(None)],
            Self::Skip { .. } => vec![ApprovalSubject::Skip(Some(kind)), ApprovalSubject::Skip(None)],
            Self::Export => vec![ApprovalSubject::Export(Some(kind)), ApprovalSubject::Export(None)],
            Self::Release { .. } => vec![
                ApprovalSubject::Release(Some(kind)),
                ApprovalSubject::Release(None),
            ],
        }
    }
}

impl ApprovalRequest {
    /// Its statement in the pack, if the pack asked for it.
    pub fn statement<'p>(&self, pack: &'p Pack) -> Option<&'p Approval> {
        pack.approvals.get(&self.approval)
    }

    /// Whether it exempts from a gate at a point.
    pub fn exempts(&self, gate: &str, point: &str) -> bool {
        let gates = self.about.get("gates").and_then(Value::as_array);
        self.about.get("point").and_then(Value::as_str) == Some(point)
            && gates.is_some_and(|gates| gates.iter().any(|one| one.as_str() == Some(gate)))
    }

    /// The matter again, as it was asked.
    pub fn matter(&self) -> Matter {
        let text = |key: &str| {
            self.about
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        match (self.part.as_str(), self.about_id) {
            ("exemption", _) => {
                let gates = self
                    .about
                    .get("gates")
                    .cloned()
                    .and_then(|gates| serde_json::from_value(gates).ok());
                Matter::Exemption {
                    gates: gates.unwrap_or_default(),
                    point: text("point"),
                }
            }
            ("waiver", Some(id)) => Matter::Waiver {
                obligation: ObligationId(id),
                rule: text("rule"),
            },
            ("export", _) => Matter::Export,
            ("release", _) => Matter::Release { what: text("what") },
            (part, Some(id)) if part.starts_with("grading:") => Matter::Grade {
                grading: text("grading"),
                result: GradingResultId(id),
            },
            (_, Some(id)) if self.about.get("form").is_some() => Matter::Form {
                form: text("form"),
                filing: FilingId(id),
            },
            (part, _) if part.starts_with("skip:") => Matter::Skip { stage: text("stage") },
            (part, _) if part == self.subject_kind => Matter::Record,
            (part, _) => Matter::Part(part.to_owned()),
        }
    }
}
