//! Where a mail belongs: into the inquiry that it answers, or into a new one.

use bytes::Bytes;
use chrono::TimeDelta;
use xianji_platform::file::{self, Kept};
use xianji_platform::{App, Failure, FileId, Subject, Work};

use super::parse::Mail;
use super::subject;
use crate::id::MessageId;
use crate::inquiry::{self, Channel, Inquiry, NewInquiry};
use crate::message::{self, Incoming};

/// Days after which a mail of the same sender and subject without any reference is about something new.
const SAME_THREAD_DAYS: i64 = 30;

/// What became of a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It opened an inquiry.
    New,
    /// It went into one that was there.
    Threaded,
    /// It had come before.
    Repeated,
    /// It could not be read whole; it was kept and registered all the same.
    Broken,
}

/// Takes a mail in, with everything that hangs on it, in the given unit of work. `kept` are its files, `raw` the mail itself when it is
/// broken.
pub async fn take_in(
    work: &mut Work,
    mail: &Mail,
    sha256: &str,
    files: Vec<(String, Kept)>,
) -> Result<Taken, Failure> {
    if message::queries::same_mail(&work.db(), mail.id.as_deref(), sha256)
        .await?
        .is_some()
    {
        return Ok(Taken::Repeated);
    }
    let incoming = incoming(work, mail, sha256);
    let thread = thread_of(work, mail, &incoming).await?;
    let threaded = thread.is_some();
    let message = match thread {
        Some(inquiry) => inquiry::note_message(work, inquiry, incoming).await?.1.id,
        None => open(work, mail, incoming).await?,
    };
    attach(work, message, files).await?;
    Ok(match (mail.broken.is_empty(), threaded) {
        (false, _) => Taken::Broken,
        (true, true) => Taken::Threaded,
        (true, false) => Taken::New,
    })
}

fn incoming(work: &Work, mail: &Mail, sha256: &str) -> Incoming {
    Incoming {
        inquiry: None,
        channel: Channel::Mail,
        subject: mail.subject.clone(),
        body: mail.body.clone(),
        from_name: mail.from_name.clone(),
        from_address: mail.from_address.clone(),
        to_address: mail.to_address.clone(),
        mail_id: mail.id.clone(),
        in_reply_to: mail.in_reply_to.clone(),
        thread_key: mail.thread_key(),
        sha256: Some(sha256.to_owned()),
        broken_why: (!mail.broken.is_empty()).then(|| mail.broken.join(", ")),
        said_at: mail.sent_at.map_or(work.now, |at| at.min(work.now)),
    }
}

/// By what it refers to, else by our number in its subject, else by sender and bare subject if that is not long ago.
async fn thread_of(work: &Work, mail: &Mail, incoming: &Incoming) -> Result<Option<Inquiry>, Failure> {
    let db = work.db();
    if let Some(known) = message::queries::threaded(&db, &mail.refers_to).await?
        && let Some(id) = known.inquiry_id
    {
        return inquiry::queries::any(&db, id).await;
    }
    if let Some(number) = mail.subject.as_deref().and_then(subject::number)
        && let Some(found) = inquiry::queries::by_number(&db, number).await?
        && found.sender_email.as_deref().and_then(crate::contact::email_key)
            == mail.from_address.as_deref().and_then(crate::contact::email_key)
    {
        return Ok(Some(found));
    }
    let Some(key) = &incoming.thread_key else {
        return Ok(None);
    };
    let Some(known) = message::queries::alike(&db, key).await? else {
        return Ok(None);
    };
    let near = (incoming.said_at - known.said_at).abs() <= TimeDelta::days(SAME_THREAD_DAYS);
    match known.inquiry_id.filter(|_| near) {
        Some(id) => inquiry::queries::any(&db, id).await,
        None => Ok(None),
    }
}

async fn open(work: &mut Work, mail: &Mail, incoming: Incoming) -> Result<MessageId, Failure> {
    let new = NewInquiry {
        title: mail.subject.clone(),
        question: Some(mail.body.clone()).filter(|body| !body.trim().is_empty()),
        sender_name: mail.from_name.clone(),
        sender_email: mail.from_address.clone(),
        received_at: Some(incoming.said_at),
        ..NewInquiry::by(Channel::Mail)
    };
    let inquiry = inquiry::open_record(work, new).await?;
    Ok(message::take_in(
        work,
        Incoming {
            inquiry: Some(inquiry.id),
            ..incoming
        },
    )
    .await?
    .id)
}

async fn attach(work: &mut Work, message: MessageId, files: Vec<(String, Kept)>) -> Result<(), Failure> {
    for (name, kept) in files {
        let media = file::actions::sniff(&kept.head, &name);
        let _: FileId = file::actions::keep_row(work, Subject::new("message", message), &name, media, &kept)
            .await?
            .id;
    }
    Ok(())
}

/// Puts bytes into the file store before the unit of work that names them.
pub(super) async fn keep(app: &App, name: &str, bytes: Vec<u8>) -> Result<(String, Kept), Failure> {
    let size = bytes.len() as u64;
    let bytes = Bytes::from(bytes);
    let head = bytes.slice(..bytes.len().min(512));
    let sha256 = app.files().keep(bytes).await?;
    Ok((name.to_owned(), Kept { sha256, size, head }))
}
