//! The commands of the built program, run as an administrator runs them.
#![allow(clippy::unwrap_used)]

mod backup;
mod ledger;
mod papers;
mod policy;

use std::path::Path;
use std::process::{Command, Output};

use xianji_platform::testing::TestCompany;

/// What a command said and how it ended.
pub struct Said {
    pub out: String,
    pub errors: String,
    pub well: bool,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            errors: String::from_utf8_lossy(&output.stderr).into_owned(),
            well: output.status.success(),
        }
    }
}

impl Said {
    #[track_caller]
    pub fn well(self) -> String {
        assert!(self.well, "{}{}", self.out, self.errors);
        self.out
    }
}

/// Runs the program with nothing of this process' settings.
pub fn xianji(arguments: &[&str]) -> Said {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xianji"));
    for name in ["XIANJI_DATA", "XIANJI_DATABASE", "XIANJI_PASSWORD"] {
        command.env_remove(name);
    }
    command.args(arguments).output().unwrap().into()
}

/// Runs it on the database and the folder of a company.
pub fn on(company: &TestCompany, arguments: &[&str]) -> Said {
    let folder = company.folder().display().to_string();
    let database = company.database_url();
    xianji(&[arguments, &["--data", &folder, "--database", &database]].concat())
}

/// Runs it on an SQLite file of a folder.
pub fn in_folder(folder: &Path, arguments: &[&str]) -> Said {
    xianji(&[arguments, &["--data", &folder.display().to_string()]].concat())
}

#[test]
fn migrate_makes_the_schema_once_and_says_so_again() {
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        let said = in_folder(folder.path(), &["migrate"]).well();
        assert_eq!(said.trim(), "The schema is up to date.");
    }
    assert!(folder.path().join("xianji.db").is_file());
}

#[tokio::test]
async fn migrate_leaves_a_company_that_is_up_to_date_as_it_is() {
    let company = TestCompany::open(xianji_server::house::modules()).await;
    let said = on(&company, &["migrate"]).well();
    assert_eq!(said.trim(), "The schema is up to date.");
}

#[test]
fn user_add_makes_the_first_administrator_and_asks_for_a_password_that_holds() {
    let folder = tempfile::tempdir().unwrap();
    let weak = in_folder(folder.path(), &["user", "add", "admin", "--password", "x"]);
    assert!(!weak.well, "{}", weak.out);
    let said = in_folder(
        folder.path(),
        &["user", "add", "admin", "--password", "a long password"],
    );
    assert_eq!(said.well().trim(), "admin may log in as administrator.");
}
