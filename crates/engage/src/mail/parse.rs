//! A mail as it came, read into what an inquiry needs. Pure: bytes in, words out; whatever the bytes are, something comes out, and what is
//! wrong with them is said.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::html::html_to_text;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, HeaderValue, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{charset, subject};
use crate::contact::email_key;

/// Bytes of a mail at most: 25 MiB. A larger one is kept by its headers alone.
pub const LARGEST: usize = 25 * 1024 * 1024;
/// Mails within mails at most.
const DEEPEST: usize = 20;
/// Parts at most.
const PARTS: usize = 1_000;
/// Letters of a body at most; the mail itself is kept beside a longer one.
const LONGEST: usize = 200_000;

/// What a mail says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mail {
    /// `Message-ID` without brackets.
    pub id: Option<String>,
    pub in_reply_to: Option<String>,
    /// `In-Reply-To` and `References`, nearest first.
    pub refers_to: Vec<String>,
    pub subject: Option<String>,
    pub from_name: Option<String>,
    pub from_address: Option<String>,
    pub to_address: Option<String>,
    pub sent_at: Option<DateTime<Utc>>,
    pub body: String,
    pub attachments: Vec<Attachment>,
    /// What is wrong with it, in words for whoever looks at it: `no-headers`, `no-sender`, `charset`, `encoding`, `cut-off`, `too-large`,
    /// `too-deep`, `too-long`.
    pub broken: Vec<&'static str>,
}

/// A file in a mail.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Shown within the text (`cid:`).
    pub inline: bool,
}

impl Mail {
    /// Sender and bare subject.
    pub fn thread_key(&self) -> Option<String> {
        let sender = email_key(self.from_address.as_deref()?)?;
        Some(format!("{sender}\n{}", subject::bare(self.subject.as_deref()?)?))
    }
}

/// Reads a mail.
pub fn parse(raw: &[u8]) -> Mail {
    let mut broken = Vec::new();
    if raw.len() > LARGEST {
        broken.push("too-large");
    } else if nests_too_deep(raw) {
        broken.push("too-deep");
    }
    let readable = readable_headers(if raw.len() > LARGEST { &raw[..LARGEST] } else { raw });
    let whole = broken.is_empty();
    let parser = MessageParser::default();
    let message = if whole {
        parser.parse(readable.as_ref())
    } else {
        parser.parse_headers(readable.as_ref())
    };
    let mut mail = match &message {
        Some(message) => of_headers(message),
        None => Mail::default(),
    };
    match &message {
        Some(message) if has_mail_header(message) => {
            if whole {
                read_body(message, readable.as_ref(), &mut mail, &mut broken);
            }
        }
        _ => {
            broken.push("no-headers");
            mail.body = charset::text(&raw[..raw.len().min(LONGEST)], None).0;
        }
    }
    if mail.from_address.is_none() && !broken.contains(&"no-headers") {
        broken.push("no-sender");
    }
    if mail.body.chars().count() > LONGEST {
        mail.body = mail.body.chars().take(LONGEST).collect();
        broken.push("too-long");
    }
    broken.dedup();
    mail.broken = broken;
    mail
}

fn nests_too_deep(raw: &[u8]) -> bool {
    occurrences(raw, b"message/rfc822") > DEEPEST || occurrences(raw, b"boundary=") > PARTS
}

fn occurrences(raw: &[u8], words: &[u8]) -> usize {
    let mut count = 0;
    let mut rest = raw;
    while let Some(at) = rest.iter().position(|byte| byte.eq_ignore_ascii_case(&words[0])) {
        rest = &rest[at..];
        if rest.len() >= words.len() && rest[..words.len()].eq_ignore_ascii_case(words) {
            count += 1;
        }
        rest = &rest[1..];
    }
    count
}

/// Headers that hold bare 8-bit bytes, as older Chinese mailers write them, put into UTF-8 before they are parsed.
fn readable_headers(raw: &[u8]) -> Cow<'_, [u8]> {
    let end = end_of_headers(raw);
    if std::str::from_utf8(&raw[..end]).is_ok() {
        return Cow::Borrowed(raw);
    }
    let (text, _) = charset::text(&raw[..end], Some("gb18030"));
    let mut even = text.replace('\n', "\r\n").into_bytes();
    even.extend_from_slice(&raw[end..]);
    Cow::Owned(even)
}

fn end_of_headers(raw: &[u8]) -> usize {
    let mut at = 0;
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        at += line.len();
        if line == b"\n" || line == b"\r\n" {
            return at;
        }
    }
    at
}

/// A text without any header that a mail has is no mail.
fn has_mail_header(message: &Message<'_>) -> bool {
    message.from().is_some()
        || message.to().is_some()
        || message.subject().is_some()
        || message.date().is_some()
        || message.message_id().is_some()
        || message.content_type().is_some()
}

fn of_headers(message: &Message<'_>) -> Mail {
    let from = message
        .from()
        .or_else(|| message.sender())
        .and_then(|list| list.first());
    let reply = message.reply_to().and_then(|list| list.first());
    let address = [from, reply]
        .into_iter()
        .flatten()
        .find_map(|one| one.address().filter(|text| email_key(text).is_some()));
    let in_reply_to = ids(message.in_reply_to());
    let mut refers_to = in_reply_to.clone();
    refers_to.extend(ids(message.references()).into_iter().rev());
    refers_to.dedup();
    refers_to.truncate(50);
    Mail {
        id: message.message_id().map(|id| short(id, 500)),
        in_reply_to: in_reply_to.into_iter().next(),
        refers_to,
        subject: message
            .subject()
            .map(|text| short(text, 500))
            .filter(|text| !text.is_empty()),
        from_name: from
            .and_then(|one| one.name())
            .map(|text| short(text, 200))
            .filter(|text| !text.is_empty()),
        from_address: address.map(|text| short(text, 320)),
        to_address: message
            .to()
            .and_then(|list| list.first())
            .and_then(|one| one.address())
            .map(|text| short(text, 320)),
        sent_at: message
            .date()
            .filter(|date| date.is_valid())
            .and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0)),
        ..Mail::default()
    }
}

fn ids(value: &HeaderValue<'_>) -> Vec<String> {
    match value {
        HeaderValue::Text(text) => vec![short(text, 500)],
        HeaderValue::TextList(list) => list.iter().map(|text| short(text, 500)).collect(),
        _ => Vec::new(),
    }
}

/// One line, tidied, of so many letters at most.
fn short(text: &str, letters: usize) -> String {
    let one_line: String = text
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .collect();
    one_line
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(letters)
        .collect()
}

fn read_body(message: &Message<'_>, raw: &[u8], mail: &mut Mail, broken: &mut Vec<&'static str>) {
    let mut parts = Vec::new();
    for part in message.text_bodies() {
        let (text, whole) = text_of(part, raw);
        if !whole {
            broken.push("charset");
        }
        if !text.trim().is_empty() {
            parts.push(text.trim_end().to_owned());
        }
    }
    mail.body = parts.join("\n\n").trim_start_matches('\n').to_owned();
    for (place, part) in message.attachments().enumerate() {
        if part.is_encoding_problem {
            broken.push("encoding");
        }
        mail.attachments.extend(attachment(part, place));
    }
    if message.parts.iter().any(|part| part.is_encoding_problem) {
        broken.push("encoding");
    }
    if is_cut_off(message, raw) {
        broken.push("cut-off");
    }
}

/// The text of a part, decoded by ourselves, because what the part says of its charset may be false.
fn text_of(part: &MessagePart<'_>, raw: &[u8]) -> (String, bool) {
    let html = part.is_text_html();
    let declared = part.content_type().and_then(|kind| kind.attribute("charset"));
    let bytes = raw
        .get(part.raw_body_offset() as usize..part.raw_end_offset() as usize)
        .unwrap_or_default();
    let decoded = match part.encoding {
        Encoding::None => Some(Cow::Borrowed(bytes)),
        Encoding::QuotedPrintable => quoted_printable_decode(bytes).map(Cow::Owned),
        Encoding::Base64 => base64_decode(bytes).map(Cow::Owned),
    };
    let (text, whole) = match decoded {
        Some(bytes) => charset::text(&bytes, declared),
        None => (
            charset::text(part.text_contents().unwrap_or_default().as_bytes(), None).0,
            false,
        ),
    };
    if html {
        (html_to_text(&text), whole)
    } else {
        (text, whole)
    }
}

fn attachment(part: &MessagePart<'_>, place: usize) -> Option<Attachment> {
    let inline = matches!(part.body, PartType::InlineBinary(_)) || part.content_id().is_some();
    let kind = part
        .content_type()
        .map(|kind| kind.subtype().unwrap_or("bin").to_ascii_lowercase());
    let ending = match kind.as_deref() {
        Some("rfc822" | "global") => "eml",
        Some("plain") => "txt",
        Some(other) if other.len() <= 5 && other.chars().all(|letter| letter.is_ascii_alphanumeric()) => {
            other
        }
        _ => "bin",
    };
    let named = part
        .attachment_name()
        .map(|name| short(name, 200))
        .filter(|name| !name.is_empty());
    let bytes = match &part.body {
        PartType::Text(text) | PartType::Html(text) => text.as_bytes().to_vec(),
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => bytes.to_vec(),
        PartType::Message(inner) => inner.raw_message().to_vec(),
        PartType::Multipart(_) => return None,
    };
    Some(Attachment {
        name: named.unwrap_or_else(|| format!("{}.{ending}", place + 1)),
        bytes,
        inline,
    })
}

/// A multipart mail whose last boundary is not there was cut off on its way.
fn is_cut_off(message: &Message<'_>, raw: &[u8]) -> bool {
    let Some(kind) = message
        .content_type()
        .filter(|kind| kind.ctype().eq_ignore_ascii_case("multipart"))
    else {
        return false;
    };
    let Some(boundary) = kind.attribute("boundary") else {
        return true;
    };
    let last = format!("--{boundary}--");
    !raw.windows(last.len()).any(|window| window == last.as_bytes())
}
