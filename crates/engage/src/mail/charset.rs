//! Bytes to text. What a mail says about its charset is tried first and not believed when it cannot be true: much Chinese mail says
//! `gb2312` and is GB18030, or says nothing at all.

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8};

/// Text of bytes under a declared charset. False comes back when something could not be read under any.
pub fn text(bytes: &[u8], declared: Option<&str>) -> (String, bool) {
    let declared = declared.map(str::trim).filter(|label| !is_ascii(label));
    let declared = declared
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .map(widened);
    let ascii = bytes.is_ascii() && declared.is_none_or(|encoding| encoding.is_ascii_compatible());
    if ascii {
        return (clean(&String::from_utf8_lossy(bytes)), true);
    }
    // A single-byte charset reads anything; before it is believed of text without a word in it, UTF-8 is tried.
    let believed = declared.filter(|encoding| !encoding.is_single_byte());
    for encoding in believed
        .into_iter()
        .chain([UTF_8])
        .chain(declared)
        .chain([GB18030, BIG5])
    {
        if let Some(text) =
            encoding.decode_without_bom_handling_and_without_replacement(without_bom(bytes, encoding))
        {
            return (clean(&text), true);
        }
    }
    (clean(&declared.unwrap_or(UTF_8).decode(bytes).0), false)
}

/// Who says ASCII and sends more has said nothing: the standard's table would make it a western charset that reads anything.
fn is_ascii(label: &str) -> bool {
    ["us-ascii", "ascii", "ansi_x3.4-1968"]
        .iter()
        .any(|name| name.eq_ignore_ascii_case(label))
}

/// GB2312 and GBK are parts of GB18030.
fn widened(encoding: &'static Encoding) -> &'static Encoding {
    if encoding == encoding_rs::GBK {
        GB18030
    } else {
        encoding
    }
}

fn without_bom<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> &'b [u8] {
    match Encoding::for_bom(bytes) {
        Some((found, length)) if found == encoding => &bytes[length..],
        _ => bytes,
    }
}

/// Line ends as `\n`, no control characters that a database or a screen cannot hold.
fn clean(text: &str) -> String {
    let even = text.replace("\r\n", "\n").replace('\r', "\n");
    even.chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_read_whatever_a_mail_says_of_it() {
        let words = "您好，镕公司询价㐀";
        let gb = GB18030.encode(words).0.into_owned();
        for declared in [
            Some("gb2312"),
            Some("GBK"),
            Some("gb18030"),
            Some("utf-8"),
            Some("nonsense"),
            None,
        ] {
            assert_eq!(text(&gb, declared), (words.to_owned(), true), "{declared:?}");
        }
        for declared in [Some("utf-8"), Some("iso-8859-1"), None] {
            assert_eq!(text(words.as_bytes(), declared).0, words, "{declared:?}");
        }
        let big5 = BIG5.encode("您好，詢價").0.into_owned();
        assert_eq!(text(&big5, Some("big5")), ("您好，詢價".to_owned(), true));
    }

    #[test]
    fn what_nobody_can_read_is_said_to_be_so() {
        let (_, whole) = text(&[0xff, 0xff, 0x81, 0x00, 0xfe], Some("utf-8"));
        assert!(!whole);
    }

    #[test]
    fn no_control_character_comes_through() {
        assert_eq!(text(b"a\0b\x07\r\nc\td", None).0, "ab\nc\td");
    }
}
