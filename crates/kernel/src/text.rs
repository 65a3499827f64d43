//! Texts in the languages that the screen, the mails and the packs speak.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language of the product. Simplified Chinese is the one that every text has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Language {
    #[default]
    #[serde(rename = "zh")]
    Zh,
    #[serde(rename = "zh-Hant")]
    ZhHant,
    #[serde(rename = "en")]
    En,
}

impl Language {
    pub const ALL: [Language; 3] = [Language::Zh, Language::ZhHant, Language::En];

    /// The tag used in JSON, packs and file names: `zh`, `zh-Hant`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::ZhHant => "zh-Hant",
            Self::En => "en",
        }
    }

    /// The best language for an `Accept-Language` header; Chinese when it names none of ours.
    /// Higher `q` wins, then the order in the header; `q=0` excludes.
    pub fn from_accept(header: &str) -> Language {
        let mut best: Option<(f32, Language)> = None;
        for entry in header.split(',').take(32) {
            let (tag, parameters) = entry.split_once(';').unwrap_or((entry, ""));
            let weight = quality(parameters);
            let Some(language) = Self::of_tag(tag.trim()) else {
                continue;
            };
            if weight > 0.0 && best.is_none_or(|(highest, _)| weight > highest) {
                best = Some((weight, language));
            }
        }
        best.map_or(Self::Zh, |(_, language)| language)
    }

    /// Reads any BCP 47 tag whose language is ours: `zh-TW` is traditional, `en-GB` English.
    fn of_tag(tag: &str) -> Option<Language> {
        let tag = tag.to_ascii_lowercase();
        let mut parts = tag.split('-');
        match parts.next()? {
            "en" => Some(Self::En),
            "zh" => {
                let subtags: Vec<&str> = parts.collect();
                let traditional = !subtags.contains(&"hans")
                    && subtags
                        .iter()
                        .any(|part| matches!(*part, "hant" | "tw" | "hk" | "mo"));
                Some(if traditional { Self::ZhHant } else { Self::Zh })
            }
            _ => None,
        }
    }
}

fn quality(parameters: &str) -> f32 {
    let stated = parameters
        .split(';')
        .find_map(|parameter| parameter.trim().strip_prefix("q="));
    match stated {
        None => 1.0,
        Some(value) => value
            .trim()
            .parse::<f32>()
            .ok()
            .filter(|q| (0.0..=1.0).contains(q))
            .unwrap_or(0.0),
    }
}

/// A tag that is none of `zh`, `zh-Hant`, `en`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not one of zh, zh-Hant, en")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;
    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|language| language.tag() == tag)
            .ok_or_else(|| UnknownLanguage(tag.into()))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A text that a pack or a table gives in several languages. Chinese must be there; what is
/// missing is read in Chinese.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Text {
    pub zh: String,
    #[serde(rename = "zh-Hant", default, skip_serializing_if = "Option::is_none")]
    pub zh_hant: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Text {
    /// A text in Chinese alone.
    pub fn zh(zh: impl Into<String>) -> Text {
        Text {
            zh: zh.into(),
            zh_hant: None,
            en: None,
        }
    }

    /// A text in Chinese and English.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Text {
        Text {
            zh: zh.into(),
            zh_hant: None,
            en: Some(en.into()),
        }
    }

    /// The text in the reader's language, in Chinese where it has none.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Zh => &self.zh,
            Language::ZhHant => self.zh_hant.as_deref().unwrap_or(&self.zh),
            Language::En => self.en.as_deref().unwrap_or(&self.zh),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("", Language::Zh)]
    #[case("fr-FR, de;q=0.5", Language::Zh)]
    #[case("en-US,en;q=0.9,zh-CN;q=0.8", Language::En)]
    #[case("en;q=0.2, zh-TW;q=0.9", Language::ZhHant)]
    #[case("zh-HK", Language::ZhHant)]
    #[case("zh-Hans-HK", Language::Zh)]
    #[case("en;q=0, zh", Language::Zh)]
    #[case("en;q=nonsense, zh-Hant;q=0.1", Language::ZhHant)]
    fn the_header_chooses_the_language(#[case] header: &str, #[case] language: Language) {
        assert_eq!(Language::from_accept(header), language);
    }

    #[test]
    fn a_missing_language_is_read_in_chinese() {
        let text: Text = toml::from_str(r#"zh = "方案设计""#).unwrap();
        assert_eq!(text.get(Language::En), "方案设计");
        assert_eq!(text.get(Language::ZhHant), "方案设计");
    }

    #[test]
    fn a_language_that_is_not_ours_is_refused() {
        assert!(toml::from_str::<Text>("zh = \"a\"\nfr = \"b\"").is_err());
        assert!("zh-TW".parse::<Language>().is_err());
    }
}
