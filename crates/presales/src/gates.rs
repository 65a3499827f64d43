//! The one way to the pack's gates.

use xianji_governance::Govern;
use xianji_platform::{Failure, Owned, PackVersionId, Work};

/// A record that keeps the pack version it began under.
pub(crate) trait Kept: Owned {
    /// That version.
    fn kept(&self) -> Option<PackVersionId>;
}

/// What the gates answered.
#[derive(Debug, Default)]
pub(crate) struct Passed {
    waits: bool,
    exempted: Vec<String>,
}

impl Passed {
    /// The record stays where it is until those who supply have done so; they have been told.
    pub fn waits(&self) -> bool {
        self.waits
    }

    /// Gates passed by an exemption, as the stage record keeps them.
    pub fn exempted(&self) -> Option<String> {
        (!self.exempted.is_empty()).then(|| self.exempted.join(" "))
    }
}

/// Refuses unless everything that the kept pack asks for at each of these points is there. A point without a gate costs nothing.
pub(crate) async fn pass(work: &mut Work, record: &impl Kept, points: &[&str]) -> Result<Passed, Failure> {
    let mut passed = Passed::default();
    let Some(pack) = record.kept().and_then(|id| work.policies().version(id)).cloned() else {
        return Ok(passed);
    };
    let subject = record.subject();
    for point in points {
        if pack.gates_before(point).next().is_some() {
            let passage = work.gate(&subject, point).await?;
            passed.waits |= passage.waits();
            passed.exempted.extend(passage.exempted);
        }
    }
    Ok(passed)
}
