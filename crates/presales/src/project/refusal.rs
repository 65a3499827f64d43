//! What rules about projects say no with.

use xianji_governance::extra::MissingField;
use xianji_platform::{FieldFault, Refusal};

use super::model::State;

/// A rule about projects that said no.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    #[error("a project that is {} does not allow this", .0.word())]
    NotNow(State),
    #[error("stage {to} does not follow {from}")]
    StageNotNext { from: String, to: String },
    #[error("a project in {from} is not sent back to {to}")]
    NotSentBack { from: String, to: String },
    #[error("stage {0} may not be left out")]
    NotSkippable(String),
    #[error("the pack gives such a project no stages")]
    NoLifecycle,
    #[error("no pack is in force for the department")]
    NoPack,
    #[error("this customer's question or lead has become project {0} already")]
    AlreadyConverted(String),
    #[error("{0} is no role in a project's team")]
    NoSuchRole(String),
    #[error("this member has that role already")]
    InTeamAlready,
    #[error("the project belongs to this member already")]
    SameOwner,
    #[error("fields that {point} asks for are empty")]
    FieldsMissing {
        point: String,
        missing: Vec<MissingField>,
    },
}

impl Refusal for ProjectError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotNow(_) => "project-not-now",
            Self::StageNotNext { .. } => "stage-not-next",
            Self::NotSentBack { .. } => "stage-not-back",
            Self::NotSkippable(_) => "stage-not-skippable",
            Self::NoLifecycle => "project-without-lifecycle",
            Self::NoPack => "no-pack-in-force",
            Self::AlreadyConverted(_) => "already-converted",
            Self::NoSuchRole(_) => "no-such-role",
            Self::InTeamAlready => "in-team-already",
            Self::SameOwner => "project-same-owner",
            Self::FieldsMissing { .. } => "project-fields-missing",
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotNow(state) => vec![("state", state.word().to_owned())],
            Self::StageNotNext { from, to } | Self::NotSentBack { from, to } => {
                vec![("from", from.clone()), ("to", to.clone())]
            }
            Self::NotSkippable(stage) => vec![("stage", stage.clone())],
            Self::AlreadyConverted(number) => vec![("number", number.clone())],
            Self::NoSuchRole(role) => vec![("role", role.clone())],
            Self::FieldsMissing { missing, .. } => {
                let names: Vec<&str> = missing.iter().map(|one| one.name.as_str()).collect();
                vec![("missing", names.join(", "))]
            }
            Self::NoLifecycle | Self::NoPack | Self::InTeamAlready | Self::SameOwner => Vec::new(),
        }
    }

    fn faults(&self) -> Vec<FieldFault> {
        match self {
            Self::FieldsMissing { missing, .. } => missing
                .iter()
                .map(|one| FieldFault::at(pointer(one), "required"))
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// Where a request supplies the field: why a deal ended stands under one name, however it ended.
fn pointer(missing: &MissingField) -> String {
    if !missing.added && missing.field.ends_with("_reason") {
        "/reason".to_owned()
    } else {
        missing.pointer()
    }
}
