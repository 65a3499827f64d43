//! What is wrong with a pack, and where: for a person with the file open.

use std::fmt;

/// One thing wrong in a pack's text. All of them are listed at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The text that is wrong, at most its first line.
    pub offending: String,
    /// What would have been right.
    pub expected: String,
    /// What to do, where that can be guessed: "did you mean …".
    pub hint: Option<String>,
    /// Never changes; translations and tests hang on it.
    pub code: &'static str,
}

/// Whether a mistake of this code is about something that the house has not declared. Tests that mount only part of
/// the house leave such statements out.
pub(super) fn is_about_vocabulary(code: &str) -> bool {
    const CODES: [&str; 9] = [
        "unknown-record",
        "unknown-event",
        "unknown-action",
        "unknown-fact",
        "unknown-name",
        "unknown-state",
        "unknown-part",
        "condition-unknown-fact",
        "condition-unknown-name",
    ];
    CODES.contains(&code)
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.code)?;
        if !self.offending.is_empty() {
            write!(f, " `{}`", self.offending)?;
        }
        write!(f, ": expected {}", self.expected)?;
        match &self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

/// A mistake before its place is counted out: where in which file, in bytes.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub file: usize,
    pub start: usize,
    pub end: usize,
    pub code: &'static str,
    pub expected: String,
    pub hint: Option<String>,
    /// Instead of the text at the place.
    pub offending: Option<String>,
}

/// Turns findings into mistakes, in the order of files and lines, each once.
pub(super) fn place(findings: Vec<Finding>, files: &[(String, String)]) -> Vec<Mistake> {
    let mut findings = findings;
    findings
        .sort_by(|a, b| (a.file, a.start, a.code, &a.expected).cmp(&(b.file, b.start, b.code, &b.expected)));
    let mut mistakes: Vec<Mistake> = Vec::with_capacity(findings.len());
    let mut cursor = Cursor::default();
    for finding in findings {
        let mistake = one(finding, files, &mut cursor);
        if mistakes.last() != Some(&mistake) {
            mistakes.push(mistake);
        }
    }
    mistakes
}

/// Where counting has come to: a file of many lines with many mistakes is walked once.
#[derive(Default)]
struct Cursor {
    file: usize,
    offset: usize,
    /// From 0.
    line: usize,
    column: usize,
}

impl Cursor {
    fn advance(&mut self, file: usize, text: &str, to: usize) {
        if file != self.file || to < self.offset {
            *self = Cursor {
                file,
                ..Cursor::default()
            };
        }
        for c in text[self.offset..to].chars() {
            match c {
                '\n' => {
                    self.line += 1;
                    self.column = 0;
                }
                _ => self.column += 1,
            }
        }
        self.offset = to;
    }
}

fn one(finding: Finding, files: &[(String, String)], cursor: &mut Cursor) -> Mistake {
    let (file, text) = files
        .get(finding.file)
        .map_or(("", ""), |(path, text)| (path, text));
    let start = floor(text, finding.start);
    let end = floor(text, finding.end.max(start));
    cursor.advance(finding.file, text, start);
    Mistake {
        file: file.to_string(),
        line: cursor.line + 1,
        column: cursor.column + 1,
        offending: finding.offending.unwrap_or_else(|| shortened(&text[start..end])),
        expected: finding.expected,
        hint: finding.hint,
        code: finding.code,
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The first line, at most 80 characters of it.
fn shortened(text: &str) -> String {
    let mut letters = text
        .chars()
        .skip_while(|c| c.is_whitespace())
        .take_while(|c| *c != '\n');
    let mut line: String = letters.by_ref().take(79).collect();
    match (letters.next(), letters.next()) {
        (Some(last), None) => line.push(last),
        (Some(_), Some(_)) => line.push('…'),
        _ => {}
    }
    line.trim_end().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let text = "a = 1\n名称 = \"坏\"\n".to_string();
        let at = text.find('坏').expect("there");
        let finding = Finding {
            file: 0,
            start: at,
            end: at + 3,
            code: "wrong-type",
            expected: "a number".into(),
            hint: None,
            offending: None,
        };
        let mistakes = place(vec![finding], &[("p/stages.toml".into(), text)]);
        assert_eq!(
            mistakes[0].to_string(),
            "p/stages.toml:2:7: wrong-type `坏`: expected a number"
        );
    }
}
