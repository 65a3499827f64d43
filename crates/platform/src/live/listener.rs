//! One screen that listens.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::broadcast::error::{RecvError, TryRecvError};
use tokio::sync::{broadcast, watch};

use super::hub::{Seat, Stir};
use super::news::{Gathered, News};
use crate::app::App;
use crate::failure::{Failure, TooManyRequests};
use crate::id::EventId;
use crate::identity::{Actor, login};

/// What happens within this goes along.
const GATHER: Duration = Duration::from_millis(250);

/// Without news it is looked this often whether one is still logged in.
const LOOK: Duration = Duration::from_secs(15);

/// One screen that listens.
pub(super) struct Listener {
    app: App,
    actor: Actor,
    /// Its log-in; a program without one has none.
    session: Option<String>,
    /// Of the company when it began: with other rights one begins anew.
    generation: i64,
    stirs: broadcast::Receiver<Arc<Stir>>,
    closing: watch::Receiver<bool>,
    first: Option<News>,
    figures: BTreeMap<String, u64>,
    last: Option<EventId>,
    _seat: Seat,
}

impl Listener {
    /// Takes a seat; listens first and reads then, so that nothing falls between.
    pub(super) async fn begin(
        app: &App,
        actor: Actor,
        session: Option<String>,
        after: Option<EventId>,
    ) -> Result<Self, Failure> {
        let member = actor.member().ok_or(TooManyRequests)?;
        let seat = Seat::take(app, member)?;
        let (stirs, closing) = app.live().listen();
        let first = first(app, &actor, after).await?;
        Ok(Self {
            app: app.clone(),
            generation: app.policies().company().generation,
            session,
            stirs,
            closing,
            figures: first.figures.clone(),
            last: first.last,
            first: Some(first),
            actor,
            _seat: seat,
        })
    }

    /// The next that concerns this member; nothing once the program stops, the log-in ended or rights changed.
    pub(super) async fn next(&mut self) -> Option<News> {
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        loop {
            let mut gathered = self.wait().await?;
            match self.is_still_there().await {
                Ok(true) => {}
                Ok(false) => return None,
                Err(failure) => {
                    tracing::warn!(%failure, "a listening screen is let go");
                    return None;
                }
            }
            gathered.last = gathered.last.max(self.last);
            match gathered.news_for(&self.app, &self.actor).await {
                Ok(news) if self.is_nothing_new(&news) => {}
                Ok(news) => {
                    self.figures.clone_from(&news.figures);
                    self.last = news.last;
                    return Some(news);
                }
                Err(failure) => {
                    tracing::warn!(%failure, "a listening screen is let go");
                    return None;
                }
            }
        }
    }

    fn is_nothing_new(&self, news: &News) -> bool {
        news.changed.is_empty() && !news.everything && news.figures == self.figures
    }

    async fn wait(&mut self) -> Option<Gathered> {
        let mut gathered = Gathered::default();
        let told = tokio::select! {
            _ = self.closing.wait_for(|closing| *closing) => return None,
            told = self.stirs.recv() => Some(told),
            () = tokio::time::sleep(LOOK) => None,
        };
        match told {
            None => return Some(gathered),
            Some(Ok(stir)) => gathered.add(&stir),
            Some(Err(RecvError::Lagged(_))) => gathered.everything = true,
            Some(Err(RecvError::Closed)) => return None,
        }
        tokio::time::sleep(GATHER).await;
        loop {
            match self.stirs.try_recv() {
                Ok(stir) => gathered.add(&stir),
                Err(TryRecvError::Lagged(_)) => gathered.everything = true,
                Err(TryRecvError::Empty) => return Some(gathered),
                Err(TryRecvError::Closed) => return None,
            }
        }
    }

    async fn is_still_there(&self) -> Result<bool, Failure> {
        if self.app.policies().company().generation != self.generation {
            return Ok(false);
        }
        match &self.session {
            Some(session) => login::is_open(&self.app, session).await,
            None => Ok(true),
        }
    }
}

/// What somebody is told at once: what was missed, or only how things stand.
pub(super) async fn first(app: &App, actor: &Actor, after: Option<EventId>) -> Result<News, Failure> {
    let gathered = match after {
        Some(after) => Gathered::since(app, after).await?,
        None => Gathered::from_now(app).await?,
    };
    gathered.news_for(app, actor).await
}
