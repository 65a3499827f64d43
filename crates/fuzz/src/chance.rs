//! Throws, and the odd texts that programs stumble over.

use rand::Rng;
use rand::rngs::StdRng;

/// Texts that mean something to somebody.
const ODD: [&str; 34] = [
    "",
    " ",
    "\u{0}",
    "a\u{0}b",
    "\u{feff}",
    "\u{202e}abc",
    "𠮷野家",
    "👨‍👩‍👧‍👦",
    "e\u{301}\u{301}\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "%",
    "_",
    "\\",
    "'",
    "\"",
    "'; DROP TABLE project; --",
    "{{7*7}}",
    "=1+1",
    "null",
    "true",
    "NaN",
    "1e999",
    "-0",
    "99999999999999999999",
    "@me",
    "@today-36501d",
    "@today+99999999999w",
    "2026-02-30",
    "9999-12-31",
    "+262142-12-31T23:59:59Z",
    "0000-00-00",
    "\u{10ffff}",
];

/// True once in so many times.
pub fn once_in(chance: &mut StdRng, times: u32) -> bool {
    chance.random_ratio(1, times.max(1))
}

/// One of some things.
pub fn one<'a, T>(chance: &mut StdRng, all: &'a [T]) -> Option<&'a T> {
    if all.is_empty() {
        return None;
    }
    all.get(chance.random_range(0..all.len()))
}

/// A text of up to so many letters, mostly harmless.
pub fn text(chance: &mut StdRng, most: usize) -> String {
    match chance.random_range(0..10) {
        0..3 => odd(chance),
        3 => "长".repeat(most.min(6_000)),
        4 => "x".repeat(most.saturating_add(1).min(30_000)),
        _ => format!("文字{}", chance.random_range(0..1_000_000)),
    }
}

/// An odd one.
pub fn odd(chance: &mut StdRng) -> String {
    one(chance, &ODD).map_or_else(String::new, |text| (*text).to_owned())
}

/// Changes some bytes, cuts, doubles or swaps parts of an input.
pub fn mutate(chance: &mut StdRng, input: &[u8], words: &[&str]) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..chance.random_range(1..8) {
        let at = chance.random_range(0..=bytes.len());
        let end = at + chance.random_range(0..=(bytes.len() - at).min(40));
        match chance.random_range(0..7) {
            0 => bytes[at..end].fill(chance.random()),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let part = bytes[at..end].to_vec();
                let to = chance.random_range(0..=bytes.len());
                bytes.splice(to..to, part);
            }
            3 => {
                let word = odd(chance);
                bytes.splice(at..end, word.into_bytes());
            }
            4 => {
                let part = bytes[at..end].repeat(chance.random_range(1..60));
                bytes.splice(at..at, part);
            }
            _ => {
                let word = one(chance, words)
                    .copied()
                    .unwrap_or_default()
                    .as_bytes()
                    .to_vec();
                bytes.splice(at..end, word);
            }
        }
    }
    bytes
}
