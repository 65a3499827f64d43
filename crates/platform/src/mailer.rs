//! The way out for mail. Letters are written as jobs and leave only after the write that wants them is kept; here is what carries them:
//! a mail server spoken to by SMTP, chosen when the program starts. Without one nothing is lost: what waits leaves once there is one.

use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use thiserror::Error;

/// Longer than this a mail server is not waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A file that goes with a letter.
#[derive(Clone, Debug)]
pub struct Enclosure {
    /// As the reader sees it.
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

/// A mail to one person.
#[derive(Clone, Debug)]
pub struct Letter {
    /// `Message-ID` without its brackets: the same letter sent twice is one in the reader's mailbox.
    pub id: String,
    pub to: String,
    pub subject: String,
    pub body: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// The letter that this one answers, without brackets.
    pub in_reply_to: Option<String>,
    pub enclosures: Vec<Enclosure>,
}

/// Why a letter did not leave.
#[derive(Debug, Error)]
pub enum NotSent {
    /// It never will: the address is none, or the server refuses it for good.
    #[error("refused for good: {0}")]
    Refused(String),
    /// It may the next time.
    #[error("not now: {0}")]
    Later(String),
}

/// Carries letters out of the house.
pub trait Mailer: Send + Sync {
    /// Sends a letter, or says why not.
    fn send(&self, letter: Letter) -> BoxFuture<'_, Result<(), NotSent>>;
}

/// What is wrong with the settings of the mail server.
#[derive(Debug, Error)]
pub enum WrongMailSettings {
    #[error(
        "the address of the mail server is none (smtps://user:password@host, smtp://host:25, smtp://user:password@host:587?tls=required): {0}"
    )]
    Server(String),
    #[error("the sender is no mail address (\"先机 <presales@example.cn>\"): {0}")]
    Sender(String),
}

/// A mail server that takes our letters.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// `address` as `smtps://user:password@host` (TLS), `smtp://host:25` (none) or `smtp://user:password@host:587?tls=required` (STARTTLS);
    /// `from` is whom the readers see as sender. Nothing is sent yet.
    pub fn open(address: &str, from: &str) -> Result<Self, WrongMailSettings> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(address)
            .map_err(|error| WrongMailSettings::Server(error.to_string()))?
            .timeout(Some(PATIENCE))
            .build();
        let from = Mailbox::from_str(from).map_err(|error| WrongMailSettings::Sender(error.to_string()))?;
        Ok(Self { transport, from })
    }
}

impl Mailer for Smtp {
    fn send(&self, letter: Letter) -> BoxFuture<'_, Result<(), NotSent>> {
        Box::pin(async move {
            let message =
                composed(&self.from, letter).map_err(|error| NotSent::Refused(error.to_string()))?;
            match self.transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() => Err(NotSent::Refused(error.to_string())),
                Err(error) => Err(NotSent::Later(error.to_string())),
            }
        })
    }
}

/// The letter as it goes over the wire.
fn composed(from: &Mailbox, letter: Letter) -> Result<Message, Box<dyn std::error::Error + Send + Sync>> {
    let mut message = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(None, letter.to.parse()?))
        .subject(letter.subject)
        .message_id(Some(format!("<{}>", letter.id)))
        .date(letter.at.into());
    if let Some(before) = letter.in_reply_to {
        let before = format!("<{before}>");
        message = message.in_reply_to(before.clone()).references(before);
    }
    let text = SinglePart::plain(letter.body);
    if letter.enclosures.is_empty() {
        return Ok(message.singlepart(text)?);
    }
    let mut parts = MultiPart::mixed().singlepart(text);
    for enclosure in letter.enclosures {
        let kind = ContentType::parse(&enclosure.media_type)
            .or_else(|_| ContentType::parse("application/octet-stream"))?;
        parts = parts.singlepart(Attachment::new(enclosure.name).body(enclosure.bytes, kind));
    }
    Ok(message.multipart(parts)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter {
            id: "0199@xianji".into(),
            to: "wang@binjiang.cn".into(),
            subject: "Re: 两台存储的报价".into(),
            body: "王工，您好：报价见附件。".into(),
            at: "2026-03-02T01:00:00Z".parse().unwrap(),
            in_reply_to: Some("abc@binjiang.cn".into()),
            enclosures: vec![Enclosure {
                name: "报价.pdf".into(),
                media_type: "application/pdf".into(),
                bytes: b"%PDF-1.7".to_vec(),
            }],
        }
    }

    fn from() -> Mailbox {
        "先机 <presales@example.cn>".parse().unwrap()
    }

    #[test]
    fn a_letter_names_what_it_answers_and_carries_its_files() {
        let text = String::from_utf8(composed(&from(), letter()).unwrap().formatted()).unwrap();
        assert!(text.contains("Message-ID: <0199@xianji>"), "{text}");
        assert!(text.contains("In-Reply-To: <abc@binjiang.cn>"), "{text}");
        assert!(text.contains("References: <abc@binjiang.cn>"), "{text}");
        assert!(text.contains("application/pdf"), "{text}");
        assert!(text.contains("multipart/mixed"), "{text}");
    }

    #[test]
    fn a_line_break_in_a_subject_begins_no_new_header() {
        let sly = Letter {
            subject: "报价\r\nBcc: everybody@example.cn".into(),
            ..letter()
        };
        let text = String::from_utf8(composed(&from(), sly).unwrap().formatted()).unwrap();
        assert!(!text.lines().any(|line| line.starts_with("Bcc:")), "{text}");
    }

    #[test]
    fn an_address_that_is_none_is_refused_for_good() {
        assert!(
            composed(
                &from(),
                Letter {
                    to: "nobody".into(),
                    ..letter()
                }
            )
            .is_err()
        );
    }

    #[tokio::test]
    async fn wrong_settings_say_which_is_wrong() {
        assert!(matches!(
            Smtp::open("mail.example.cn", "a@b.cn"),
            Err(WrongMailSettings::Server(_))
        ));
        assert!(matches!(
            Smtp::open("smtp://127.0.0.1:25", "nobody"),
            Err(WrongMailSettings::Sender(_))
        ));
    }
}
