//! What time brings: warnings and escalations, beats, silences, conditions that turn true without an event, and looking again at everything
//! open when people, calendars or packs have changed. In portions of 200 rows or 50 ms a unit of work, one node at a time.

mod beat;
pub(crate) mod portion;
pub(crate) mod review;
mod sweep;
mod watch;

pub(crate) use watch::{conditions, end_watch, life, parts_since, quieted, remember_parts, remember_repeat};

use xianji_platform::Tick;

/// This room's parts of the tick, in the order in which they run.
pub(crate) fn all() -> Vec<Tick> {
    vec![
        Tick {
            name: "governance.beats",
            run: beat::tick,
        },
        Tick {
            name: "governance.watches",
            run: watch::tick,
        },
        Tick {
            name: "governance.review",
            run: review::tick,
        },
        Tick {
            name: "governance.sweep",
            run: sweep::tick,
        },
    ]
}
