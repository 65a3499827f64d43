//! Numbers followed over time: daily sums per metric, member and that day's department, moved in the writing transaction; the entries
//! behind them; standing counts of each night. Every rule, gate and approval has a measure of its own without being asked for one.

pub mod api;
mod counting;
pub mod entity;
pub mod model;
mod moves;
mod obliged;
pub mod queries;
pub mod records;
mod recount;
mod standing;
#[cfg(test)]
mod tests;

pub use counting::react;
pub use model::{Counts, Outcome};
pub use moves::before_commit;
pub use queries::value;
pub use recount::recount;

/// What time brings to measures.
pub fn ticks() -> Vec<xianji_platform::Tick> {
    vec![xianji_platform::Tick {
        name: "governance.standing",
        run: standing::tick,
    }]
}
