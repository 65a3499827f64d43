//! Address cards (vCard 2.1 to 4.0) as rows: one card, one row, under the headings of its properties.

use std::ops::ControlFlow;
use std::path::Path;

use encoding_rs::{Encoding, UTF_8};

use super::table::cell;
use super::text::{LONGEST_LINE, Lines, named};
use super::{Cell, Each, Format, SheetError, SheetRow};

/// Headings of the rows.
const HEADINGS: [&str; 9] = [
    "FN", "ORG", "TITLE", "CELL", "TEL", "EMAIL", "WECHAT", "NOTE", "URL",
];

/// Reads all cards; the first row holds the headings.
pub(super) fn read(path: &Path, format: &Format, each: Each<'_>) -> Result<(), SheetError> {
    let mut lines = Lines::open(path, named(format.encoding.as_deref())?)?;
    let headings = HEADINGS.map(|name| Cell::Text(name.to_owned())).to_vec();
    let head = SheetRow {
        number: 0,
        cells: headings,
        broken: None,
    };
    if each(head) == ControlFlow::Break(()) {
        return Ok(());
    }
    let mut card: Option<Card> = None;
    let mut folded = Folded::default();
    loop {
        let line = lines.next()?;
        let (number, text) = match &line {
            Some(line) => (line.number, Some(line.text.as_str())),
            None => (0, None),
        };
        let Some(whole) = folded.take(text) else { continue };
        let named = Property::of(&whole);
        match named.name.as_str() {
            "BEGIN" if named.raw.eq_ignore_ascii_case("vcard") => {
                card = Some(Card::begun(number.saturating_sub(1).max(1)));
            }
            "END" => {
                if let Some(card) = card.take()
                    && each(card.row()) == ControlFlow::Break(())
                {
                    return Ok(());
                }
            }
            _ => {
                if let Some(card) = &mut card {
                    card.put(&named);
                }
            }
        }
        if line.is_none() {
            return Ok(());
        }
    }
}

/// A line that goes on in the next ones: with a space, or with `=` where it is quoted-printable.
#[derive(Default)]
struct Folded {
    so_far: Option<String>,
}

impl Folded {
    /// Takes a line in; answers the one before once it is known to be complete.
    fn take(&mut self, line: Option<&str>) -> Option<String> {
        let Some(line) = line else {
            return Some(self.so_far.take().unwrap_or_default());
        };
        if let Some(so_far) = &mut self.so_far {
            let soft = so_far.ends_with('=') && is_quoted(so_far);
            if soft {
                so_far.pop();
            }
            let goes_on = line.starts_with([' ', '\t']);
            if soft || goes_on {
                let more = if goes_on { &line[1..] } else { line };
                if so_far.len() + more.len() <= LONGEST_LINE {
                    so_far.push_str(more);
                }
                return None;
            }
        }
        self.so_far.replace(line.to_owned())
    }
}

fn is_quoted(line: &str) -> bool {
    let head = line.split(':').next().unwrap_or_default();
    head.to_ascii_uppercase().contains("QUOTED-PRINTABLE")
}

/// A property: its name, its parameters in upper case, its value.
struct Property {
    name: String,
    parameters: String,
    raw: String,
}

impl Property {
    fn of(line: &str) -> Self {
        let (head, raw) = line.split_once(':').unwrap_or((line, ""));
        let head = head.to_uppercase();
        let (name, parameters) = head.split_once(';').unwrap_or((&head, ""));
        // `item1.TEL` is a TEL.
        let name = name.rsplit('.').next().unwrap_or_default();
        Self {
            name: name.trim().to_owned(),
            parameters: parameters.to_owned(),
            raw: raw.trim().to_owned(),
        }
    }

    fn says(&self, word: &str) -> bool {
        self.parameters
            .split([';', ',', '=', '"'])
            .any(|parameter| parameter == word)
    }

    /// The value in clear, its parts still divided by `;`.
    fn value(&self) -> String {
        if !self.says("QUOTED-PRINTABLE") {
            return self.raw.clone();
        }
        let bytes = quoted_printable(&self.raw);
        let charset = self
            .parameters
            .split(';')
            .find_map(|one| one.strip_prefix("CHARSET="))
            .and_then(|name| Encoding::for_label(name.as_bytes()))
            .unwrap_or(UTF_8);
        charset.decode(&bytes).0.into_owned()
    }

    fn text(&self) -> String {
        parts(&self.value()).join(" ").trim().to_owned()
    }
}

/// The parts of a value between `;`, unescaped; empty ones left out.
fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        let Some(last) = parts.last_mut() else { break };
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => last.push('\n'),
                Some(other) => last.push(other),
                None => {}
            },
            ';' => parts.push(String::new()),
            other => last.push(other),
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut clear = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'=')
            .then(|| bytes.get(at + 1..at + 3))
            .flatten()
            .and_then(|two| std::str::from_utf8(two).ok())
            .and_then(|two| u8::from_str_radix(two, 16).ok());
        match code {
            Some(byte) => {
                clear.push(byte);
                at += 3;
            }
            None => {
                clear.push(bytes[at]);
                at += 1;
            }
        }
    }
    clear
}

struct Card {
    number: u32,
    name: String,
    values: [String; HEADINGS.len()],
}

impl Card {
    fn begun(number: u32) -> Self {
        Self {
            number,
            name: String::new(),
            values: Default::default(),
        }
    }

    fn put(&mut self, property: &Property) {
        let heading = match property.name.as_str() {
            "FN" => "FN",
            "ORG" => "ORG",
            "TITLE" | "ROLE" => "TITLE",
            "TEL" if property.says("FAX") || property.says("PAGER") => return,
            "TEL" if property.says("CELL") || property.says("IPHONE") => "CELL",
            "TEL" => "TEL",
            "EMAIL" => "EMAIL",
            "X-WECHAT" | "X-WEIXIN" => "WECHAT",
            "NOTE" => "NOTE",
            "URL" => "URL",
            "N" => {
                self.name = name_of(&property.value());
                return;
            }
            _ => return,
        };
        let value = match heading {
            // The company alone, without its departments.
            "ORG" => parts(&property.value()).into_iter().next().unwrap_or_default(),
            _ => property.text(),
        };
        let value = value.strip_prefix("tel:").unwrap_or(&value).to_owned();
        if let Some(at) = HEADINGS.iter().position(|one| *one == heading)
            && self.values[at].is_empty()
        {
            self.values[at] = value;
        }
    }

    fn row(mut self) -> SheetRow {
        if self.values[0].is_empty() {
            self.values[0] = self.name;
        }
        SheetRow {
            number: self.number,
            cells: self.values.iter().map(|value| cell(value)).collect(),
            broken: None,
        }
    }
}

/// `family;given;…` as one says it: Han names without a space between.
fn name_of(value: &str) -> String {
    let parts: Vec<String> = parts(value).into_iter().take(2).collect();
    let latin = parts
        .iter()
        .any(|part| part.chars().any(|letter| letter.is_ascii_alphabetic()));
    match (latin, parts.as_slice()) {
        (true, [family, given]) => format!("{given} {family}"),
        _ => parts.concat(),
    }
}
