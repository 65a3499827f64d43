//! The pack's gates before what begins here: asked on the row that was just written, so that a refusal undoes it.

use xianji_governance::Govern;
use xianji_platform::{Failure, PackVersionId, Subject, Work};

/// Refuses unless everything that the kept pack asks for at this point is there. A point without a gate costs nothing.
pub(crate) async fn ask(
    work: &mut Work,
    subject: &Subject,
    kept: Option<PackVersionId>,
    point: &str,
) -> Result<(), Failure> {
    let pack = kept.and_then(|id| work.policies().version(id));
    if pack.is_some_and(|pack| pack.gates_before(point).next().is_some()) {
        work.gate(subject, point).await?;
    }
    Ok(())
}
