//! `xianji serve`.

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use xianji_kernel::clock::{Clock, SystemClock};
use xianji_platform::{App, Failure};

use super::Installation;

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
}

/// How often what time brings is looked at.
const TICK: Duration = Duration::from_secs(5);

impl Serve {
    pub(crate) async fn run(self) -> Result<ExitCode, Failure> {
        let place = self.installation.place();
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let house = place.open(clock).await?;
        if self.starter {
            crate::starter::load(&house.app).await?;
        }
        let listener = tokio::net::TcpListener::bind(self.listen).await?;
        let address = listener.local_addr()?;
        println!("先机 Xianji  http://{address}");
        if crate::starter::is_loaded(&house.app).await? {
            println!("{}", crate::starter::log_ins());
        }
        let ticking = tokio::spawn(tick(house.app.clone()));
        let service = house.router.into_make_service_with_connect_info::<SocketAddr>();
        axum::serve(listener, service)
            .with_graceful_shutdown(stopped())
            .await?;
        ticking.abort();
        house.app.database().clone().close().await?;
        Ok(ExitCode::SUCCESS)
    }
}

async fn tick(app: App) {
    let mut timer = tokio::time::interval(TICK);
    timer.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        timer.tick().await;
        app.tick(app.now()).await;
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
