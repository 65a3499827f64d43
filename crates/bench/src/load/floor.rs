//! What the machine itself can do: a bare handler that sends the same bytes, and the same statements alone.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::header;
use axum::routing::get;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement, TransactionTrait};

use super::measure::{Effort, Times, many, single};
use crate::client::{Client, Request};

/// The bare handler as a process of its own.
pub async fn serve(address: SocketAddr, payload: &Path) -> io::Result<()> {
    let bytes: &'static [u8] = std::fs::read(payload)?.leak();
    let answer = get(move || async move { ([(header::CONTENT_TYPE, "application/json")], bytes) });
    let router: Router = Router::new().fallback(answer);
    axum::serve(tokio::net::TcpListener::bind(address).await?, router).await
}

struct Floor(Child);

impl Drop for Floor {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// How quickly the bare handler sends a payload: one client, and all of them.
pub fn measured(folder: &Path, payload: &[u8], effort: Effort) -> io::Result<(Times, Times)> {
    let file: PathBuf = folder.join("payload");
    std::fs::write(&file, payload)?;
    let address = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let child = Command::new(std::env::current_exe()?)
        .args(["floor", &address.to_string()])
        .arg(&file)
        .stdout(Stdio::null())
        .spawn()?;
    let floor = Floor(child);
    let mut client = Client::of(address, None);
    let begun = Instant::now();
    while client.send(&Request::get("/")).is_err() {
        if begun.elapsed() > Duration::from_secs(10) {
            return Err(io::Error::other("the floor gave no answer"));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let ask = |_| Request::get("/");
    let effort = Effort {
        lasts: effort.lasts.min(Duration::from_secs(2)),
        ..effort
    };
    Ok((
        single(address, floor.0.id(), None, effort, &ask)?,
        many(address, floor.0.id(), None, effort, 0, &ask)?,
    ))
}

/// Median milliseconds of some statements, run one after the other on one connection.
pub async fn statements(db: &DatabaseConnection, all: &[Statement], times: u32) -> Result<f64, DbErr> {
    let mut seen = Vec::new();
    for _ in 0..times {
        let begun = Instant::now();
        for one in all {
            db.query_all_raw(one.clone()).await?;
        }
        seen.push(begun.elapsed());
    }
    Ok(median(seen))
}

/// The same for writes, in a transaction of their own each time.
pub async fn writes(
    db: &DatabaseConnection,
    times: u32,
    all: impl Fn(u32) -> Vec<Statement>,
) -> Result<f64, DbErr> {
    let mut seen = Vec::new();
    for n in 0..times {
        let begun = Instant::now();
        let tx = db.begin().await?;
        for one in all(n) {
            tx.execute_raw(one).await?;
        }
        tx.commit().await?;
        seen.push(begun.elapsed());
    }
    Ok(median(seen))
}

fn median(mut seen: Vec<Duration>) -> f64 {
    seen.sort_unstable();
    seen.get(seen.len() / 2)
        .map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}
