//! `xianji user`.

use std::io::BufRead;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};
use xianji_kernel::clock::SystemClock;
use xianji_platform::{Actor, Failure};

use super::Installation;

/// Members who may log in.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Make an administrator (a new company's first) or give an existing one a new password.
    Add(Add),
}

/// Whom to make.
#[derive(Debug, Args)]
pub struct Add {
    #[command(flatten)]
    installation: Installation,
    /// Name to log in with.
    login: String,
    /// The person's name as others see it; the log-in name when absent.
    #[arg(long)]
    name: Option<String>,
    /// The password; read from the first line of standard input when absent, so that it stands in no process list.
    #[arg(long, env = "XIANJI_PASSWORD", hide_env_values = true)]
    password: Option<String>,
}

impl User {
    pub(crate) async fn run(self) -> Result<ExitCode, Failure> {
        let Self::Add(add) = self;
        let house = add.installation.place().open(Arc::new(SystemClock)).await?;
        let password = match add.password {
            Some(password) => password,
            None => {
                eprint!("Password: ");
                let mut line = String::new();
                std::io::stdin().lock().read_line(&mut line)?;
                line.trim_end_matches(['\r', '\n']).to_owned()
            }
        };
        let name = add.name.unwrap_or_else(|| add.login.clone());
        let mut work = house.app.begin(Actor::system()).await?;
        xianji_platform::identity::actions::create_first_administrator(
            &mut work, &add.login, &name, &password,
        )
        .await?;
        work.commit().await?;
        println!("{} may log in as administrator.", add.login);
        Ok(ExitCode::SUCCESS)
    }
}
