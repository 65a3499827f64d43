//! PATCH bodies: an absent field stays as it is, `null` empties it.

use serde::{Deserialize, Deserializer};

/// Tells `null` from absent: use with `#[serde(default, deserialize_with = "given")]` on an `Option<Option<T>>`.
pub fn given<'de, D, T>(from: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::<T>::deserialize(from).map(Some)
}

/// Puts a given value in its place; answers whether that changed anything.
pub fn put<T: PartialEq>(place: &mut T, given: Option<T>) -> bool {
    match given {
        Some(value) if value != *place => {
            *place = value;
            true
        }
        _ => false,
    }
}

/// A text without spaces around it; an empty one is none.
pub fn tidy(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
}

/// An object with some fields put in, those given as `null` taken out.
pub fn merged(
    before: &serde_json::Value,
    given: serde_json::Map<String, serde_json::Value>,
) -> serde_json::Value {
    let mut object = before.as_object().cloned().unwrap_or_default();
    for (name, value) in given {
        if value.is_null() {
            object.remove(&name);
        } else {
            object.insert(name, value);
        }
    }
    object.into()
}
