//! The program as a process of its own: started, asked what it uses, stopped or killed.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::client::{Client, Request};

/// Which program, on which data.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The built program.
    pub program: PathBuf,
    /// Its data folder.
    pub data: PathBuf,
    /// Database address, where it is not the file in the folder.
    pub database: Option<String>,
}

impl Installation {
    /// A command of the program on this data.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(words)
            .env_remove("XIANJI_DATABASE")
            .env("XIANJI_DATA", &self.data);
        if let Some(database) = &self.database {
            command.env("XIANJI_DATABASE", database);
        }
        command
    }

    /// Runs a command to its end; an error holds what it said.
    pub fn run(&self, words: &[&str]) -> io::Result<String> {
        let done = self.command(words).output()?;
        let text = format!(
            "{}{}",
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        );
        match done.status.success() {
            true => Ok(text),
            false => Err(io::Error::other(format!("xianji {}: {text}", words.join(" ")))),
        }
    }

    /// Starts serving on a free port and waits for the first answer.
    pub fn serve(&self, words: &[&str], log: &Path) -> io::Result<Serving> {
        let address = free_address()?;
        let begun = Instant::now();
        let out = std::fs::OpenOptions::new().create(true).append(true).open(log)?;
        let child = self
            .command(&["serve", "--listen", &address.to_string()])
            .args(words)
            .env("XIANJI_LOG", "warn")
            .stdin(Stdio::null())
            .stdout(out.try_clone()?)
            .stderr(out)
            .spawn()?;
        let mut serving = Serving {
            child,
            address,
            started_in: Duration::ZERO,
        };
        serving.await_answer(begun)?;
        Ok(serving)
    }
}

fn free_address() -> io::Result<SocketAddr> {
    TcpListener::bind("127.0.0.1:0")?.local_addr()
}

/// The serving program; killed when dropped.
pub struct Serving {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// From its start to its first answer.
    pub started_in: Duration,
}

impl Serving {
    fn await_answer(&mut self, begun: Instant) -> io::Result<()> {
        let mut client = Client::of(self.address, None);
        while begun.elapsed() < Duration::from_secs(300) {
            if client.send(&Request::get("/session")).is_ok() {
                self.started_in = begun.elapsed();
                return Ok(());
            }
            if let Some(status) = self.child.try_wait()? {
                return Err(io::Error::other(format!(
                    "the program ended at its start: {status}"
                )));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        Err(io::Error::other("the program gave no answer within five minutes"))
    }

    /// Its process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Seconds of processor that it has used so far.
    pub fn cpu_seconds(&self) -> f64 {
        cpu_seconds(self.id())
    }

    /// Memory that it holds now, in MiB.
    pub fn memory_mib(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id())).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmRSS:"));
        let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
        kib.unwrap_or(0.0) / 1024.0
    }

    /// Waits until what the start and its first ticks bring is done: less than a twentieth of a core over six seconds, which hold a tick.
    pub fn settle(&self, most: Duration) -> Duration {
        let begun = Instant::now();
        while begun.elapsed() < most {
            let before = self.cpu_seconds();
            std::thread::sleep(Duration::from_secs(6));
            if self.cpu_seconds() - before < 0.3 {
                break;
            }
        }
        begun.elapsed()
    }

    /// Ends it at once, as a power cut would.
    pub fn kill(&mut self) -> io::Result<()> {
        self.child.kill()?;
        self.child.wait().map(drop)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.kill();
    }
}

/// Seconds of processor of a process and of the children that it waited for.
pub fn cpu_seconds(process: u32) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let after = stat.rsplit_once(')').map(|(_, rest)| rest).unwrap_or_default();
    let ticks = |place: usize| {
        after
            .split_whitespace()
            .nth(place)
            .and_then(|word| word.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    // Linux counts a hundred ticks a second for user space, whatever the kernel's own clock.
    (ticks(11) + ticks(12)) / 100.0
}
