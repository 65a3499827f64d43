//! Why a decision is not taken.

use axum::http::StatusCode;
use xianji_platform::Refusal;

use super::entity::State;

/// Why a decision is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ApprovalError {
    /// It is decided.
    #[error("the request is {0:?} already")]
    Decided(State),
    /// This person has decided.
    #[error("you have decided already")]
    DecidedByYou,
    /// Somebody else decides now.
    #[error("somebody else decides this step")]
    NotYours,
    /// Nobody approves what they ask for.
    #[error("nobody approves what they ask for themselves")]
    Own,
    /// Only whoever asked takes it back.
    #[error("only whoever asked takes it back")]
    NotAsker,
    /// The same is being decided.
    #[error("a request for this is pending")]
    Pending,
    /// There is no such earlier step.
    #[error("there is no earlier step {0}")]
    NoSuchStep(i32),
    /// The member takes part already.
    #[error("that member takes part already")]
    TakesPart,
    /// Nothing here can be exempted.
    #[error("nothing at {0} can be exempted")]
    NothingToExempt(String),
    /// The pack names nobody who could let this out.
    #[error("the pack names no approval for this")]
    NobodyDecides,
    /// The pack waives this obligation by no approval.
    #[error("this obligation cannot be waived")]
    NotWaivable,
}

impl Refusal for ApprovalError {
    fn code(&self) -> &'static str {
        match self {
            Self::Decided(_) => "approval-decided",
            Self::DecidedByYou => "approval-decided-by-you",
            Self::NotYours => "approval-not-yours",
            Self::Own => "approval-own",
            Self::NotAsker => "approval-not-asker",
            Self::Pending => "approval-pending",
            Self::NoSuchStep(_) => "approval-no-such-step",
            Self::TakesPart => "approval-takes-part",
            Self::NothingToExempt(_) => "exemption-nothing",
            Self::NobodyDecides => "approval-nobody-decides",
            Self::NotWaivable => "waiver-not-offered",
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::NotYours | Self::Own | Self::NotAsker => StatusCode::FORBIDDEN,
            Self::Decided(_)
            | Self::DecidedByYou
            | Self::Pending
            | Self::NoSuchStep(_)
            | Self::TakesPart
            | Self::NothingToExempt(_)
            | Self::NobodyDecides
            | Self::NotWaivable => StatusCode::CONFLICT,
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Decided(state) => vec![("state", format!("{state:?}").to_lowercase())],
            Self::NoSuchStep(step) => vec![("step", step.to_string())],
            Self::NothingToExempt(point) => vec![("point", point.clone())],
            Self::DecidedByYou
            | Self::NotYours
            | Self::Own
            | Self::NotAsker
            | Self::Pending
            | Self::TakesPart
            | Self::NobodyDecides
            | Self::NotWaivable => Vec::new(),
        }
    }
}
