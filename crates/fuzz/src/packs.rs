//! Shipped packs with something changed: reading one gives mistakes or a pack, never a panic, and soon.

use std::time::{Duration, Instant};

use rand::Rng;
use rand::rngs::StdRng;
use xianji_platform::Registry;
use xianji_policy::{Mode, PackSource};

use crate::chance::{mutate, one};
use crate::faults::{Faults, last_panic};

/// How long reading may take; a whole pack takes some hundredths of a second in a release build.
const SOON: Duration = Duration::from_secs(10);

/// Pieces of packs and conditions.
const WORDS: [&str; 40] = [
    "[[obligation]]",
    "[[gate]]",
    "[[position]]",
    "[[form]]",
    "[[metric]]",
    "id = \"x\"",
    "extends = \"standard\"",
    "opens_on = \"customer.created\"",
    "due = \"3 working days\"",
    "9999999999 years",
    "-1 days",
    "0m",
    "\"\"\"",
    "'''",
    "{ zh = \"\", en = \"\" }",
    "when = \"project.amount > 0\"",
    "project.",
    "customer.owner",
    "setting('x')",
    "event.",
    " && ",
    " || ",
    "!",
    "((((((((((",
    "))))",
    "[[[[",
    "has(project.amount)",
    ".exists(x, x)",
    ".all(x, y)",
    "size(",
    "1/0",
    "9223372036854775807 + 1",
    "\"a\" * 9",
    "? : ",
    "all(",
    "head(",
    "any(role:technical, project.manager)",
    "= 1979-05-27T07:32:00Z",
    "\u{0}",
    "𠮷",
];

/// Reads changed packs until the time is over.
pub fn search(chance: &mut StdRng, until: Instant, faults: &mut Faults) -> u64 {
    let vocabulary = match Registry::of(xianji_server::house::modules()) {
        Ok((registry, _)) => registry.vocabulary,
        Err(failure) => {
            faults.note("packs: no vocabulary", &failure.to_string(), b"");
            return 0;
        }
    };
    let shipped = xianji_server::packs::all();
    let mut tried = 0;
    while Instant::now() < until {
        let Some(pack) = one(chance, &shipped) else { break };
        let mut files = pack.files.clone();
        let place = chance.random_range(0..files.len().max(1));
        let Some(file) = files.get_mut(place) else {
            continue;
        };
        let bytes = mutate(chance, file.text.as_bytes(), &WORDS);
        file.text = String::from_utf8_lossy(&bytes).into_owned();
        let (name, input) = (file.path.clone(), file.text.clone());
        let mut sources = vec![PackSource {
            id: pack.id.clone(),
            files,
        }];
        sources.extend(shipped.iter().filter(|other| other.id != pack.id).cloned());
        let mode = if chance.random_bool(0.5) {
            Mode::Strict
        } else {
            Mode::Mounted
        };
        let begun = Instant::now();
        let read = std::panic::catch_unwind(|| xianji_policy::read(&sources, &vocabulary, mode).is_ok());
        tried += 1;
        if read.is_err() {
            let words = last_panic();
            let at = words.lines().next().unwrap_or_default().to_owned();
            faults.note(
                &format!("packs: {at}"),
                &format!("{name}: {words}"),
                input.as_bytes(),
            );
        }
        if begun.elapsed() > SOON {
            faults.note(
                "packs: slow",
                &format!("{name}: {:?}", begun.elapsed()),
                input.as_bytes(),
            );
        }
    }
    tried
}
