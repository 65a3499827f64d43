//! The vocabulary of a whole house, for the reader's tests; and the shipped packs as sources.
#![allow(dead_code)]

use std::path::{Path, PathBuf};

use xianji_policy::read::{PackSource, Source};
use xianji_policy::{EventDecl, FactDecl, FactType, KindDecl, Vocabulary};

pub fn vocabulary() -> Vocabulary {
    let mut kinds: Vec<KindDecl> = Vec::new();
    for line in include_str!("vocabulary.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        match line.strip_prefix("  ") {
            None => kinds.push(KindDecl::new(line.trim())),
            Some(part) => add(kinds.last_mut().expect("a kind first"), part),
        }
    }
    Vocabulary::new(kinds)
}

fn add(kind: &mut KindDecl, part: &str) {
    let words = |text: &str| text.split_whitespace().map(String::from).collect::<Vec<_>>();
    match part.split_once(' ') {
        Some(("<", rest)) => {
            for owner in words(rest) {
                let (fact, of) = owner.split_once(':').unwrap_or((&owner, &owner));
                kind.belongs_to.push((fact.into(), of.into()));
            }
        }
        Some(("!", rest)) => kind.events.extend(rest.split(';').map(|event| {
            let (event, facts) = event.trim().split_once(' ').unwrap_or((event.trim(), ""));
            EventDecl::new(event, facts_of(facts))
        })),
        Some((">", rest)) => kind.actions.extend(words(rest)),
        Some(("^", rest)) => kind.beginnings.extend(words(rest).iter().map(|one| {
            let (verb, on) = one.split_once('@').unwrap_or((one, ""));
            (verb.to_string(), (!on.is_empty()).then(|| on.to_string()))
        })),
        Some(("+", "team")) => kind.team = true,
        Some(("+", "follows")) => kind.follows = true,
        Some(("%", rest)) => kind.serves.extend(words(rest)),
        Some(("=", rest)) => kind.states.extend(words(rest)),
        Some(("@", rest)) => kind.roles.extend(words(rest)),
        Some(("*", rest)) => {
            let (on, fields) = rest.split_once(' ').unwrap_or((rest, ""));
            let required: Vec<&str> = fields
                .split(", ")
                .filter_map(|field| field.split_once("! ").map(|(name, _)| name))
                .collect();
            let fields = facts_of(&fields.replace('!', ""));
            let fields: Vec<(&str, FactType, bool)> = fields
                .iter()
                .map(|fact| {
                    (
                        fact.name.as_str(),
                        fact.ty.clone(),
                        required.contains(&fact.name.as_str()),
                    )
                })
                .collect();
            *kind = kind.clone().with_making(on, &fields);
        }
        Some(("+", rest)) => kind.parts.extend(words(rest).iter().filter_map(|part| {
            part.split_once(':')
                .map(|(name, kind)| (name.into(), kind.into()))
        })),
        _ => kind.facts.extend(facts_of(part)),
    }
}

fn facts_of(text: &str) -> Vec<FactDecl> {
    let fact = |part: &str| {
        part.trim()
            .split_once(' ')
            .map(|(name, ty)| FactDecl::new(name, type_of(ty.trim()), ""))
    };
    text.split(", ").filter_map(fact).collect()
}

fn type_of(word: &str) -> FactType {
    if let Some(codes) = word
        .strip_prefix("choice(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return FactType::choice(&codes.split('|').collect::<Vec<_>>());
    }
    if let Some(of) = word.strip_prefix("list(").and_then(|rest| rest.strip_suffix(')')) {
        return FactType::list(type_of(of));
    }
    if let Some(fields) = word
        .strip_prefix("fields(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let field = |part: &str| {
            part.trim()
                .split_once(' ')
                .map(|(name, ty)| FactDecl::new(name, type_of(ty.trim()), ""))
        };
        return FactType::fields(fields.split(" & ").filter_map(field).collect());
    }
    if let Some(kind) = word.strip_prefix("kind:") {
        return FactType::kind(kind);
    }
    match word {
        "flag" => FactType::Flag,
        "number" => FactType::Number,
        "int" => FactType::Integer,
        "money" => FactType::Money,
        "percent" => FactType::Percent,
        "date" => FactType::Date,
        "instant" => FactType::Instant,
        "member" => FactType::Member,
        "department" => FactType::Department,
        "text" => FactType::Text,
        other => panic!("no fact type {other}"),
    }
}

/// A pack of one file.
pub fn pack(id: &str, text: &str) -> PackSource {
    PackSource {
        id: id.into(),
        files: vec![Source {
            path: format!("{id}/pack.toml"),
            text: text.into(),
        }],
    }
}

/// A pack as it lies in a folder.
pub fn folder(path: &Path) -> PackSource {
    let mut files: Vec<PathBuf> = std::fs::read_dir(path)
        .expect("the folder is there")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    let name = |path: &Path| {
        path.file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let id = name(path);
    let source = |file: &PathBuf| Source {
        path: format!("{id}/{}", name(file)),
        text: std::fs::read_to_string(file).expect("the file is text"),
    };
    PackSource {
        files: files.iter().map(source).collect(),
        id,
    }
}

pub fn shipped(id: &str) -> PackSource {
    folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs").join(id))
}
