//! Reads of surveys and of where a customer can be reached.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use xianji_engage::contact::entity as contact;
use xianji_engage::inquiry::Inquiry;
use xianji_engage::message::{Direction, entity as message};
use xianji_platform::{Conn, Failure, Subject};

use super::entity::{Column, Entity, Survey, SurveyId};

/// Surveys about a record, newest first.
pub async fn of_subject(db: &Conn<'_>, subject: &Subject) -> Result<Vec<Survey>, Failure> {
    let select = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id));
    Ok(select.order_by_desc(Column::Id).limit(200).all(db).await?)
}

/// The newest survey about a record with this form that waits for its answer.
pub async fn open(db: &Conn<'_>, subject: &Subject, form: &str) -> Result<Option<Survey>, Failure> {
    let select = Entity::find()
        .filter(Column::SubjectKind.eq(&subject.kind))
        .filter(Column::SubjectId.eq(subject.id));
    let select = select
        .filter(Column::Form.eq(form))
        .filter(Column::AnsweredAt.is_null());
    Ok(select.order_by_desc(Column::Id).limit(1).one(db).await?)
}

/// A survey by its id; whoever asks has seen its record.
pub async fn find(db: &Conn<'_>, id: SurveyId) -> Result<Survey, Failure> {
    Entity::find_by_id(id)
        .one(db)
        .await?
        .ok_or_else(|| Failure::not_found("survey"))
}

/// The mail address of whoever asked: the sender of the newest mail, else the one that they left, else that of the contact who asks.
/// Never that of another contact of the customer's: what was said to one is not another's to judge.
pub async fn address(db: &Conn<'_>, inquiry: &Inquiry) -> Result<Option<String>, Failure> {
    let newest = message::Entity::find()
        .filter(message::Column::InquiryId.eq(inquiry.id))
        .filter(message::Column::Direction.eq(Direction::In))
        .filter(message::Column::FromAddress.is_not_null())
        .order_by_desc(message::Column::Id)
        .limit(1)
        .one(db)
        .await?;
    let left = newest
        .and_then(|mail| mail.from_address)
        .or_else(|| inquiry.sender_email.clone());
    let (None, Some(contact)) = (&left, inquiry.contact_id) else {
        return Ok(left);
    };
    let asker = contact::Entity::find_by_id(contact)
        .filter(contact::Column::ArchivedAt.is_null())
        .one(db)
        .await?;
    Ok(asker.and_then(|contact| contact.email))
}
