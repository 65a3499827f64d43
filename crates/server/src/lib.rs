//! The `xianji` program: all floors put together, the command line, the embedded web app, the starter company.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod cli;
mod docs;
pub mod house;
pub mod packs;
pub mod starter;
mod web;
