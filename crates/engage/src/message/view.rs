//! Messages as an inquiry's page shows them.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use xianji_platform::database::Conn;
use xianji_platform::{Failure, FileId};

use super::entity::{Direction, MessageState, Model as Message};
use crate::contact;
use crate::id::MessageId;
use crate::inquiry::Channel;
use xianji_platform::record::people::{MemberName, Names};

/// A message.
#[derive(Debug, Serialize, ToSchema)]
pub struct MessageView {
    pub id: MessageId,
    pub direction: Direction,
    /// A note among ourselves: nobody outside was written to.
    pub internal: bool,
    pub channel: Channel,
    pub state: MessageState,
    pub subject: Option<String>,
    pub body: String,
    pub from_name: Option<String>,
    /// Masked.
    pub from_address: Option<String>,
    /// Masked.
    pub to_address: Option<String>,
    /// It could not be read whole.
    pub broken: bool,
    pub broken_why: Option<String>,
    /// Where an answer comes from.
    pub source: Option<String>,
    pub author: Option<MemberName>,
    pub said_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    pub attachments: Vec<AttachmentView>,
}

/// A file that came with a message.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttachmentView {
    pub id: FileId,
    pub name: String,
    pub media_type: String,
    pub size: i64,
}

/// Messages with their authors and attachments.
pub async fn views(db: &Conn<'_>, rows: Vec<Message>) -> Result<Vec<MessageView>, Failure> {
    let names = Names::read(db, rows.iter().map(|row| row.author_id)).await?;
    let mut files =
        crate::attachments::of_messages(db, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    let view = |row: Message| MessageView {
        author: names.of(row.author_id),
        attachments: files.remove(&row.id).unwrap_or_default(),
        id: row.id,
        direction: row.direction,
        internal: row.internal,
        channel: row.channel,
        state: row.state,
        subject: row.subject,
        body: if row.direction == Direction::Out {
            without_tokens(&row.body)
        } else {
            row.body
        },
        from_name: row.from_name,
        from_address: row.from_address.as_deref().map(contact::mask_email),
        to_address: row.to_address.as_deref().map(contact::mask_email),
        broken: row.broken,
        broken_why: row.broken_why,
        source: row.source,
        said_at: row.said_at,
        created_at: row.created_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Hex letters that a customer's token has at least.
const TOKEN: usize = 64;

/// A customer's link stands in the mail to the customer alone: whoever reads the conversation here does not see its token.
fn without_tokens(body: &str) -> String {
    let mut shown = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_hexdigit()) {
        let (before, from) = rest.split_at(start);
        let end = from
            .find(|letter: char| !letter.is_ascii_hexdigit())
            .unwrap_or(from.len());
        let (run, after) = from.split_at(end);
        shown.push_str(before);
        shown.push_str(if run.len() >= TOKEN { "…" } else { run });
        rest = after;
    }
    shown.push_str(rest);
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_left_out_and_everything_else_stays() {
        let token = "0a".repeat(32);
        assert_eq!(
            without_tokens(&format!("见 https://x.cn/p/response/{token}\n谢谢 abc 42")),
            "见 https://x.cn/p/response/…\n谢谢 abc 42"
        );
        assert_eq!(without_tokens("deadbeef"), "deadbeef");
    }
}
