//! The running program from outside: a large company made in bulk, what its use costs, and what is left of it after `kill -9`.
//! Nothing depends on this crate; `make bench` and `make faults` run it.
#![allow(clippy::disallowed_methods, reason = "it waits for other processes")]

pub mod client;
pub mod data;
pub mod dice;
pub mod kill;
pub mod load;
pub mod program;
