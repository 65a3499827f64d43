//! What every floor stands on: texts in several languages, money, the clock, the working-time
//! calendar and beats. Pure: nothing here reads a file, a socket, a database or (but for
//! [`clock::SystemClock`]) the time.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod beat;
pub mod calendar;
pub mod clock;
pub mod money;
#[cfg(feature = "schema")]
mod schema;
pub mod text;
