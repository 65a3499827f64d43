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
    const CODES: [&str; 8] = [
        "unknown-record",
        "unknown-event",
        "unknown-action",
        "unknown-fact",
        "unknown-name",
        "unknown-state",
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
    for finding in findings {
        let mistake = one(finding, files);
        if mistakes.last() != Some(&mistake) {
            mistakes.push(mistake);
        }
    }
    mistakes
}

fn one(finding: Finding, files: &[(String, String)]) -> Mistake {
    let (file, text) = files
        .get(finding.file)
        .map_or(("", ""), |(path, text)| (path, text));
    let start = floor(text, finding.start);
    let end = floor(text, finding.end.max(start));
    let before = &text[..start];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let first_line = text[start..end].lines().next().unwrap_or("").trim();
    Mistake {
        file: file.to_string(),
        line: before.matches('\n').count() + 1,
        column: text[line_start..start].chars().count() + 1,
        offending: finding.offending.unwrap_or_else(|| shortened(first_line)),
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

fn shortened(text: &str) -> String {
    if text.chars().count() <= 80 {
        return text.to_string();
    }
    text.chars().take(79).chain(['…']).collect()
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
