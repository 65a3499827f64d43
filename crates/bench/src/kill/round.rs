//! A round: load, kill, start, look.

use std::io;
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::cluster::Cluster;
use super::writer::{Written, write};
use super::{Outcome, Wanted};
use crate::client::{Client, Request};
use crate::data::PASSWORD;
use crate::dice::Dice;
use crate::program::{Installation, Serving};

/// Those who write: both may make customers, projects and inquiries.
const WRITERS: [&str; 2] = ["wangkai", "wutong"];
/// Who sees everything and looks it up.
const READER: &str = "linlan";

struct Rounds<'a> {
    wanted: &'a Wanted,
    cookies: Vec<String>,
    reader: String,
    dice: Dice,
    seed: u64,
    kept: Vec<Written>,
    outcome: Outcome,
}

/// Runs them all and looks everything up at the end.
pub fn all(
    wanted: &Wanted,
    seed: u64,
    folder: &Path,
    installation: &Installation,
    cluster: Option<&Cluster>,
) -> io::Result<Outcome> {
    let log = folder.join("serve.log");
    let mut serving = installation.serve(&["--starter"], &log)?;
    let cookie = |login: &str| -> io::Result<String> {
        let client = Client::log_in(serving.address, login, PASSWORD)?;
        client.cookie.ok_or_else(|| io::Error::other("no cookie came"))
    };
    let mut rounds = Rounds {
        cookies: WRITERS
            .iter()
            .map(|login| cookie(login))
            .collect::<io::Result<_>>()?,
        reader: cookie(READER)?,
        wanted,
        dice: Dice::new(seed),
        seed,
        kept: Vec::new(),
        outcome: Outcome::default(),
    };
    for round in 1..=wanted.rounds {
        let before = rounds.kept.len();
        let fresh = rounds.load(&mut serving, round, None)?;
        let verified = installation.run(&["ledger", "verify"])?;
        serving = installation.serve(&[], &log)?;
        let started = serving.started_in.as_secs_f64() * 1000.0;
        rounds.outcome.slowest_start_ms = rounds.outcome.slowest_start_ms.max(started);
        rounds.settle(&serving, fresh)?;
        let last: Vec<Written> = rounds.kept[before..].to_vec();
        rounds.look_up(&serving, &last)?;
        println!(
            "  round {round}: {} answered, start {started:.0} ms, {}",
            last.len(),
            verified.lines().next().unwrap_or_default()
        );
    }
    if let Some(cluster) = cluster {
        rounds.without_database(&mut serving, cluster)?;
    }
    let everything = std::mem::take(&mut rounds.kept);
    rounds.look_up(&serving, &everything)?;
    rounds.outcome.kept = everything.len() as u64;
    drop(serving);
    installation.run(&["ledger", "verify"])?;
    Ok(rounds.outcome)
}

impl Rounds<'_> {
    /// All write until the program, or its database, is killed at a moment that the dice choose.
    fn load(
        &mut self,
        serving: &mut Serving,
        round: u64,
        cluster: Option<&Cluster>,
    ) -> io::Result<Vec<Written>> {
        let most = (self.wanted.seconds * 1000.0) as u64;
        let lasts = Duration::from_millis(20 + self.dice.below(most.max(1)));
        let (address, seed) = (serving.address, self.seed);
        let (sender, receiver) = mpsc::channel();
        std::thread::scope(|scope| {
            for writer in 0..self.wanted.writers {
                let cookie = &self.cookies[usize::try_from(writer).unwrap_or(0) % self.cookies.len()];
                let sender = sender.clone();
                scope.spawn(move || {
                    let mut dice = Dice::new(seed ^ (round << 20) ^ (writer << 40));
                    let name = format!("{seed}轮{round}人{writer}");
                    let _ = sender.send(write(address, cookie, &mut dice, &name));
                });
            }
            std::thread::sleep(lasts);
            match cluster {
                None => serving.kill(),
                Some(cluster) => cluster.kill_and_start(Duration::from_secs(2)),
            }
        })?;
        drop(sender);
        let mut all = Vec::new();
        for (written, refused) in receiver {
            all.extend(written);
            // Without its database the program may say no; what it says then is no 2xx.
            if let (Some(words), None) = (refused, cluster) {
                return Err(io::Error::other(words));
            }
        }
        Ok(all)
    }

    /// What was not answered is asked again under the same key: it is done now, and once.
    fn settle(&mut self, serving: &Serving, fresh: Vec<Written>) -> io::Result<()> {
        for mut one in fresh {
            if one.id.is_none() {
                let mut writer = Client::of(serving.address, Some(one.cookie.clone()));
                let before = self.count(serving, &one)?;
                let answer = writer.send(&one.request)?;
                if !answer.is_good() {
                    let text = String::from_utf8_lossy(&answer.body).into_owned();
                    return Err(io::Error::other(format!(
                        "asked again: {} {} {text}",
                        one.request.path, answer.status
                    )));
                }
                one.id = answer.json()["id"].as_str().map(str::to_owned);
                if self.count(serving, &one)? != 1 {
                    return Err(io::Error::other(format!(
                        "{:?} is not there once",
                        one.request.body
                    )));
                }
                match before {
                    0 => self.outcome.unanswered_undone += 1,
                    _ => self.outcome.unanswered_done += 1,
                }
            }
            self.kept.push(one);
        }
        Ok(())
    }

    /// How many records of this name there are.
    fn count(&self, serving: &Serving, one: &Written) -> io::Result<u64> {
        let body = one.request.body.clone().unwrap_or_default();
        let name = body["name"]
            .as_str()
            .or(body["title"].as_str())
            .unwrap_or_default()
            .to_owned();
        let query: String = name.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let mut reader = Client::of(serving.address, Some(self.reader.clone()));
        let answer = reader.send(&Request::get(format!("/{}?q={query}", one.kind)))?;
        let items = answer.json()["items"].as_array().cloned().unwrap_or_default();
        let same = items
            .iter()
            .filter(|item| item["name"] == name.as_str() || item["title"] == name.as_str());
        Ok(same.count() as u64)
    }

    /// Every record that was answered with 2xx is there, and a key asked again gives the same record.
    fn look_up(&self, serving: &Serving, all: &[Written]) -> io::Result<()> {
        let mut reader = Client::of(serving.address, Some(self.reader.clone()));
        for one in all {
            let id = one.id.as_deref().unwrap_or_default();
            let answer = reader.send(&Request::get(format!("/{}/{id}", one.kind)))?;
            if answer.status != 200 {
                return Err(io::Error::other(format!(
                    "LOST: {} {id} was answered with 2xx and is {} now (seed {})",
                    one.kind, answer.status, self.seed
                )));
            }
        }
        Ok(())
    }

    /// The database server is killed under load and comes back: the program goes on by itself.
    fn without_database(&mut self, serving: &mut Serving, cluster: &Cluster) -> io::Result<()> {
        let fresh = self.load(serving, 9_999, Some(cluster))?;
        let begun = Instant::now();
        let mut reader = Client::of(serving.address, Some(self.reader.clone()));
        let mut good = 0;
        // Every connection of the pool may be a dead one: thirty good answers in a row mean that none is left.
        while good < 30 {
            if begun.elapsed() > Duration::from_secs(60) {
                return Err(io::Error::other(
                    "the program did not come back within a minute of its database",
                ));
            }
            match reader.send(&Request::get("/projects")) {
                Ok(answer) if answer.is_good() => good += 1,
                _ => {
                    good = 0;
                    std::thread::sleep(Duration::from_millis(50));
                }
            }
        }
        println!(
            "  PostgreSQL killed and back: the program answers again after {} ms",
            begun.elapsed().as_millis()
        );
        let answered: Vec<Written> = fresh.into_iter().filter(|one| one.id.is_some()).collect();
        self.look_up(serving, &answered)?;
        self.kept.extend(answered);
        Ok(())
    }
}
