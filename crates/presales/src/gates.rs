//! The one way to the pack's gates.

use xianji_governance::Govern;
use xianji_platform::{Failure, Owned, PackVersionId, Work};

/// A record that keeps the pack version it began under.
pub(crate) trait Kept: Owned {
    /// That version.
    fn kept(&self) -> Option<PackVersionId>;
}

/// Refuses unless everything that the kept pack asks for at each of these points is there. A point without a gate costs nothing.
pub(crate) async fn pass(work: &mut Work, record: &impl Kept, points: &[&str]) -> Result<(), Failure> {
    let Some(pack) = record.kept().and_then(|id| work.policies().version(id)).cloned() else { return Ok(()) };
    let subject = record.subject();
    for point in points {
        if pack.gates_before(point).next().is_some() {
            work.gate(&subject, point).await?;
        }
    }
    Ok(())
}
