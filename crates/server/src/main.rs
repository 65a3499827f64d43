//! `xianji`: one program for serving, migrating, importing, policy and ledger.

use clap::Parser;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    match xianji_server::cli::run(xianji_server::cli::Cli::parse()).await {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("xianji: {failure}");
            std::process::ExitCode::FAILURE
        }
    }
}
