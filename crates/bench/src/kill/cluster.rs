//! The throw-away PostgreSQL of `script/with-postgres`, killed and started again as it was.

use std::io;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A cluster and where it lies.
pub struct Cluster {
    /// Address of a database in it.
    pub url: String,
    folder: PathBuf,
}

impl Cluster {
    /// What `script/with-postgres` says.
    pub fn of_environment() -> io::Result<Self> {
        let read = |name: &str| {
            std::env::var(name)
                .map_err(|_| io::Error::other(format!("{name} is not set: run it by script/with-postgres")))
        };
        Ok(Self {
            url: read("XIANJI_TEST_POSTGRES")?,
            folder: read("XIANJI_TEST_POSTGRES_FOLDER")?.into(),
        })
    }

    fn file(&self, name: &str) -> io::Result<String> {
        std::fs::read_to_string(self.folder.join("cluster").join(name))
    }

    /// Ends the server and its children as a power cut would, and starts it as it was started.
    pub fn kill_and_start(&self, down: Duration) -> io::Result<()> {
        let options = self.file("postmaster.opts")?;
        let process = self.file("postmaster.pid")?;
        let process = process.lines().next().unwrap_or_default().to_owned();
        let children = std::fs::read_to_string(format!("/proc/{process}/task/{process}/children"))?;
        let mut all: Vec<&str> = vec![&process];
        all.extend(children.split_whitespace());
        let killed = Command::new("kill").arg("-KILL").args(&all).status()?;
        if !killed.success() {
            return Err(io::Error::other("PostgreSQL could not be killed"));
        }
        std::thread::sleep(down);
        let owner = std::fs::metadata(self.folder.join("cluster"))?;
        let ids = std::os::unix::fs::MetadataExt::uid(&owner);
        let log = std::fs::File::create(self.folder.join("log-again"))?;
        let begun = Instant::now();
        // The words in postmaster.opts are quoted for a shell.
        let line = format!("exec {}", options.trim());
        let mut command = Command::new("setpriv");
        command.args(["--pdeathsig", "INT"]);
        if ids != current_user()? {
            command.args(["--reuid", &ids.to_string(), "--clear-groups", "--regid"]);
            command.arg(std::os::unix::fs::MetadataExt::gid(&owner).to_string());
        }
        let mut server = command
            .args(["bash", "-c", &line])
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()?;
        while begun.elapsed() < Duration::from_secs(30) {
            if let Some(status) = server.try_wait()? {
                return Err(io::Error::other(format!(
                    "PostgreSQL did not start again: {status}"
                )));
            }
            if self
                .file("postmaster.pid")
                .is_ok_and(|text| text.contains("ready"))
            {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(io::Error::other("PostgreSQL was not ready within thirty seconds"))
    }
}

fn current_user() -> io::Result<u32> {
    Ok(std::os::unix::fs::MetadataExt::uid(&std::fs::metadata(
        "/proc/self",
    )?))
}
