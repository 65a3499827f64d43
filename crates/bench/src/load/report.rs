//! The table, and the file that keeps it.

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::measure::Times;

/// A measured line.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    pub name: String,
    pub goal_ms: Option<f64>,
    pub goal_rate: Option<f64>,
    pub one: Times,
    pub many: Option<Times>,
    /// A bare handler with the same payload.
    pub floor_ms: Option<f64>,
    pub floor_rate: Option<f64>,
    /// The same statements alone.
    pub sql_ms: Option<f64>,
    /// Bytes of one answer.
    pub bytes: usize,
}

impl Line {
    /// Times the goal: below one is kept. The worse of the two, where both were promised.
    pub fn ratio(&self) -> Option<f64> {
        let slow = self.goal_ms.map(|goal| self.one.p50_ms / goal);
        let few = self
            .goal_rate
            .zip(self.many)
            .map(|(goal, many)| goal / many.rate.max(0.001));
        match (slow, few) {
            (Some(slow), Some(few)) => Some(slow.max(few)),
            (one, other) => one.or(other),
        }
    }
}

/// Everything that was measured in one run.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    pub at: DateTime<Utc>,
    pub database: String,
    pub scale: u64,
    pub machine: String,
    /// Load of the machine when it began: above one somebody else worked too.
    pub load_before: String,
    pub lines: Vec<Line>,
    pub start_ms: f64,
    pub memory_idle_mib: f64,
    pub memory_load_mib: f64,
    /// Seconds that the first ticks took after the start.
    pub settled_s: f64,
}

/// A promised and a measured figure with their ratio.
fn promised(measured: f64, goal: f64, unit: &str) -> String {
    format!(
        "{measured:.1} {unit} (goal {goal:.1}, {:.2} of it)",
        measured / goal
    )
}

impl Report {
    /// The table as text that Markdown understands.
    pub fn table(&self) -> String {
        let mut text = format!(
            "{} at scale {}, {}; load before: {}\n\n",
            self.database, self.scale, self.machine, self.load_before
        );
        text.push_str("| what | p50 ms | p95 ms | CPU ms | goal ms | 16 clients /s | CPU ms | goal /s | of the goal | bare handler ms, /s | SQL alone ms |\n");
        text.push_str("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        let shown = |value: Option<f64>, digits: usize| {
            value.map_or("–".to_owned(), |value| format!("{value:.digits$}"))
        };
        for line in &self.lines {
            text.push_str(&format!(
                "| {} | {:.2} | {:.2} | {:.2} | {} | {} | {} | {} | {} | {}, {} | {} |\n",
                line.name,
                line.one.p50_ms,
                line.one.p95_ms,
                line.one.cpu_ms,
                shown(line.goal_ms, 1),
                shown(line.many.map(|many| many.rate), 0),
                shown(line.many.map(|many| many.cpu_ms), 2),
                shown(line.goal_rate, 0),
                shown(line.ratio(), 2),
                shown(line.floor_ms, 2),
                shown(line.floor_rate, 0),
                shown(line.sql_ms, 2),
            ));
        }
        let refused: u64 = self
            .lines
            .iter()
            .map(|line| line.one.refused + line.many.map_or(0, |many| many.refused))
            .sum();
        text.push_str(&format!(
            "\nStart to first answer: {}. Memory idle: {}, under load: {}. First ticks took {:.0} s. Answers that were no 2xx: {refused}.\n",
            promised(self.start_ms, 300.0, "ms"),
            promised(self.memory_idle_mib, 80.0, "MiB"),
            promised(self.memory_load_mib, 200.0, "MiB"),
            self.settled_s,
        ));
        text
    }

    /// Keeps it as `<folder>/<date>-<database>-<scale>.json`.
    pub fn keep(&self, folder: &Path) -> io::Result<PathBuf> {
        std::fs::create_dir_all(folder)?;
        let name = format!(
            "{}-{}-{}.json",
            self.at.format("%Y-%m-%d"),
            self.database,
            self.scale
        );
        let file = folder.join(name);
        std::fs::write(&file, serde_json::to_string_pretty(self)? + "\n")?;
        Ok(file)
    }
}
