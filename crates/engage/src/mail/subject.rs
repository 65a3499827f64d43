//! Subjects as threads need them: without the words that answering and forwarding put before them, and our own number out of them.

use unicode_normalization::UnicodeNormalization;

/// What mail programs put before a subject, in the form that NFKC and lower case leave.
const PREFIXES: [&str; 14] = [
    "re", "fw", "fwd", "aw", "wg", "sv", "回复", "答复", "转发", "回覆", "轉寄", "答覆", "轉發", "回信",
];

/// The bare subject in lower case; nothing when there is none.
pub fn bare(subject: &str) -> Option<String> {
    let even: String = without_number(subject)
        .nfkc()
        .flat_map(char::to_lowercase)
        .collect();
    let mut rest = even.trim();
    while let Some((word, after)) = rest.split_once(':') {
        let word = word
            .trim()
            .trim_end_matches(|letter: char| letter.is_ascii_digit() || "[]()".contains(letter))
            .trim();
        if !PREFIXES.contains(&word) {
            break;
        }
        rest = after.trim();
    }
    let bare: String = rest.split_whitespace().collect::<Vec<_>>().join(" ");
    (!bare.is_empty()).then_some(bare)
}

/// Our number in a subject: `[ZX-2026-000042]`.
pub fn number(subject: &str) -> Option<&str> {
    let inside = subject
        .split('[')
        .skip(1)
        .filter_map(|part| part.split_once(']'))
        .map(|(inside, _)| inside);
    inside.into_iter().find(|text| {
        let mut parts = text.splitn(3, '-');
        let sound = |part: Option<&str>, test: fn(&char) -> bool| {
            part.is_some_and(|part| !part.is_empty() && part.chars().all(|letter| test(&letter)))
        };
        sound(parts.next(), char::is_ascii_uppercase)
            && sound(parts.next(), char::is_ascii_digit)
            && sound(parts.next(), char::is_ascii_digit)
    })
}

fn without_number(subject: &str) -> String {
    match number(subject) {
        Some(number) => subject.replace(&format!("[{number}]"), " "),
        None => subject.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_and_forwards_are_about_the_same_thing() {
        for subject in [
            "询价 A 型",
            "Re: 询价 A 型",
            "回复：询价 A 型",
            "RE: Fw: 答复: 询价  A 型",
            "Re[2]: 询价 A 型 [ZX-2026-000042]",
        ] {
            assert_eq!(bare(subject).as_deref(), Some("询价 a 型"), "{subject}");
        }
        assert_eq!(bare("项目: 询价").as_deref(), Some("项目: 询价"));
        assert_eq!(bare("Re: "), None);
    }

    #[test]
    fn our_number_is_found_in_its_brackets() {
        assert_eq!(number("Re: 询价 [ZX-2026-000042]"), Some("ZX-2026-000042"));
        assert_eq!(number("[外部] 询价 [ZX-2026-1]"), Some("ZX-2026-1"));
        assert_eq!(number("ZX-2026-000042"), None);
        assert_eq!(number("[zx-2026-1] [a-b-c]"), None);
    }
}
