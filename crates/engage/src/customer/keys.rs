//! Keys by which names are matched and sorted: NFKC, lower case, letters and digits alone; without the suffix that every company has; in
//! pinyin.

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

/// Company suffixes in the form that [`name_key`] leaves, longest first.
const SUFFIXES: [&str; 14] = [
    "股份有限责任公司",
    "集团股份有限公司",
    "集团有限责任公司",
    "集團有限公司",
    "集团有限公司",
    "股份有限公司",
    "有限责任公司",
    "有限責任公司",
    "股份公司",
    "有限公司",
    "集团公司",
    "集团",
    "集團",
    "公司",
];

/// Words that end a company's name in Latin letters.
const LAST_WORDS: [&str; 12] = [
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "co",
    "company",
    "corp",
    "corporation",
    "llc",
    "plc",
    "gmbh",
    "ag",
];

/// A name as it is matched: full-width, case, spaces and punctuation make no difference.
pub fn name_key(name: &str) -> String {
    words(name).concat()
}

/// The same without its company suffix, unless nothing would be left.
pub fn match_key(name: &str) -> String {
    let mut words = words(name);
    while words.len() > 1
        && words
            .last()
            .is_some_and(|word| LAST_WORDS.contains(&word.as_str()))
    {
        words.pop();
    }
    let key = words.concat();
    let shorter = SUFFIXES.iter().find_map(|suffix| key.strip_suffix(suffix));
    match shorter {
        Some(shorter) if shorter.chars().count() >= 2 => shorter.to_owned(),
        _ => key,
    }
}

fn words(name: &str) -> Vec<String> {
    let even: String = name.nfkc().flat_map(char::to_lowercase).collect();
    even.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A name as it is sorted: Han letters by their pinyin, everything else in lower case.
pub fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len() * 2);
    for letter in name.nfkc().flat_map(char::to_lowercase) {
        match letter.to_pinyin() {
            Some(sound) => {
                key.push_str(sound.plain());
                key.push(' ');
            }
            None => key.push(letter),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_case_spaces_and_suffixes_make_no_other_customer() {
        for (one, other) in [
            ("杭州滨江智造有限公司", "杭州滨江智造股份有限公司"),
            ("ＡＢＣ科技（上海）有限公司", "abc科技(上海)"),
            ("Acme Co., Ltd.", "ACME Inc"),
            ("远山集团有限公司", "远山"),
        ] {
            assert_eq!(match_key(one), match_key(other), "{one} / {other}");
        }
        assert_ne!(match_key("杭州滨江"), match_key("杭州江滨"));
    }

    #[test]
    fn a_name_that_is_all_suffix_keeps_it() {
        assert_eq!(match_key("集团公司"), "集团公司");
        assert_eq!(match_key("Limited"), "limited");
        assert_eq!(match_key("Cisco"), "cisco");
    }

    #[test]
    fn names_sort_by_their_sound() {
        let mut names = ["张三", "阿里", "Beta", "白云"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(names, ["阿里", "白云", "Beta", "张三"]);
    }
}
