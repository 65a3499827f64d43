//! Who holds what, asked of identity; the one place where this floor does so.

use chrono::{DateTime, NaiveDate, Utc};
use xianji_platform::identity::queries;
use xianji_platform::{Conn, DepartmentId, Failure, FieldFault, Invalid, MemberId};

use super::Context;

/// Whoever holds a position, of the nearest circle that has somebody; groups and bodies are held like positions, as `group:x`, `body:x`.
pub async fn holders(
    db: &Conn<'_>,
    position: &str,
    near: Option<DepartmentId>,
    on: NaiveDate,
) -> Result<Vec<MemberId>, Failure> {
    queries::holders(db, position, near, on).await
}

/// The head of a department, else the nearest head above.
pub(super) async fn head_of(
    db: &Conn<'_>,
    department: DepartmentId,
    on: NaiveDate,
) -> Result<Option<MemberId>, Failure> {
    queries::head_of(db, department, on).await
}

/// The superior of a member: the head of the department, or for a head the next one above.
pub async fn above(db: &Conn<'_>, member: MemberId, on: NaiveDate) -> Result<Option<MemberId>, Failure> {
    queries::above(db, member, on).await
}

/// The head above a department's own.
pub(super) async fn above_department(
    db: &Conn<'_>,
    department: DepartmentId,
    on: NaiveDate,
) -> Result<Option<MemberId>, Failure> {
    queries::above_department(db, department, on).await
}

/// The department that a member is in on a day.
pub(super) async fn department_of(
    db: &Conn<'_>,
    member: MemberId,
    on: NaiveDate,
) -> Result<Option<DepartmentId>, Failure> {
    queries::department_of(db, member, on).await
}

/// Whether a member is away.
pub(super) async fn is_absent(db: &Conn<'_>, member: MemberId, at: DateTime<Utc>) -> Result<bool, Failure> {
    queries::is_absent(db, member, at).await
}

/// Who stands in for a member.
pub(super) async fn delegates_of(
    db: &Conn<'_>,
    member: MemberId,
    at: DateTime<Utc>,
) -> Result<Vec<MemberId>, Failure> {
    queries::delegates_of(db, member, at).await
}

/// Whether a member works here still.
pub async fn is_active(db: &Conn<'_>, member: MemberId) -> Result<bool, Failure> {
    queries::is_active(db, member).await
}

/// Refuses a person who is not there to do anything: unknown, or gone.
pub async fn must_be_active(db: &Conn<'_>, member: MemberId, pointer: &str) -> Result<(), Failure> {
    must_all_be_active(db, &[(pointer.to_owned(), member)]).await
}

/// The same for several, each with its place in what was sent.
pub async fn must_all_be_active(db: &Conn<'_>, named: &[(String, MemberId)]) -> Result<(), Failure> {
    let here = queries::active_of(db, named.iter().map(|(_, member)| *member).collect()).await?;
    let faults: Vec<FieldFault> = named
        .iter()
        .filter(|(_, member)| !here.contains(member))
        .map(|(pointer, _)| FieldFault::at(pointer, "no-such-member"))
        .collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Invalid(faults).into())
    }
}

/// Whether what people hold, where they are or who stands in for whom has changed from one moment to another.
pub async fn people_changed(
    ctx: &Context<'_>,
    since: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<bool, Failure> {
    let (before, today) = (ctx.book.today(since), ctx.book.today(until));
    Ok(queries::presence_changed(&ctx.db, since, until).await?
        || before < today && queries::standing_changed(&ctx.db, before, today).await?)
}
