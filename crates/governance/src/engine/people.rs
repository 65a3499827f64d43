//! Who holds what, asked of identity; the one place where this floor does so.

use chrono::{DateTime, NaiveDate, Utc};
use xianji_platform::{Conn, DepartmentId, Failure, MemberId};

/// Whoever holds a position, the nearest department first; groups and bodies are held like positions, as `group:x` and `body:x`.
pub async fn holders(
    _db: &Conn<'_>,
    _position: &str,
    _near: Option<DepartmentId>,
    _on: NaiveDate,
) -> Result<Vec<MemberId>, Failure> {
    Ok(Vec::new())
}

/// The head of a department, else the nearest head above.
pub(super) async fn head_of(_db: &Conn<'_>, _department: DepartmentId, _on: NaiveDate) -> Result<Option<MemberId>, Failure> {
    Ok(None)
}

/// The superior of a member: the head of the department, or for a head the next one above.
pub async fn above(_db: &Conn<'_>, _member: MemberId, _on: NaiveDate) -> Result<Option<MemberId>, Failure> {
    Ok(None)
}

/// The department that a member is in on a day.
pub(super) async fn department_of(_db: &Conn<'_>, _member: MemberId, _on: NaiveDate) -> Result<Option<DepartmentId>, Failure> {
    Ok(None)
}

/// Whether a member is away.
pub(super) async fn is_absent(_db: &Conn<'_>, _member: MemberId, _at: DateTime<Utc>) -> Result<bool, Failure> {
    Ok(false)
}

/// Who stands in for a member.
pub(super) async fn delegates_of(_db: &Conn<'_>, _member: MemberId, _at: DateTime<Utc>) -> Result<Vec<MemberId>, Failure> {
    Ok(Vec::new())
}
