//! What was promised, for SQLite; PostgreSQL on the same cores may take three times as long.

/// A goal: milliseconds of the single client, requests a second of sixteen.
#[derive(Clone, Copy, Debug, Default)]
pub struct Goal {
    pub ms: Option<f64>,
    pub rate: Option<f64>,
}

impl Goal {
    /// Milliseconds alone.
    pub const fn ms(ms: f64) -> Self {
        Self {
            ms: Some(ms),
            rate: None,
        }
    }

    /// Both.
    pub const fn both(ms: f64, rate: f64) -> Self {
        Self {
            ms: Some(ms),
            rate: Some(rate),
        }
    }

    /// None was promised.
    pub const NONE: Self = Self { ms: None, rate: None };

    /// The same for a database.
    pub fn on(self, database: &str) -> Self {
        let times = if database == "postgres" { 3.0 } else { 1.0 };
        Self {
            ms: self.ms.map(|ms| ms * times),
            rate: self.rate.map(|rate| rate / times),
        }
    }
}
