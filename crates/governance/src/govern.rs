//! What a unit of work learns from this floor: to ask a gate, to ask an approval.

use std::future::Future;

use xianji_platform::{Failure, Subject, Work};

use crate::approval::{self, Asked};
use crate::engine::Context;
use crate::gate::{self, GateItem, GatePassage};

/// Policy for a unit of work.
pub trait Govern {
    /// Asks every gate before a point: an action (`project.advance`), the update of a field (`project.update:budget`), entering a stage
    /// (`stage:solution`) or leaving one (`leave:solution`). An unmet gate is the refusal `gate-not-met` (409) with its items.
    fn gate(
        &mut self,
        subject: &Subject,
        point: &str,
    ) -> impl Future<Output = Result<GatePassage, Failure>> + Send;

    /// The same list for a screen; asks nothing and leaves no evidence.
    fn gate_items(
        &self,
        subject: &Subject,
        point: &str,
    ) -> impl Future<Output = Result<Vec<GateItem>, Failure>> + Send;

    /// Asks for an approval of a part of the subject (`initiation`), or of the record itself when the part is empty. The pack that the
    /// subject keeps says who decides.
    fn ask_approval(
        &mut self,
        subject: &Subject,
        part: &str,
        note: Option<String>,
    ) -> impl Future<Output = Result<Asked, Failure>> + Send;
}

impl Govern for Work {
    async fn gate(&mut self, subject: &Subject, point: &str) -> Result<GatePassage, Failure> {
        gate::pass(self, subject, point).await
    }

    async fn gate_items(&self, subject: &Subject, point: &str) -> Result<Vec<GateItem>, Failure> {
        gate::items(&Context::of(self), self.actor(), subject, point).await
    }

    async fn ask_approval(
        &mut self,
        subject: &Subject,
        part: &str,
        note: Option<String>,
    ) -> Result<Asked, Failure> {
        approval::ask(self, subject, part, note).await
    }
}
