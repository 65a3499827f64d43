//! Every text exists in all three languages: the screen's in JSON, the server's in Fluent.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::source::{Source, expect_none, read};

const LANGUAGES: [&str; 3] = ["zh", "zh-Hant", "en"];

/// The keys of a file, each with the line where it stands.
type Keys = BTreeMap<String, usize>;

/// The file of the same texts in another language; `None` when the path is not that of a locale.
fn in_language(path: &str, language: &str) -> Option<String> {
    let own = LANGUAGES
        .iter()
        .find(|own| path.ends_with(&format!("/{own}.ftl")) || path.contains(&format!("/{own}/")))?;
    Some(if path.ends_with(".ftl") {
        path.replace(&format!("/{own}.ftl"), &format!("/{language}.ftl"))
    } else {
        path.replace(&format!("/{own}/"), &format!("/{language}/"))
    })
}

fn keys(source: &Source) -> Keys {
    if source.path.ends_with(".ftl") {
        fluent_keys(&source.text)
    } else {
        json_keys(source)
    }
}

/// Messages and their attributes (`message.attribute`).
fn fluent_keys(text: &str) -> Keys {
    let mut found = Keys::new();
    let mut message = "";
    for (number, line) in text.lines().enumerate() {
        let Some((left, _)) = line.split_once('=') else {
            continue;
        };
        if line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') {
            message = left.trim();
            found.insert(message.into(), number + 1);
        } else if let Some(attribute) = left.trim().strip_prefix('.') {
            found.insert(format!("{message}.{attribute}"), number + 1);
        }
    }
    found
}

fn json_keys(source: &Source) -> Keys {
    let texts: Value =
        serde_json::from_str(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
    let mut found = Keys::new();
    gather(&texts, "", &source.text, &mut found);
    found
}

fn gather(texts: &Value, prefix: &str, text: &str, found: &mut Keys) {
    let Value::Object(entries) = texts else {
        let name = prefix.rsplit('.').next().unwrap_or_default();
        let line = text
            .lines()
            .position(|line| line.contains(&format!("\"{name}")))
            .map_or(1, |at| at + 1);
        found.entry(singular(prefix).into()).or_insert(line);
        return;
    };
    for (name, inner) in entries {
        let path = if prefix.is_empty() {
            name.clone()
        } else {
            format!("{prefix}.{name}")
        };
        gather(inner, &path, text, found);
    }
}

/// Languages differ in their plural forms: `days_one` and `days_other` are one text.
fn singular(key: &str) -> &str {
    ["_zero", "_one", "_two", "_few", "_many", "_other"]
        .iter()
        .find_map(|form| key.strip_suffix(form))
        .unwrap_or(key)
}

fn missing_texts(sources: &[Source]) -> Vec<String> {
    let read: BTreeMap<&str, Keys> = sources
        .iter()
        .map(|source| (source.path.as_str(), keys(source)))
        .collect();
    let mut found = Vec::new();
    for (path, known) in &read {
        for other in LANGUAGES
            .iter()
            .filter_map(|language| in_language(path, language))
        {
            let theirs = read.get(other.as_str());
            for (key, line) in known {
                if !theirs.is_some_and(|theirs| theirs.contains_key(key)) {
                    found.push(format!("{path}:{line}: `{key}` is missing in {other}"));
                }
            }
        }
    }
    found
}

#[test]
fn every_text_exists_in_three_languages() {
    let mut sources = read("web/src/app/locales", &[".json"]);
    sources.extend(read("crates", &[".ftl"]));
    expect_none(missing_texts(&sources));
}

#[test]
fn a_text_missing_on_the_screen_is_found() {
    let breaches = missing_texts(&[
        Source::new(
            "web/src/app/locales/zh/engage.json",
            "{\n  \"customer\": {\n    \"name\": \"名称\" } }",
        ),
        Source::new(
            "web/src/app/locales/zh-Hant/engage.json",
            r#"{ "customer": { "name": "名稱" } }"#,
        ),
        Source::new("web/src/app/locales/en/engage.json", "{}"),
    ]);
    assert_eq!(breaches.len(), 2);
    assert!(breaches.contains(
        &"web/src/app/locales/zh/engage.json:3: `customer.name` is missing in web/src/app/locales/en/engage.json".into()
    ));
}

#[test]
fn a_text_missing_on_the_server_is_found() {
    let complete = "stage-not-next = a { $stage }\n    .title = b\n";
    let breaches = missing_texts(&[
        Source::new("crates/presales/locales/zh.ftl", complete),
        Source::new("crates/presales/locales/zh-Hant.ftl", complete),
        Source::new(
            "crates/presales/locales/en.ftl",
            "# a comment = nothing\nstage-not-next = a\n",
        ),
    ]);
    assert_eq!(breaches.len(), 2);
    assert!(breaches[0].contains("`stage-not-next.title` is missing in crates/presales/locales/en.ftl"));
}

#[test]
fn a_language_without_the_file_is_found() {
    let breaches = missing_texts(&[Source::new("crates/engage/locales/zh.ftl", "name = 名称\n")]);
    assert_eq!(breaches.len(), 2);
}

#[test]
fn plural_forms_of_a_language_are_one_text() {
    let zh = r#"{ "days_other": "{{count}} 天" }"#;
    let en = r#"{ "days_one": "a day", "days_other": "{{count}} days" }"#;
    let breaches = missing_texts(&[
        Source::new("web/src/app/locales/zh/app.json", zh),
        Source::new("web/src/app/locales/zh-Hant/app.json", zh),
        Source::new("web/src/app/locales/en/app.json", en),
    ]);
    assert!(breaches.is_empty(), "{breaches:?}");
}
