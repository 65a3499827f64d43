//! Reading a pack: TOML to checked statements. It loads, or lists every mistake with file, line and column.
//!
//! The way: `raw` splits files into statements, `extend` joins parents, `known` takes a first look, `kinds` reads
//! each statement through `row`, `check` looks over the whole, `flatten` writes what is published.

mod canonical;
mod check;
mod count;
mod cx;
mod events;
mod extend;
mod flatten;
mod header;
mod kinds;
mod known;
mod mistake;
mod need;
mod node;
mod raw;
mod row;
mod scene;
mod time;
mod trigger;
mod who;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

pub use mistake::Mistake;

use crate::model::{Index, Pack};
use crate::vocabulary::Vocabulary;
use cx::Cx;
use mistake::Finding;
use raw::Raw;

/// Sizes beyond which nothing is read.
pub const LARGEST_FILE: usize = 1 << 20;
pub const LARGEST_PACK: usize = 8 << 20;
pub const MOST_STATEMENTS: usize = 10_000;

/// A file as it lies in the pack's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// As mistakes show it: `packs/standard/stages.toml`.
    pub path: String,
    pub text: String,
}

/// A pack as it is stored, by the name of its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackSource {
    pub id: String,
    pub files: Vec<Source>,
}

impl PackSource {
    /// A pack of these files: path as mistakes show it, and text.
    pub fn new(id: &str, files: Vec<(String, String)>) -> PackSource {
        PackSource {
            id: id.into(),
            files: files
                .into_iter()
                .map(|(path, text)| Source { path, text })
                .collect(),
        }
    }
}

/// How much of the house is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// All of it: what is not declared is a mistake.
    Strict,
    /// The lower floors only, as in their tests: statements that speak of records, events or actions that are not
    /// declared are left out.
    Mounted,
}

impl Mode {
    fn is_mounted(self) -> bool {
        self == Mode::Mounted
    }
}

/// Reads the first pack; the others are those at hand to be extended.
///
/// # Errors
/// Every mistake found, by file and line. It never panics, whatever the bytes.
pub fn read(sources: &[PackSource], vocabulary: &Vocabulary, mode: Mode) -> Result<Pack, Vec<Mistake>> {
    let mut findings: Vec<Finding> = Vec::new();
    let mut files: Vec<(String, String)> = Vec::new();
    let mut raws = Vec::new();
    for source in sources {
        raws.push(raw::raw_pack(source, files.len(), &mut findings));
        files.extend(
            source
                .files
                .iter()
                .map(|file| (file.path.clone(), file.text.clone())),
        );
    }
    let Some(first) = raws.first() else {
        return Err(Vec::new());
    };
    let joined = extend::join(&raws, &mut findings);
    let mut pack = header::header(first, &mut findings);
    let choices = joined.choices;
    pack.flattened = flatten::flatten(&pack, &joined.statements, &choices);
    pack.hash = flatten::hash(&pack.flattened);
    findings.extend(read_all(
        &joined.statements,
        &choices,
        vocabulary,
        mode,
        &files,
        &mut pack,
    ));
    // A mistake in a pack that is only at hand, and not extended, is not this pack's.
    let used = |finding: &Finding| {
        let owner = owner_of(finding.file, sources);
        owner.is_some_and(|id| id == first.id || joined.ancestors.contains(id))
    };
    findings.retain(used);
    if findings.is_empty() {
        Ok(pack)
    } else {
        Err(mistake::place(findings, &files))
    }
}

fn owner_of(file: usize, sources: &[PackSource]) -> Option<&str> {
    let mut first = 0;
    for source in sources {
        if file < first + source.files.len().max(1) {
            return Some(&source.id);
        }
        first += source.files.len();
    }
    None
}

fn read_all(
    raws: &[Raw],
    choices: &node::Table,
    vocabulary: &Vocabulary,
    mode: Mode,
    files: &[(String, String)],
    pack: &mut Pack,
) -> Vec<Finding> {
    let vocabulary = known::widened(vocabulary, raws);
    let known = known::known(raws);
    let ids = known::ids(raws);
    let events = events::Events::of(&vocabulary, raws, &known::forms_of(&known));
    let cx = Cx {
        vocabulary: &vocabulary,
        known: &known,
        ids: &ids,
        events: &events,
        files,
        mode,
        groups: RefCell::default(),
        findings: RefCell::default(),
        patience: Cell::new(cx::PATIENCE),
        left_out: Cell::new(false),
    };
    for kind in kinds::SUPPORTED {
        for raw in raws.iter().filter(|raw| raw.kind == *kind) {
            read_one(&cx, raw, pack);
        }
    }
    header::choose(&cx, choices, pack);
    pack.groups = cx.groups.take();
    pack.index = Index::of_pack(pack);
    check::check(&cx, raws, pack);
    cx.findings.into_inner()
}

/// The statements of a flattened pack: kind and id, and each key with its canonical text. The settings chosen stand
/// under the kind `settings`.
pub(crate) fn statements_of(flattened: &str) -> BTreeMap<(String, String), BTreeMap<String, String>> {
    let source = PackSource {
        id: String::new(),
        files: vec![Source {
            path: "pack.toml".into(),
            text: flattened.into(),
        }],
    };
    let pack = raw::raw_pack(&source, 0, &mut Vec::new());
    let keys = |table: &node::Table| -> BTreeMap<String, String> {
        table
            .entries
            .iter()
            .map(|entry| (entry.key.clone(), canonical::inline(&entry.node)))
            .collect()
    };
    let mut statements: BTreeMap<_, _> = pack
        .statements
        .iter()
        .map(|raw| ((raw.kind.to_string(), raw.key.clone()), keys(raw.table())))
        .collect();
    if let Some(chosen) = pack.header.get("settings").and_then(node::Node::as_table) {
        for entry in &chosen.entries {
            let value = BTreeMap::from([("value".to_string(), canonical::inline(&entry.node))]);
            statements.insert(("settings".into(), entry.key.clone()), value);
        }
    }
    statements
}

/// Reads a statement and puts it on its shelf, unless it speaks of what is not mounted.
fn read_one(cx: &Cx<'_>, raw: &Raw, pack: &mut Pack) {
    let before = cx.findings.borrow().len();
    let place = kinds::read_statement(cx, raw);
    let mut findings = cx.findings.borrow_mut();
    let unmounted = cx.mode.is_mounted()
        && findings[before..]
            .iter()
            .any(|finding| mistake::is_about_vocabulary(finding.code));
    if unmounted {
        findings.truncate(before);
        return;
    }
    drop(findings);
    if let Some(place) = place {
        place(pack);
    }
}
