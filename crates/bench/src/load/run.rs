//! One run: a copy of the company, the program on it, every row in turn.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use sea_orm::{DatabaseConnection, Statement};
use xianji_kernel::clock::{Clock, SystemClock};
use xianji_platform::Failure;

use super::floor;
use super::measure::{Effort, Times, many, single};
use super::report::{Line, Report};
use super::rows::{Known, Row, places, rows};
use crate::client::{Client, Request};
use crate::data::shape::Shape;
use crate::data::{Cache, MEMBER, PASSWORD, customer_id, project_id};
use crate::program::{Installation, Serving};

/// What to measure.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub effort: Effort,
    /// Only rows whose name holds this.
    pub only: Option<String>,
    /// Where the figures are kept; nowhere when absent.
    pub results: Option<PathBuf>,
}

/// Measures, prints the table and keeps the figures.
pub async fn run(cache: &Cache, shape: Shape, wanted: &Wanted) -> Result<(), Failure> {
    let load_before = std::fs::read_to_string("/proc/loadavg")?;
    let copy = cache.copy().await?;
    let log = cache.folder.join("serve.log");
    let mut started = Vec::new();
    for _ in 0..3 {
        let serving = copy.serve(&[], &log)?;
        started.push(serving.started_in.as_secs_f64() * 1000.0);
    }
    let serving = copy.serve(&[], &log)?;
    let settled = serving.settle(Duration::from_secs(600));
    let memory_idle_mib = serving.memory_mib();
    let sql = Sql::open(&copy, shape).await?;
    let now = SystemClock.now();
    let known = known(&serving, shape)?;
    let member = known.member.clone();
    let mut lines = Vec::new();
    let mut memory_load_mib = memory_idle_mib;
    for row in rows(known, now.timestamp_millis().to_string()) {
        if wanted.only.as_ref().is_some_and(|only| !row.name.contains(only)) {
            continue;
        }
        let mut line = measured(&serving, cache, &row, wanted.effort)?;
        memory_load_mib = f64::max(memory_load_mib, serving.memory_mib());
        line.sql_ms = sql.alone(row.name, &member).await?;
        println!(
            "  {:<70} {:>8.2} ms {:>8.0} /s",
            line.name,
            line.one.p50_ms,
            line.many.map_or(0.0, |many| many.rate)
        );
        lines.push(line);
    }
    drop(serving);
    sql.db.close().await?;
    started.sort_by(f64::total_cmp);
    let report = Report {
        at: now,
        database: cache.database_name().to_owned(),
        scale: cache.scale,
        machine: machine(),
        load_before: load_before.trim().to_owned(),
        lines,
        start_ms: started[started.len() / 2],
        memory_idle_mib,
        memory_load_mib,
        settled_s: settled.as_secs_f64(),
    };
    println!("\n{}", report.table());
    if let Some(folder) = &wanted.results {
        println!("Kept in {}", report.keep(folder)?.display());
    }
    println!("The ledger: {}", copy.run(&["ledger", "verify"])?.trim());
    Ok(())
}

fn machine() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let names: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("model name")?.split_once(": "))
        .map(|(_, name)| name)
        .collect();
    format!(
        "{} cores, {}",
        names.len(),
        names.first().copied().unwrap_or("unknown")
    )
}

/// The rows' ids, and that the member may see one's own.
fn known(serving: &Serving, shape: Shape) -> io::Result<Known> {
    let mut client = Client::log_in(serving.address, MEMBER, PASSWORD)?;
    let session = client.send(&Request::get("/session"))?.json();
    let member = session["member"]["id"]
        .as_str()
        .or(session["id"].as_str())
        .unwrap_or_default();
    let place = MEMBER
        .rsplit('-')
        .next()
        .and_then(|place| place.parse().ok())
        .unwrap_or(0);
    let (mine, first) = places(&shape, place);
    let projects = |all: &[u64]| {
        all.iter()
            .map(|n| project_id(&shape, *n).to_string())
            .collect::<Vec<_>>()
    };
    Ok(Known {
        customers: mine.iter().map(|n| customer_id(&shape, *n).to_string()).collect(),
        mine: projects(&mine),
        first_stage: projects(&first),
        member: member.to_owned(),
    })
}

fn measured(serving: &Serving, cache: &Cache, row: &Row, effort: Effort) -> io::Result<Line> {
    let cookie = match row.login {
        Some(login) => Client::log_in(serving.address, login, PASSWORD)?.cookie,
        None => None,
    };
    let cookie = cookie.as_deref();
    let mut one_effort = effort;
    if row.login.is_none() {
        one_effort.single = 15;
    }
    let sample = match row.floor {
        true => {
            Client::of(serving.address, cookie.map(str::to_owned))
                .send(&(row.ask)(0))?
                .body
        }
        false => Vec::new(),
    };
    let one = single(serving.address, serving.id(), cookie, one_effort, &*row.ask)?;
    // Log-ins are limited by address: many at once would only measure the refusal.
    let all: Option<Times> = match row.login {
        Some(_) => Some(many(
            serving.address,
            serving.id(),
            cookie,
            effort,
            1_000_000,
            &*row.ask,
        )?),
        None => None,
    };
    let bare = match row.floor {
        true => Some(floor::measured(&cache.folder, &sample, effort)?),
        false => None,
    };
    let goal = row.goal.on(cache.database_name());
    Ok(Line {
        name: row.name.to_owned(),
        goal_ms: goal.ms,
        goal_rate: goal.rate,
        one,
        many: all,
        floor_ms: bare.map(|(one, _)| one.p50_ms),
        floor_rate: bare.map(|(_, many)| many.rate),
        sql_ms: None,
        bytes: sample.len(),
    })
}

/// The statements of some rows by hand.
struct Sql {
    db: DatabaseConnection,
    shape: Shape,
}

impl Sql {
    async fn open(copy: &Installation, shape: Shape) -> Result<Self, Failure> {
        let url = copy
            .database
            .clone()
            .unwrap_or_else(|| xianji_platform::database::dialect::file_url(&copy.data.join("xianji.db")));
        let database = xianji_platform::Database::open(&url).await?;
        Ok(Self {
            db: database.writer().clone(),
            shape,
        })
    }

    fn statement(&self, text: &str) -> Statement {
        Statement::from_string(self.db.get_database_backend(), text)
    }

    async fn alone(&self, row: &str, member: &str) -> Result<Option<f64>, Failure> {
        let project = project_id(&self.shape, 7);
        let all: Vec<String> = if row.starts_with("list of 50 projects, stage") {
            let of = format!(
                "FROM project WHERE owner_id = '{member}' AND stage = 'research' AND archived_at IS NULL"
            );
            vec![
                format!("SELECT * {of} ORDER BY amount_home DESC NULLS LAST, id DESC LIMIT 51"),
                format!("SELECT COUNT(*) FROM (SELECT id {of} LIMIT 10001) AS counted"),
            ]
        } else if row == "project page" {
            vec![
                format!("SELECT * FROM project WHERE id = '{project}'"),
                format!("SELECT * FROM stage_record WHERE project_id = '{project}' ORDER BY id"),
                format!(
                    "SELECT * FROM team_member WHERE project_id = '{project}' AND until_at IS NULL ORDER BY id"
                ),
                format!(
                    "SELECT id, name FROM customer WHERE id = (SELECT customer_id FROM project WHERE id = '{project}')"
                ),
            ]
        } else if row.starts_with("board (company)") {
            vec![
                "SELECT state, stage, SUM(count), SUM(amount_home) FROM project_tally GROUP BY state, stage"
                    .into(),
            ]
        } else if row.starts_with("customers by a name part of two letters (company)") {
            vec!["SELECT * FROM customer WHERE name_key LIKE '%华远%' ORDER BY sort_key LIMIT 51".into()]
        } else if row == "create a project" {
            return Ok(Some(self.insert().await?));
        } else {
            return Ok(None);
        };
        let all: Vec<Statement> = all.iter().map(|text| self.statement(text)).collect();
        Ok(Some(floor::statements(&self.db, &all, 100).await?))
    }

    /// A project, its stay and an event, durable.
    async fn insert(&self) -> Result<f64, Failure> {
        let project = project_id(&self.shape, 7);
        let columns = "owner_id, department_id, pack_version_id, version, extra, created_at, updated_at, name, name_key, \
            source, kind, state, lifecycle, stage, stage_since, amount_amount, amount_currency, amount_home, public_sector, first_lead_on, archive_missing";
        let fresh = || uuid::Uuid::from_u128(u128::from(rand_bits()) << 64 | u128::from(rand_bits()));
        let times = floor::writes(&self.db, 100, |n| {
            let id = fresh();
            let texts = [
                format!(
                    "INSERT INTO project (id, number, {columns}) SELECT '{id}', 'BENCH-{n}-{id}', {columns} FROM project WHERE id = '{project}'"
                ),
                format!(
                    "INSERT INTO stage_record (id, project_id, stage, entered_by, entered_at) SELECT '{}', '{id}', stage, entered_by, entered_at FROM stage_record WHERE project_id = '{project}' LIMIT 1",
                    fresh()
                ),
            ];
            texts.iter().map(|text| self.statement(text)).collect()
        });
        Ok(times.await?)
    }
}

/// Enough chance for an id.
fn rand_bits() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::collections::hash_map::RandomState::new()
        .build_hasher()
        .finish()
}
