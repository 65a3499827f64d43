//! One client in turn, then many at once: times by percentile, requests a second, processor time a request.

use std::io;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::client::{Client, Request};
use crate::program::cpu_seconds;

/// How long and how many.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Requests of the single client at most.
    pub single: u64,
    /// Clients at once.
    pub clients: u64,
    /// How long each part runs at most.
    pub lasts: Duration,
}

/// Times in milliseconds.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Times {
    pub requests: u64,
    pub p50_ms: f64,
    pub p95_ms: f64,
    /// Requests a second.
    pub rate: f64,
    /// Processor milliseconds of the program a request.
    pub cpu_ms: f64,
    /// Answers that were no 2xx.
    pub refused: u64,
}

/// What one asks: the n-th request.
pub type Ask<'a> = &'a (dyn Fn(u64) -> Request + Sync);

/// One client, one request after the other.
pub fn single(
    address: SocketAddr,
    process: u32,
    cookie: Option<&str>,
    effort: Effort,
    ask: Ask,
) -> io::Result<Times> {
    let next = AtomicU64::new(0);
    one(
        address,
        cookie,
        effort.single.min(30),
        Duration::from_secs(2),
        &next,
        ask,
    )?;
    let (before, begun) = (cpu_seconds(process), Instant::now());
    let seen = one(address, cookie, effort.single, effort.lasts, &next, ask)?;
    Ok(times(seen, begun.elapsed(), cpu_seconds(process) - before))
}

/// All clients at once.
pub fn many(
    address: SocketAddr,
    process: u32,
    cookie: Option<&str>,
    effort: Effort,
    from: u64,
    ask: Ask,
) -> io::Result<Times> {
    let next = AtomicU64::new(from);
    let (before, begun) = (cpu_seconds(process), Instant::now());
    let seen = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..effort.clients)
            .map(|_| scope.spawn(|| one(address, cookie, u64::MAX, effort.lasts, &next, ask)))
            .collect();
        let mut all = Seen::default();
        for client in clients {
            let seen = client.join().map_err(|_| io::Error::other("a client ended"))??;
            all.times.extend(seen.times);
            all.refused += seen.refused;
        }
        io::Result::Ok(all)
    })?;
    Ok(times(seen, begun.elapsed(), cpu_seconds(process) - before))
}

#[derive(Default)]
struct Seen {
    times: Vec<Duration>,
    refused: u64,
}

fn one(
    address: SocketAddr,
    cookie: Option<&str>,
    most: u64,
    lasts: Duration,
    next: &AtomicU64,
    ask: Ask,
) -> io::Result<Seen> {
    let mut client = Client::of(address, cookie.map(str::to_owned));
    let (mut seen, begun) = (Seen::default(), Instant::now());
    while (seen.times.len() as u64) < most && begun.elapsed() < lasts {
        let request = ask(next.fetch_add(1, Ordering::Relaxed));
        let sent = Instant::now();
        let answer = client.send(&request)?;
        seen.times.push(sent.elapsed());
        if !answer.is_good() {
            seen.refused += 1;
            if seen.refused == 1 {
                let body = String::from_utf8_lossy(&answer.body)
                    .chars()
                    .take(300)
                    .collect::<String>();
                eprintln!("  {} {}: {} {body}", request.method, request.path, answer.status);
            }
        }
    }
    Ok(seen)
}

fn times(seen: Seen, lasted: Duration, cpu: f64) -> Times {
    let mut all = seen.times;
    all.sort_unstable();
    let count = all.len().max(1);
    let at = |share: usize| {
        all.get((count * share / 100).min(count - 1))
            .map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    };
    Times {
        requests: all.len() as u64,
        p50_ms: at(50),
        p95_ms: at(95),
        rate: all.len() as f64 / lasted.as_secs_f64().max(0.001),
        cpu_ms: cpu * 1000.0 / count as f64,
        refused: seen.refused,
    }
}
