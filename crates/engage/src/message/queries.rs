//! Reads of messages: through their inquiry.

use sea_orm::entity::prelude::*;
use sea_orm::{Condition, QueryOrder, QuerySelect, QueryTrait};
use xianji_platform::database::Conn;
use xianji_platform::{Failure, Reach, Scope};

use super::entity::{Column, Direction, Entity, Model as Message};
use crate::id::InquiryId;
use crate::inquiry;

/// Messages of the inquiries that a scope may see; those of no inquiry for those who see everything.
pub fn visible(scope: &Scope) -> Select<Entity> {
    let inquiries = inquiry::queries::visible(scope)
        .select_only()
        .column(inquiry::entity::Column::Id)
        .into_query();
    let mut seen = Condition::any().add(Column::InquiryId.in_subquery(inquiries));
    if scope.reach == Some(Reach::Company) {
        seen = seen.add(Column::InquiryId.is_null());
    }
    Entity::find().filter(seen)
}

/// Messages in an answer at most.
const MOST: u64 = 500;

/// The thread of an inquiry, oldest first; of a very long one the newest part.
pub async fn of_inquiry(db: &Conn<'_>, inquiry: InquiryId) -> Result<Vec<Message>, Failure> {
    let newest = Entity::find().filter(Column::InquiryId.eq(inquiry));
    let newest = newest
        .order_by_desc(Column::SaidAt)
        .order_by_desc(Column::Id)
        .limit(MOST);
    let mut rows = newest.all(db).await?;
    rows.reverse();
    Ok(rows)
}

/// The customer's newest mail in an inquiry, to which an answer refers.
pub async fn newest_mail(db: &Conn<'_>, inquiry: InquiryId) -> Result<Option<Message>, Failure> {
    let mails = Entity::find()
        .filter(Column::InquiryId.eq(inquiry))
        .filter(Column::Direction.eq(Direction::In));
    Ok(mails
        .filter(Column::MailId.is_not_null())
        .order_by_desc(Column::Id)
        .one(db)
        .await?)
}

/// A mail that came before, by its `Message-ID` or by its very bytes.
pub async fn same_mail(
    db: &Conn<'_>,
    mail_id: Option<&str>,
    sha256: &str,
) -> Result<Option<Message>, Failure> {
    if let Some(mail_id) = mail_id
        && let Some(known) = Entity::find().filter(Column::MailId.eq(mail_id)).one(db).await?
    {
        return Ok(Some(known));
    }
    Ok(Entity::find().filter(Column::Sha256.eq(sha256)).one(db).await?)
}

/// The message among these `Message-ID`s that stands in an inquiry, the newest first.
pub async fn threaded(db: &Conn<'_>, mail_ids: &[String]) -> Result<Option<Message>, Failure> {
    if mail_ids.is_empty() {
        return Ok(None);
    }
    let known = Entity::find().filter(Column::MailId.is_in(mail_ids.iter().map(String::as_str)));
    Ok(known
        .filter(Column::InquiryId.is_not_null())
        .order_by_desc(Column::Id)
        .one(db)
        .await?)
}

/// The newest message of the same sender about the same thing.
pub async fn alike(db: &Conn<'_>, thread_key: &str) -> Result<Option<Message>, Failure> {
    let known = Entity::find()
        .filter(Column::ThreadKey.eq(thread_key))
        .filter(Column::InquiryId.is_not_null());
    Ok(known.order_by_desc(Column::Id).one(db).await?)
}
