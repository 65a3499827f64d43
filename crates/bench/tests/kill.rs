//! The short form of `make faults`, on the program that this build made.
#![allow(clippy::unwrap_used)]

use std::path::PathBuf;
use std::process::Command;

use xianji_bench::kill::{Wanted, Which, run};

/// The program as `cargo build` leaves it: built now, unless it is there and fresh.
fn program() -> PathBuf {
    let status = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--package",
            "xianji-server",
            "--bin",
            "xianji",
        ])
        .status()
        .unwrap();
    assert!(status.success());
    let here = std::env::current_exe().unwrap();
    here.ancestors().nth(2).unwrap().join("xianji")
}

/// On SQLite, whatever the run's database is: `script/test` leaves this program out of its run on PostgreSQL, whose server the others need
/// alive. `make faults` kills both.
#[test]
fn what_was_answered_survives_being_killed_twice() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = run(&Wanted {
        rounds: 2,
        seed: None,
        writers: 16,
        seconds: 1.0,
        database: Which::Sqlite,
        program: program(),
        folder: Some(folder.path().join("kill")),
    });
    assert!(outcome.unwrap().kept > 0);
}
