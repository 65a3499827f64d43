//! Source files as the rules read them: with their path, line by line, without comments.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the repository; the path counts from its root and is written with `/`.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.into(),
            text: text.into(),
        }
    }

    /// Whether the file is this room of a module: `model.rs`, or a file in `model/` once it was split.
    pub fn is_room(&self, room: &str) -> bool {
        self.path.contains("/src/")
            && (self.path.ends_with(&format!("/{room}.rs")) || self.path.contains(&format!("/{room}/")))
    }

    /// Whether the file is made for tests alone.
    pub fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.is_room("tests") || self.is_room("testing")
    }

    /// The numbered lines of Rust without comments. Strings stay: rules look for SQL in them.
    pub fn code(&self) -> Vec<(usize, String)> {
        without_comments(&self.text)
            .lines()
            .map(str::to_owned)
            .enumerate()
            .map(|(n, l)| (n + 1, l))
            .collect()
    }

    /// As `code`, up to a test module that stands at the file's end.
    pub fn product_code(&self) -> Vec<(usize, String)> {
        let mut lines = self.code();
        let tests = lines.windows(2).position(|pair| {
            pair[0].1.trim() == "#[cfg(test)]" && pair[1].1.contains("mod ") && pair[1].1.ends_with('{')
        });
        lines.truncate(tests.unwrap_or(lines.len()));
        lines
    }
}

/// Every line that holds one of the words, as `path:line: word: why`.
pub fn lines_with(path: &str, lines: &[(usize, String)], words: &[&str], why: &str) -> Vec<String> {
    let found = |line: &str| words.iter().copied().find(|word| holds(line, word));
    lines
        .iter()
        .filter_map(|(number, line)| found(line).map(|word| format!("{path}:{number}: `{word}`: {why}")))
        .collect()
}

/// Whether the word stands in the line by itself, not inside a longer name.
fn holds(line: &str, word: &str) -> bool {
    let in_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let joined_before = word.starts_with(in_name) && line[..at].ends_with(in_name);
        let joined_after = word.ends_with(in_name) && line[at + word.len()..].starts_with(in_name);
        !joined_before && !joined_after
    })
}

/// All files below a folder whose names end so. A folder that does not exist yet holds none.
pub fn read(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The sources of all crates but these rules, which quote what they forbid.
pub fn rust() -> Vec<Source> {
    let mut sources = read("crates", &[".rs"]);
    sources.retain(|source| !source.path.starts_with("crates/server/tests/architecture/"));
    assert!(!sources.is_empty(), "no sources found below {}", root().display());
    sources
}

pub fn expect_none(breaches: Vec<String>) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.map(|entry| entry.expect("a readable folder").path()) {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            if !["node_modules", "target", "dist"].contains(&name.as_str()) {
                walk(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let shown = path.strip_prefix(root()).expect("a path below the root");
            let text = fs::read_to_string(&path).expect("a source is UTF-8");
            found.push(Source::new(&shown.to_string_lossy().replace('\\', "/"), &text));
        }
    }
}

/// Blanks comments and keeps every line where it was.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = token_length(rest).max(first.len_utf8());
        let (token, after) = rest.split_at(length);
        if token.starts_with("//") || token.starts_with("/*") {
            kept.extend(token.chars().filter(|c| *c == '\n'));
        } else {
            kept.push_str(token);
        }
        rest = after;
    }
    kept
}

/// The length of the comment, string or character that stands first; 0 for anything else.
fn token_length(rest: &str) -> usize {
    let until = |end: &str, from: usize| {
        rest[from..]
            .find(end)
            .map_or(rest.len(), |at| from + at + end.len())
    };
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return block_comment_length(rest);
    }
    if let Some(raw) = rest.strip_prefix("r") {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        if raw[hashes..].starts_with('"') {
            return until(&format!("\"{}", "#".repeat(hashes)), hashes + 2);
        }
    }
    match rest.as_bytes() {
        [b'"', ..] => string_length(rest),
        [b'\'', b'\\', _, ..] => until("'", 3),
        [b'\'', b'"' | b'/', b'\'', ..] => 3,
        // A name is taken whole, so that the `r` at its end is not mistaken for a raw string's.
        _ => rest
            .find(|c: char| !c.is_alphanumeric() && c != '_')
            .unwrap_or(rest.len()),
    }
}

fn string_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

fn block_comment_length(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

#[test]
fn comments_are_not_read_and_strings_are() {
    let text = "let a = \"// kept\"; // gone\n/* gone\n/* gone */ gone */ let b = '\"'; // gone\nlet c = r#\"/* kept\"#;";
    let source = Source::new("crates/x/src/lib.rs", text);

    let lines: Vec<_> = source
        .code()
        .into_iter()
        .map(|(_, line)| line.trim().to_owned())
        .collect();

    assert_eq!(
        lines,
        [
            "let a = \"// kept\";",
            "",
            "let b = '\"';",
            "let c = r#\"/* kept\"#;"
        ]
    );
}

#[test]
fn a_word_inside_a_longer_name_is_another_word() {
    assert!(holds("use axum::Router;", "axum"));
    assert!(!holds("let axum_like = 1;", "axum"));
    assert!(!holds("MyUtc::now()", "Utc::now"));
}

#[test]
fn a_test_module_at_the_end_is_not_product_code() {
    let source = Source::new(
        "crates/x/src/a.rs",
        "#[cfg(test)]\nmod tests;\nfn a() {}\n#[cfg(test)]\nmod more {\n}\n",
    );
    assert_eq!(source.product_code().len(), 3);
}
