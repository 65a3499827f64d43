//! `xianji serve`.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use xianji_kernel::clock::{Clock, SystemClock};
use xianji_platform::database::dialect;
use xianji_platform::live;
use xianji_platform::mailer::Smtp;
use xianji_platform::{App, Failure};

use super::Installation;
use super::backup::Nightly;

/// Serve the web app and the API.
#[derive(Debug, Args)]
pub struct Serve {
    #[command(flatten)]
    installation: Installation,
    /// Address and port to listen on.
    #[arg(long, env = "XIANJI_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// On an empty database, load a small starter company first and print its log-ins.
    #[arg(long)]
    starter: bool,
    /// Browsers reach this program by https through a proxy: the log-in cookie is then never sent over plain http.
    #[arg(long, env = "XIANJI_BEHIND_TLS")]
    behind_tls: bool,
    #[command(flatten)]
    mail: Mail,
    #[command(flatten)]
    nightly: Nightly,
}

/// The way out for mail. Without a server, mails wait in the outbox and leave once there is one.
#[derive(Debug, Args)]
struct Mail {
    /// Mail server: smtps://user:password@host (TLS), smtp://user:password@host:587?tls=required (STARTTLS) or smtp://host:25 (plain).
    #[arg(long, env = "XIANJI_SMTP", requires = "mail_from", hide_env_values = true)]
    smtp: Option<String>,
    /// Whom readers see as the sender, for example "先机 <presales@example.cn>".
    #[arg(long, env = "XIANJI_MAIL_FROM")]
    mail_from: Option<String>,
}

impl Mail {
    /// Opens the way out, when one is set up; what waited goes before it again.
    async fn open(&self, app: &App) -> Result<(), Failure> {
        let (Some(server), Some(from)) = (&self.smtp, &self.mail_from) else {
            return Ok(());
        };
        let smtp = Smtp::open(server, from).map_err(|wrong| Failure::broken(wrong.to_string()))?;
        app.send_mail_through(Box::new(smtp));
        let waiting = xianji_engage::message::resend(app).await?;
        if waiting > 0 {
            tracing::info!(waiting, "mails that waited for a mail server are sent now");
        }
        Ok(())
    }
}

/// How often what time brings is looked at.
const TICK: Duration = Duration::from_secs(5);

/// How often other programs' events are looked for while screens listen.
const LOOK: Duration = Duration::from_secs(1);

/// How often long work is looked for.
const LABOUR: Duration = Duration::from_secs(1);

/// Ticks between two looks at how the tables have grown: an hour.
const GROWTH: u64 = 720;

/// Ticks of a day.
const DAY: u64 = 24 * GROWTH;

impl Serve {
    pub(crate) async fn run(self) -> Result<ExitCode, Failure> {
        let mut place = self.installation.place();
        place.outside.behind_tls = self.behind_tls;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let house = place.open(clock).await?;
        if self.starter {
            crate::starter::load(&house.app).await?;
        }
        self.mail.open(&house.app).await?;
        let listener = tokio::net::TcpListener::bind(self.listen).await?;
        let address = listener.local_addr()?;
        println!("先机 Xianji  http://{address}");
        if crate::starter::is_loaded(&house.app).await? {
            println!("{}", crate::starter::log_ins());
        }
        let ticking = tokio::spawn(tick(house.app.clone()));
        let backing_up = tokio::spawn(self.nightly.run(house.app.clone()));
        let looking = tokio::spawn(look(house.app.clone()));
        let screens = house.app.clone();
        let labouring = tokio::spawn(labour(house.app.clone()));
        let service = house.router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service)
            .with_graceful_shutdown(async move {
                stopped().await;
                screens.live().close();
            })
            .await?;
        ticking.abort();
        looking.abort();
        backing_up.abort();
        labouring.abort();
        house.app.database().clone().close().await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Says in the log which years' holidays are not known; due times go on without them.
fn miss_holidays(app: &App) {
    let book = app.policies();
    for year in book.holidays().missing(book.today(app.now())) {
        tracing::warn!(
            year,
            "this year's public holidays are not loaded: its days count as plain weekdays until `xianji import holidays`"
        );
    }
}

/// Tells listening screens what other programs on the same database recorded.
async fn look(app: App) {
    let mut timer = tokio::time::interval(LOOK);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        timer.tick().await;
        if let Err(failure) = live::look(&app).await {
            tracing::warn!(%failure, "listening screens hear of other programs' events later");
        }
    }
}

async fn tick(app: App) {
    let mut timer = tokio::time::interval(TICK);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    for round in 1_u64.. {
        timer.tick().await;
        app.beat(app.now()).await;
        if round % DAY == 1 {
            miss_holidays(&app);
        }
        if round % GROWTH == 0
            && let Err(error) = dialect::gather_statistics(app.database().writer()).await
        {
            tracing::warn!(%error, "the planner's statistics stay as they are");
        }
    }
}

/// Long work has a timer of its own, so that nothing that is due waits for it.
async fn labour(app: App) {
    let mut timer = tokio::time::interval(LABOUR);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        timer.tick().await;
        app.labour(app.now()).await;
    }
}

/// Ctrl-C or SIGTERM: what runs is finished, nothing new is taken.
async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
}
