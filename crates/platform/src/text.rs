//! Texts of the server (refusals, mails, due times) in three languages, found by a code and filled with fields.

use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use xianji_kernel::text::Language;

use crate::failure::Failure;

/// All texts of all modules.
#[derive(Default)]
pub struct Texts {
    bundles: HashMap<Language, FluentBundle<FluentResource>>,
}

const LANGUAGES: [(Language, &str); 3] = [
    (Language::Zh, "zh-CN"),
    (Language::ZhHant, "zh-TW"),
    (Language::En, "en"),
];

impl Texts {
    /// Adds a module's texts, in the order zh, zh-Hant, en.
    pub fn add(&mut self, module: &str, sources: [&str; 3]) -> Result<(), Failure> {
        for ((language, tag), source) in LANGUAGES.into_iter().zip(sources) {
            let resource = FluentResource::try_new(source.to_owned())
                .map_err(|(_, errors)| Failure::broken(format!("{module} {tag}.ftl: {errors:?}")))?;
            let bundle = self.bundles.entry(language).or_insert_with(|| {
                let tags = tag.parse().map(|tag| vec![tag]).unwrap_or_default();
                let mut bundle = FluentBundle::new_concurrent(tags);
                bundle.set_use_isolating(false);
                bundle
            });
            bundle
                .add_resource(resource)
                .map_err(|errors| Failure::broken(format!("{module} {tag}.ftl: {errors:?}")))?;
        }
        Ok(())
    }

    /// The text of a code, filled; nothing when no module has it.
    pub fn find(&self, language: Language, code: &str, fields: &[(&str, String)]) -> Option<String> {
        let bundle = self.bundles.get(&language)?;
        let pattern = bundle.get_message(code)?.value()?;
        let mut args = FluentArgs::new();
        for (name, value) in fields {
            args.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        Some(
            bundle
                .format_pattern(pattern, Some(&args), &mut errors)
                .into_owned(),
        )
    }

    /// The text of a code, or the code itself.
    pub fn get(&self, language: Language, code: &str, fields: &[(&str, String)]) -> String {
        self.find(language, code, fields)
            .unwrap_or_else(|| code.to_owned())
    }
}
