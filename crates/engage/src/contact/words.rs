//! What a person is known by, and texts without it: what is left of words once the law asks that somebody is forgotten.

use super::entity::Model as Contact;

/// What stands for what was taken out.
const GONE: &str = "■■■";

/// What a contact is known by, as far as it is on file.
pub(crate) struct Traces(Vec<String>);

impl Traces {
    /// Of a contact that was not forgotten yet. A single letter is nobody's name.
    pub fn of(contact: &Contact) -> Self {
        let known = [
            Some(&contact.name),
            contact.phone.as_ref(),
            contact.mobile.as_ref(),
            contact.email.as_ref(),
            contact.wechat.as_ref(),
            contact.phone_key.as_ref(),
            contact.mobile_key.as_ref(),
            contact.email_key.as_ref(),
        ];
        let mut known: Vec<String> = known
            .into_iter()
            .flatten()
            .filter(|words| words.chars().count() > 1)
            .cloned()
            .collect();
        // The longest first, so that no part of an address is left of it.
        known.sort_by_key(|words| std::cmp::Reverse(words.len()));
        known.dedup();
        Self(known)
    }

    /// The mail addresses among them.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        self.0
            .iter()
            .map(String::as_str)
            .filter(|words| words.contains('@'))
    }

    /// A text without them.
    pub fn out_of(&self, text: &str) -> String {
        self.0
            .iter()
            .fold(text.to_owned(), |text, words| text.replace(words.as_str(), GONE))
    }

    /// The same of a text that may be none.
    pub fn out_of_maybe(&self, text: Option<&String>) -> Option<String> {
        text.map(|text| self.out_of(text))
    }
}
