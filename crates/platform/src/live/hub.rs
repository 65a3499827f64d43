//! Who listens in this program, and what they are told.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{broadcast, watch};

use crate::app::App;
use crate::failure::TooManyRequests;
use crate::id::{EventId, MemberId, Subject};

/// What may wait for a listener that is slow; one who misses something is told to read everything again.
const WAITING: usize = 256;

/// Screens of one member that may listen at a time.
const SEATS: u16 = 8;

/// Something was committed.
#[derive(Debug, Default)]
pub(super) struct Stir {
    /// The newest event of it.
    pub last: Option<EventId>,
    /// What it was about.
    pub subjects: Vec<Subject>,
    /// More than is named.
    pub everything: bool,
}

/// Who listens in this program.
#[derive(Debug)]
pub struct Hub {
    stirs: broadcast::Sender<Arc<Stir>>,
    closing: watch::Sender<bool>,
    seats: Mutex<HashMap<MemberId, u16>>,
    /// Events that were told here already and may be found once more.
    told: Mutex<BTreeSet<EventId>>,
}

impl Default for Hub {
    fn default() -> Self {
        Self {
            stirs: broadcast::Sender::new(WAITING),
            closing: watch::Sender::new(false),
            seats: Mutex::default(),
            told: Mutex::default(),
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Hub {
    /// Whether anybody listens.
    pub fn is_heard(&self) -> bool {
        self.stirs.receiver_count() > 0
    }

    /// Something was committed here, about these records if about any.
    pub fn tell(&self, events: Vec<(EventId, Subject)>) {
        if !self.is_heard() {
            return;
        }
        lock(&self.told).extend(events.iter().map(|(id, _)| *id));
        self.send(events, false);
    }

    /// Events that were found in the database; those told before are left out.
    pub(super) fn tell_found(&self, found: Vec<(EventId, Subject)>, more: bool, since: EventId) -> u64 {
        let fresh: Vec<_> = {
            let mut told = lock(&self.told);
            *told = told.split_off(&since);
            found.into_iter().filter(|(id, _)| told.insert(*id)).collect()
        };
        let count = fresh.len() as u64;
        if count > 0 {
            self.send(fresh, more);
        }
        count
    }

    /// Makes everybody look whether they are still logged in and what waits for them.
    pub fn nudge(&self) {
        self.send(Vec::new(), false);
    }

    fn send(&self, events: Vec<(EventId, Subject)>, everything: bool) {
        let last = events.iter().map(|(id, _)| *id).max();
        let subjects = events.into_iter().map(|(_, subject)| subject).collect();
        // Nobody listening is no fault.
        let _ = self.stirs.send(Arc::new(Stir {
            last,
            subjects,
            everything,
        }));
    }

    /// Lets everybody go, because the program stops.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }

    pub(super) fn listen(&self) -> (broadcast::Receiver<Arc<Stir>>, watch::Receiver<bool>) {
        (self.stirs.subscribe(), self.closing.subscribe())
    }
}

/// A member's place among those who listen, free again when it is dropped.
pub(super) struct Seat {
    app: App,
    member: MemberId,
}

impl Seat {
    pub(super) fn take(app: &App, member: MemberId) -> Result<Self, TooManyRequests> {
        let mut seats = lock(&app.live().seats);
        let taken = seats.entry(member).or_default();
        if *taken >= SEATS {
            return Err(TooManyRequests);
        }
        *taken += 1;
        Ok(Self {
            app: app.clone(),
            member,
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut seats = lock(&self.app.live().seats);
        if let Some(taken) = seats.get_mut(&self.member) {
            *taken = taken.saturating_sub(1);
            if *taken == 0 {
                seats.remove(&self.member);
            }
        }
    }
}
