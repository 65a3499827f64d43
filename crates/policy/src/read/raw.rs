//! From files to statements: parsed as TOML, within the limits, each with its kind and id.

use std::ops::Range;

use toml::de::DeTable;

use super::kinds::{HEADER, NOT_YET, SUPPORTED};
use super::mistake::Finding;
use super::node::{Entry, Node, Table, Value, table_of};
use super::{LARGEST_FILE, LARGEST_PACK, MOST_STATEMENTS, PackSource};
use crate::condition::nearest;

/// One statement as written.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    pub kind: &'static str,
    /// Known within its kind; grades and fields carry what they count within: `project-level/company`.
    pub key: String,
    pub node: Node,
    /// The pack that wrote it.
    pub origin: String,
}

impl Raw {
    pub fn table(&self) -> &Table {
        const EMPTY: &Table = &Table { entries: Vec::new() };
        self.node.as_table().unwrap_or(EMPTY)
    }

    /// Where to point when the statement as a whole is meant: at its id.
    pub fn spot(&self) -> Range<usize> {
        self.table()
            .get("id")
            .map_or_else(|| self.node.span.clone(), |id| id.span.clone())
    }
}

/// One pack as written, before its parents are joined.
#[derive(Debug, Default)]
pub(super) struct RawPack {
    pub id: String,
    /// The keys of `pack.toml` that are not statements.
    pub header: Table,
    /// Which file the header stands in.
    pub file: usize,
    pub statements: Vec<Raw>,
}

/// Reads the files of one pack. `first_file` is the number of its first file among all.
pub(super) fn raw_pack(source: &PackSource, first_file: usize, findings: &mut Vec<Finding>) -> RawPack {
    let mut pack = RawPack {
        id: source.id.clone(),
        file: first_file,
        ..RawPack::default()
    };
    let whole: usize = source.files.iter().map(|file| file.text.len()).sum();
    if whole > LARGEST_PACK {
        findings.push(at(
            first_file,
            0..0,
            "too-large",
            format!("a pack of at most {} MiB", LARGEST_PACK >> 20),
        ));
        return pack;
    }
    for (place, file) in source.files.iter().enumerate() {
        let number = first_file + place;
        // What is published is a whole pack in one file.
        let alone = source.files.len() == 1;
        if !alone && file.text.len() > LARGEST_FILE {
            findings.push(at(
                number,
                0..0,
                "too-large",
                format!("a file of at most {} MiB", LARGEST_FILE >> 20),
            ));
            continue;
        }
        let headed = source.files.len() == 1 || file.path.rsplit('/').next() == Some("pack.toml");
        read_file(&file.text, number, headed, &mut pack, findings);
    }
    if pack.statements.len() > MOST_STATEMENTS {
        findings.push(at(
            first_file,
            0..0,
            "too-many",
            format!("at most {MOST_STATEMENTS} statements"),
        ));
        pack.statements.clear();
    }
    find_doubles(&pack, findings);
    pack
}

fn read_file(text: &str, number: usize, headed: bool, pack: &mut RawPack, findings: &mut Vec<Finding>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        findings.push(at(
            number,
            span,
            "unreadable",
            format!("TOML: {}", error.message().replace('\n', ", ")),
        ));
    }
    let table = table_of(table.get_ref(), number);
    if headed {
        pack.file = number;
    }
    for entry in table.entries {
        match SUPPORTED.iter().find(|kind| **kind == entry.key) {
            Some(kind) => read_kind(kind, entry, number, pack, findings),
            None if headed && HEADER.contains(&entry.key.as_str()) => pack.header.entries.push(entry),
            None => findings.push(unknown_kind(&entry, number, headed)),
        }
    }
}

fn unknown_kind(entry: &Entry, number: usize, headed: bool) -> Finding {
    let mut finding = at(
        number,
        entry.key_span.clone(),
        "unknown-kind",
        "a kind of statement".into(),
    );
    if NOT_YET.contains(&entry.key.as_str()) {
        finding.code = "not-supported-yet";
        finding.expected = "a kind that this version knows".into();
        finding.hint = Some(format!("{} is not supported yet", entry.key));
    } else if HEADER.contains(&entry.key.as_str()) {
        finding.hint = Some("this belongs into pack.toml".into());
    } else {
        let header: &[&str] = if headed { HEADER } else { &[] };
        let known = SUPPORTED.iter().chain(header).copied();
        finding.hint = nearest(&entry.key, known).map(|near| format!("did you mean {near}?"));
    }
    finding
}

fn read_kind(
    kind: &'static str,
    entry: Entry,
    number: usize,
    pack: &mut RawPack,
    findings: &mut Vec<Finding>,
) {
    let Value::List(items) = entry.node.value else {
        findings.push(at(
            number,
            entry.key_span,
            "wrong-type",
            format!("[[{kind}]] or {kind} = [{{ … }}]"),
        ));
        return;
    };
    for node in items {
        let Some(table) = node.as_table() else {
            findings.push(at(
                number,
                node.span.clone(),
                "wrong-type",
                "a table, { id = … }".into(),
            ));
            continue;
        };
        match key_of(kind, table) {
            Ok(key) => pack.statements.push(Raw {
                kind,
                key,
                origin: pack.id.clone(),
                node,
            }),
            Err(missing) => {
                let spot = table
                    .get(missing)
                    .map_or_else(|| node.span.clone(), |node| node.span.clone());
                findings.push(at(
                    number,
                    spot,
                    "missing-key",
                    format!("{missing}, a text, in every {kind}"),
                ));
            }
        }
    }
}

fn key_of(kind: &str, table: &Table) -> Result<String, &'static str> {
    let id = table.text("id").ok_or("id")?;
    let within = match kind {
        "grade" => Some("grading"),
        "field" => Some("on"),
        _ => None,
    };
    match within {
        None => Ok(id.to_string()),
        Some(within) => Ok(format!("{}/{id}", table.text(within).ok_or(within)?)),
    }
}

fn find_doubles(pack: &RawPack, findings: &mut Vec<Finding>) {
    let mut seen = std::collections::BTreeSet::new();
    for raw in &pack.statements {
        if !seen.insert((raw.kind, raw.key.as_str())) {
            findings.push(at(
                raw.node.file,
                raw.spot(),
                "duplicate-id",
                format!("an id that no other {} of this pack has", raw.kind),
            ));
        }
    }
}

pub(super) fn at(file: usize, span: Range<usize>, code: &'static str, expected: String) -> Finding {
    Finding {
        file,
        start: span.start,
        end: span.end,
        code,
        expected,
        hint: None,
        offending: None,
    }
}
