//! The look at the raw text before the parser sees it: what may stand in it at all, and how much of it.
//!
//! CEL's parser goes down a level of stack for every bracket (measured: 16 end the process in a debug build with a
//! stack of 2 MB) and one evaluation may take as long as its lists are long, so the limits are checked here, where
//! nothing recurses. What counts as inside a string must be judged exactly as the parser judges it, else brackets
//! could hide from the count; so only plain one-line strings with known escapes pass.

use super::Fault;

/// Characters in a condition.
pub(super) const MOST_CHARS: usize = 1_000;
/// Brackets of all kinds inside each other.
pub(super) const MOST_DEPTH: usize = 24;
/// Names and values, all told.
pub(super) const MOST_TERMS: usize = 200;
/// `a ? b : c` in one condition; each further one is a level of the parser's stack.
pub(super) const MOST_CHOICES: usize = 24;
/// Items in a list that is written out.
pub(super) const MOST_ITEMS: usize = 100;
/// Loops inside each other.
pub(super) const MOST_LOOPS: usize = 2;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Number,
    Text,
    Open,
    Close,
    /// An operator, a comma, a dot.
    Sign,
}

/// A word of the condition; positions in characters, `byte` as the parser counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    pub byte: usize,
    pub first: char,
    /// Of an opening bracket: the token that closes it.
    pub partner: Option<usize>,
}

/// The words of a condition that is within its limits.
#[derive(Debug)]
pub(super) struct Scanned {
    pub tokens: Vec<Token>,
    pub chars: Vec<char>,
}

impl Scanned {
    /// The word that begins at this byte, or the last one before it.
    pub(super) fn at_byte(&self, byte: usize) -> usize {
        self.tokens
            .partition_point(|token| token.byte <= byte)
            .saturating_sub(1)
    }

    pub(super) fn text(&self, token: &Token) -> String {
        self.chars[token.start..token.end].iter().collect()
    }
}

pub(super) fn fault(code: &'static str, start: usize, end: usize, message: String, expected: &str) -> Fault {
    Fault {
        code,
        offset: start,
        length: end.saturating_sub(start),
        message,
        expected: expected.into(),
        hint: None,
    }
}

/// Cuts a condition into words, or says what stands in the way.
pub(super) fn scan(text: &str) -> Result<Scanned, Vec<Fault>> {
    let count = text.chars().count();
    if count > MOST_CHARS {
        let message = format!("the condition has {count} characters");
        let expected = format!("at most {MOST_CHARS}");
        return Err(vec![fault(
            "condition-too-long",
            MOST_CHARS,
            count,
            message,
            &expected,
        )]);
    }
    let mut scanner = Scanner {
        chars: text.chars().collect(),
        bytes: text.char_indices().map(|(byte, _)| byte).collect(),
        tokens: Vec::new(),
        faults: Vec::new(),
    };
    scanner.run();
    if scanner.faults.is_empty() {
        scanner.measure();
    }
    if scanner.tokens.is_empty() && scanner.faults.is_empty() {
        scanner.faults.push(fault(
            "condition-empty",
            0,
            0,
            "the condition is empty".into(),
            "an expression",
        ));
    }
    if scanner.faults.is_empty() {
        Ok(Scanned {
            tokens: scanner.tokens,
            chars: scanner.chars,
        })
    } else {
        Err(scanner.faults)
    }
}

struct Scanner {
    chars: Vec<char>,
    bytes: Vec<usize>,
    tokens: Vec<Token>,
    faults: Vec<Fault>,
}

impl Scanner {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(&here) = self.chars.get(at) {
            at = match here {
                ' ' | '\t' | '\n' | '\r' => at + 1,
                '\'' | '"' => self.string(at, here),
                '(' | '[' | '{' => self.push(Kind::Open, at, at + 1),
                ')' | ']' | '}' => self.push(Kind::Close, at, at + 1),
                'a'..='z' | 'A'..='Z' | '_' => self.name(at),
                '0'..='9' => self.number(at),
                '/' if self.chars.get(at + 1) == Some(&'/') => self.refuse(
                    at,
                    self.chars.len(),
                    "a condition holds no comment",
                    "a comment in the file, after #",
                ),
                '<' | '>' | '=' | '!' | '&' | '|' => self.operator(at),
                '+' | '-' | '*' | '/' | '%' | '?' | ':' | ',' | '.' => self.push(Kind::Sign, at, at + 1),
                other => self.stranger(at, other),
            };
        }
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) -> usize {
        self.tokens.push(Token {
            kind,
            start,
            end,
            byte: self.bytes[start],
            first: self.chars[start],
            partner: None,
        });
        end
    }

    fn refuse(&mut self, start: usize, end: usize, message: &str, expected: &str) -> usize {
        self.faults.push(fault(
            "condition-unreadable",
            start,
            end,
            message.into(),
            expected,
        ));
        end
    }

    fn run_of(&self, from: usize, member: impl Fn(char) -> bool) -> usize {
        let rest = &self.chars[from..];
        from + rest.iter().position(|&c| !member(c)).unwrap_or(rest.len())
    }

    fn name(&mut self, start: usize) -> usize {
        let end = self.run_of(start, |c| c.is_ascii_alphanumeric() || c == '_');
        if matches!(self.chars.get(end), Some('\'' | '"')) {
            self.refuse(start, end, "a text takes no prefix", "'text'");
        }
        self.push(Kind::Name, start, end)
    }

    fn number(&mut self, start: usize) -> usize {
        let mut end = self.run_of(start, |c| c.is_ascii_digit());
        if self.chars.get(end) == Some(&'.') && self.chars.get(end + 1).is_some_and(char::is_ascii_digit) {
            end = self.run_of(end + 1, |c| c.is_ascii_digit());
        }
        let word = self.run_of(end, |c| c.is_ascii_alphanumeric() || c == '_');
        if word > end {
            return self.refuse(
                start,
                word,
                "this is neither a number nor a name",
                "a number such as 5 or 2.5",
            );
        }
        self.push(Kind::Number, start, end)
    }

    fn operator(&mut self, start: usize) -> usize {
        let pair: String = self.chars[start..].iter().take(2).collect();
        match pair.as_str() {
            "<=" | ">=" | "==" | "!=" | "&&" | "||" => self.push(Kind::Sign, start, start + 2),
            _ => match self.chars[start] {
                '=' => self.refuse(start, start + 1, "= compares nothing", "=="),
                '&' => self.refuse(start, start + 1, "& joins nothing", "&&"),
                '|' => self.refuse(start, start + 1, "| joins nothing", "||"),
                _ => self.push(Kind::Sign, start, start + 1),
            },
        }
    }

    fn string(&mut self, start: usize, quote: char) -> usize {
        if self.chars[start + 1..].starts_with(&[quote, quote]) {
            return self.refuse(start, start + 3, "a text stands between single quotes", "'text'");
        }
        let mut at = start + 1;
        while let Some(&here) = self.chars.get(at) {
            match here {
                _ if here == quote => return self.push(Kind::Text, start, at + 1),
                '\\' => at = self.escape(at),
                '\n' | '\r' => {
                    return self.refuse(start, at, "the text is not closed on its line", "a closing quote");
                }
                _ if here.is_control() => {
                    at = self.refuse(
                        at,
                        at + 1,
                        "a control character stands in the text",
                        "a visible character",
                    );
                }
                _ => at += 1,
            }
        }
        self.refuse(
            start,
            self.chars.len(),
            "the text is not closed",
            "a closing quote",
        )
    }

    /// Steps over an escape, and refuses those that the parser would stumble over.
    fn escape(&mut self, at: usize) -> usize {
        match self.chars.get(at + 1) {
            Some('\\' | '\'' | '"' | 'n' | 't') => at + 2,
            Some('u') => {
                let digits: String = self.chars[at + 2..].iter().take(4).collect();
                let code = u32::from_str_radix(&digits, 16)
                    .ok()
                    .filter(|_| digits.len() == 4);
                match code.and_then(char::from_u32) {
                    Some(_) => at + 6,
                    None => self.refuse(
                        at,
                        at + 2,
                        "this escape names no character",
                        "\\u and four digits, no surrogate",
                    ),
                }
            }
            _ => self.refuse(
                at,
                at + 1,
                "this escape is not known",
                "\\\\ \\' \\\" \\n \\t or \\u0041",
            ),
        }
    }

    fn stranger(&mut self, at: usize, c: char) -> usize {
        let plain = match c {
            '（' => "(",
            '）' => ")",
            '，' => ",",
            '“' | '”' | '‘' | '’' | '＇' | '＂' => "'",
            '＞' => ">",
            '＜' => "<",
            '＝' => "==",
            '！' => "!",
            '？' => "?",
            '：' => ":",
            '；' | ';' => "&& or ||",
            _ => "a name, a value or an operator",
        };
        let shown = if c.is_control() {
            format!("U+{:04X}", u32::from(c))
        } else {
            c.to_string()
        };
        self.refuse(at, at + 1, &format!("{shown} has no meaning here"), plain)
    }

    /// Brackets in pairs and not too deep, terms and choices not too many.
    fn measure(&mut self) {
        let mut open: Vec<usize> = Vec::new();
        let (mut terms, mut choices) = (0, 0);
        for index in 0..self.tokens.len() {
            let token = self.tokens[index];
            match token.kind {
                Kind::Open => {
                    open.push(index);
                    if open.len() == MOST_DEPTH + 1 {
                        self.exceeded(
                            "condition-too-deep",
                            token,
                            "the brackets are too deep",
                            MOST_DEPTH,
                        );
                    }
                }
                Kind::Close => self.close(&mut open, index),
                Kind::Name if self.is_in(token) => {}
                Kind::Name | Kind::Number | Kind::Text => {
                    terms += 1;
                    if terms == MOST_TERMS + 1 {
                        self.exceeded(
                            "condition-too-many-terms",
                            token,
                            "there are too many terms",
                            MOST_TERMS,
                        );
                    }
                }
                Kind::Sign if token.first == '?' => {
                    choices += 1;
                    if choices == MOST_CHOICES + 1 {
                        self.exceeded(
                            "condition-too-deep",
                            token,
                            "there are too many ? : choices",
                            MOST_CHOICES,
                        );
                    }
                }
                Kind::Sign => {}
            }
        }
        for index in open {
            let token = self.tokens[index];
            self.refuse(
                token.start,
                token.end,
                &format!("this {} is never closed", token.first),
                "its partner",
            );
        }
    }

    /// The one operator that is spelled in letters.
    fn is_in(&self, token: Token) -> bool {
        self.chars[token.start..token.end] == ['i', 'n']
    }

    fn exceeded(&mut self, code: &'static str, token: Token, message: &str, most: usize) {
        self.faults.push(fault(
            code,
            token.start,
            token.end,
            message.into(),
            &format!("at most {most}"),
        ));
    }

    fn close(&mut self, open: &mut Vec<usize>, index: usize) {
        let token = self.tokens[index];
        let wanted = match token.first {
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        match open.pop() {
            Some(opened) if self.tokens[opened].first == wanted => self.tokens[opened].partner = Some(index),
            _ => {
                self.refuse(
                    token.start,
                    token.end,
                    &format!("this {} closes nothing", token.first),
                    "its partner",
                );
            }
        }
    }
}
