//! The shipped packs, embedded. A release offers them; none is in force before somebody publishes it.

use rust_embed::Embed;
use xianji_policy::PackSource;

#[derive(Embed)]
#[folder = "../../packs"]
#[include = "*.toml"]
struct Shipped;

/// The catalogue of controls: id, module and titles.
pub const CONTROLS: &str = include_str!("../../../packs/controls.csv");

/// Names of the shipped packs.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = Shipped::iter()
        .filter_map(|path| path.split_once('/').map(|(folder, _)| folder.to_owned()))
        .collect();
    names.sort();
    names.dedup();
    names
}

/// One shipped pack.
pub fn shipped(name: &str) -> Option<PackSource> {
    let mut files: Vec<(String, String)> = Shipped::iter()
        .filter(|path| path.split_once('/').is_some_and(|(folder, _)| folder == name))
        .filter_map(|path| {
            Some((
                path.to_string(),
                String::from_utf8(Shipped::get(&path)?.data.into_owned()).ok()?,
            ))
        })
        .collect();
    files.sort();
    if files.is_empty() {
        None
    } else {
        Some(PackSource::new(name, files))
    }
}

/// All shipped packs.
pub fn all() -> Vec<PackSource> {
    names().iter().filter_map(|name| shipped(name)).collect()
}
