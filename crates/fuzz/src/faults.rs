//! What was found: told once a place, kept with the input that brings it back.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Mutex;

static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Panics are gathered instead of printed.
pub fn listen_to_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if let Ok(mut last) = LAST.lock() {
            *last = Some(panic.to_string());
        }
    }));
}

/// What the last panic said.
pub fn last_panic() -> String {
    LAST.lock()
        .ok()
        .and_then(|mut last| last.take())
        .unwrap_or_else(|| "a panic without words".into())
}

/// Faults by place.
pub struct Faults {
    folder: PathBuf,
    found: BTreeMap<String, u64>,
}

impl Faults {
    /// None yet.
    pub fn kept_in(folder: PathBuf) -> Self {
        Self {
            folder,
            found: BTreeMap::new(),
        }
    }

    /// Notes one; the first of a place is printed and its input kept.
    pub fn note(&mut self, place: &str, words: &str, input: &[u8]) {
        let count = self.found.entry(place.to_owned()).or_default();
        *count += 1;
        if *count > 1 {
            return;
        }
        let name: String = place
            .chars()
            .map(|letter| {
                if letter.is_ascii_alphanumeric() {
                    letter
                } else {
                    '-'
                }
            })
            .take(80)
            .collect();
        let file = self.folder.join(name);
        let kept = std::fs::create_dir_all(&self.folder).and_then(|()| std::fs::write(&file, input));
        let words: String = words.chars().take(1_500).collect();
        println!("FAULT {place}\n  {words}\n  input: {} ({kept:?})", file.display());
    }

    /// The summary; a failure when there was one.
    pub fn tell(&self) -> ExitCode {
        if self.found.is_empty() {
            println!("no fault found");
            return ExitCode::SUCCESS;
        }
        for (place, count) in &self.found {
            println!("{count:>6} {place}");
        }
        println!("{} places with faults", self.found.len());
        ExitCode::FAILURE
    }
}
