//! What a project may do next, and what has happened when it did.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::{Map, Value};
use xianji_engage::id::CustomerId;
use xianji_kernel::money::Money;
use xianji_platform::record::patch::{merged, put};
use xianji_platform::{DepartmentId, MemberId};
use xianji_policy::model::Lifecycle;

mod asked;
mod path;
mod reason;

pub use self::asked::{asked_at, duty_of, report_form, required_at_first, roles};
pub use self::reason::Reason;
pub use super::entity::{Kind, Model as Project, State};
use super::events::*;
pub use super::refusal::ProjectError;

impl State {
    /// What may follow.
    pub fn next(self) -> &'static [State] {
        use State::*;
        match self {
            Active => &[Won, Lost, Dropped, Suspended],
            Suspended => &[Active],
            Won | Lost | Dropped => &[Summarised],
            Summarised => &[Evaluated, Archived],
            Evaluated => &[Archived],
            Archived => &[],
        }
    }

    /// As the ledger, the database and the packs write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Dropped => "dropped",
            Self::Suspended => "suspended",
            Self::Summarised => "summarised",
            Self::Evaluated => "evaluated",
            Self::Archived => "archived",
        }
    }
}

impl Kind {
    /// As the database and the packs write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Product => "product",
            Self::Service => "service",
            Self::Integration => "integration",
            Self::Other => "other",
        }
    }
}

/// A deal that ended without a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The customer decided otherwise.
    Lost,
    /// We gave it up.
    Dropped,
}

/// What a project is changed to; absent is unchanged, an inner nothing empties.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    pub name: Option<String>,
    pub kind: Option<Kind>,
    pub customer: Option<Option<CustomerId>>,
    pub amount: Option<Option<Money>>,
    pub margin_percent: Option<Option<i32>>,
    pub public_sector: Option<bool>,
    pub first_lead_on: Option<NaiveDate>,
    pub expected_sign_on: Option<Option<NaiveDate>>,
    pub goal: Option<Option<String>>,
    pub notes: Option<Option<String>>,
    /// Fields that the pack adds, by their id; `null` removes one.
    pub extra: Option<Map<String, Value>>,
}

impl Project {
    /// Whether work on it still runs: only then do its facts change and its stages move.
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Active | State::Won)
    }

    /// Whether the deal is over for good: lost, dropped, or closed after winning.
    pub fn is_ended(&self) -> bool {
        self.state == State::Archived || matches!(self.outcome.as_deref(), Some("lost" | "dropped"))
    }

    /// Whether anything may still be written on it.
    pub fn is_closed(&self) -> bool {
        self.state == State::Archived
    }

    /// Refuses when the archive is sealed.
    pub fn still_written(&self) -> Result<(), ProjectError> {
        if self.is_closed() {
            Err(ProjectError::NotNow(self.state))
        } else {
            Ok(())
        }
    }

    /// Its amount.
    pub fn amount(&self) -> Option<Money> {
        money(self.amount_amount, self.amount_currency.as_deref())
    }

    /// The amount that was signed.
    pub fn won_money(&self) -> Option<Money> {
        money(self.won_amount, self.won_currency.as_deref())
    }

    /// Changes what is known of it and answers which fields are different now.
    pub fn update(&mut self, changes: Changes, home: i64) -> Result<ProjectUpdated, ProjectError> {
        if !matches!(self.state, State::Active | State::Suspended | State::Won) {
            return Err(ProjectError::NotNow(self.state));
        }
        let mut fields = Vec::new();
        let mut note = |name: &str, changed: bool| {
            if changed {
                fields.push(name.to_owned());
            }
        };
        note("name", put(&mut self.name, changes.name));
        note("kind", put(&mut self.kind, changes.kind));
        note("customer", put(&mut self.customer_id, changes.customer));
        note(
            "margin_percent",
            put(&mut self.margin_percent, changes.margin_percent),
        );
        note(
            "public_sector",
            put(&mut self.public_sector, changes.public_sector),
        );
        note(
            "first_lead_on",
            put(&mut self.first_lead_on, changes.first_lead_on),
        );
        note(
            "expected_sign_on",
            put(&mut self.expected_sign_on, changes.expected_sign_on),
        );
        note("goal", put(&mut self.goal, changes.goal));
        note("notes", put(&mut self.notes, changes.notes));
        if let Some(given) = changes.extra {
            let extra = merged(&self.extra, given);
            note("extra", put(&mut self.extra, Some(extra)));
        }
        let amount_changed = changes.amount.is_some_and(|amount| self.price(amount, home));
        note("amount", amount_changed);
        Ok(ProjectUpdated {
            project: self.id,
            fields,
            amount_changed,
        })
    }

    /// Sets the amount; `home` is the same in minor units of the home currency.
    pub fn price(&mut self, amount: Option<Money>, home: i64) -> bool {
        if self.amount() == amount {
            return false;
        }
        self.amount_amount = amount.map(|money| money.amount());
        self.amount_currency = amount.map(|money| money.currency().code().to_owned());
        self.amount_home = amount.map(|_| home);
        true
    }

    /// Goes over to another owner, whose department it belongs to from now on; answers whose it was.
    pub fn transfer(
        &mut self,
        to: MemberId,
        department: DepartmentId,
    ) -> Result<Option<MemberId>, ProjectError> {
        self.still_written()?;
        if self.owner_id == Some(to) {
            return Err(ProjectError::SameOwner);
        }
        self.department_id = Some(department);
        Ok(self.owner_id.replace(to))
    }

    /// Stands still.
    pub fn suspend(&mut self, now: DateTime<Utc>) -> Result<ProjectSuspended, ProjectError> {
        self.become_(State::Suspended)?;
        self.suspended_at = Some(now);
        Ok(ProjectSuspended { project: self.id })
    }

    /// Goes on after standing still.
    pub fn resume(&mut self) -> Result<ProjectResumed, ProjectError> {
        if self.state != State::Suspended {
            return Err(ProjectError::NotNow(self.state));
        }
        self.state = State::Active;
        self.suspended_at = None;
        Ok(ProjectResumed { project: self.id })
    }

    /// The customer has signed. Stages after signing begin, where the lifecycle has some.
    pub fn win(
        &mut self,
        path: &Lifecycle,
        amount: Money,
        home: i64,
        signed_on: NaiveDate,
        reason: Option<Reason>,
        now: DateTime<Utc>,
    ) -> Result<ProjectWon, ProjectError> {
        self.become_(State::Won)?;
        if let Some(reason) = reason {
            self.reason = Some(reason.id);
            self.reason_words = reason.words;
        }
        self.outcome = Some("won".into());
        self.won_on = Some(signed_on);
        self.won_amount = Some(amount.amount());
        self.won_currency = Some(amount.currency().code().to_owned());
        self.won_home = Some(home);
        self.ended_at = Some(now);
        if let Some(first) = path.within("won").first() {
            self.enter(first, now);
        }
        Ok(ProjectWon {
            project: self.id,
            amount: home,
            reason: self.reason.clone(),
        })
    }

    /// The deal is over without a contract.
    pub fn end(&mut self, ending: Ending, reason: Reason, now: DateTime<Utc>) -> Result<(), ProjectError> {
        let (state, outcome) = match ending {
            Ending::Lost => (State::Lost, "lost"),
            Ending::Dropped => (State::Dropped, "dropped"),
        };
        self.become_(state)?;
        self.outcome = Some(outcome.into());
        self.reason = Some(reason.id);
        self.reason_words = reason.words;
        self.ended_at = Some(now);
        Ok(())
    }

    /// The summary is on file.
    pub fn summarise(&mut self) -> Result<ProjectSummarised, ProjectError> {
        self.become_(State::Summarised)?;
        Ok(ProjectSummarised { project: self.id })
    }

    /// The evaluation is on file.
    pub fn evaluate(&mut self) -> Result<ProjectEvaluated, ProjectError> {
        self.become_(State::Evaluated)?;
        Ok(ProjectEvaluated { project: self.id })
    }

    /// The archive is closed; nothing is written on the project any more.
    pub fn archive(&mut self, now: DateTime<Utc>) -> Result<(), ProjectError> {
        self.become_(State::Archived)?;
        self.archived_at = Some(now);
        Ok(())
    }

    /// Use cases that its state allows, by their permission; the screen draws its buttons from those that are also permitted.
    pub fn open_actions(&self, path: Option<&Lifecycle>) -> Vec<&'static str> {
        let mut open = Vec::new();
        if self.is_open() {
            if path.is_some_and(|path| path.next(&self.stage).is_some()) {
                open.extend(["project.advance", "project.skip"]);
            }
            if !self.ways_back(path).is_empty() {
                open.push("project.return");
            }
            open.extend(["project.update", "project.baseline_plan"]);
        }
        match self.state {
            State::Active => open.extend(["project.suspend", "project.win", "project.lose", "project.drop"]),
            State::Suspended => open.extend(["project.resume", "project.update"]),
            State::Won | State::Lost | State::Dropped => open.push("project.summarise"),
            State::Summarised => open.extend(["project.evaluate", "project.archive"]),
            State::Evaluated => open.push("project.archive"),
            State::Archived => {}
        }
        if !self.is_closed() {
            open.extend([
                "project.appoint",
                "project.change_member",
                "project.transfer",
                "project.file_dynamic_item",
                "project.file_deliverable",
                "project.grade",
            ]);
        }
        open
    }

    fn become_(&mut self, state: State) -> Result<(), ProjectError> {
        if !self.state.next().contains(&state) {
            return Err(ProjectError::NotNow(self.state));
        }
        self.state = state;
        Ok(())
    }

    fn enter(&mut self, to: &str, now: DateTime<Utc>) -> String {
        self.stage_since = now;
        std::mem::replace(&mut self.stage, to.into())
    }
}

fn money(amount: Option<i64>, currency: Option<&str>) -> Option<Money> {
    Money::new(amount?, currency?.parse().ok()?).ok()
}
