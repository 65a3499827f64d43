//! An actor before certain records: what a grant's condition and the roles in a record's team come to there.
//!
//! Most permissions are known from the actor and the record's owner, department and people. Some hang on the record's circumstances
//! (`{ do = "inquiry.assign", when = "inquiry.assignee == null" }`) or on a role in its team (`of = "project"`); those are looked at once a
//! record, by the engine, and only where such a grant could matter.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;

use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use xianji_policy::model::When;

use super::actor::{Actor, Owned};
use crate::app::App;
use crate::database::{Conn, again};
use crate::failure::Failure;
use crate::id::Subject;

/// An actor of whom is known what else is permitted on certain records.
#[derive(Clone, Debug)]
pub struct Judged {
    actor: Actor,
    more: HashMap<Subject, HashSet<String>>,
}

/// What the engine is asked about one record.
pub struct Judging<'a> {
    /// The running house.
    pub app: &'a App,
    /// As the asking side sees the database.
    pub db: Conn<'a>,
    /// The one reading of the clock.
    pub now: DateTime<Utc>,
    /// Who asks.
    pub actor: &'a Actor,
    /// Of which record.
    pub subject: &'a Subject,
    /// Each is answered by itself.
    pub questions: &'a [Question],
}

/// Whether a grant holds on a record.
#[derive(Clone, Debug)]
pub struct Question {
    /// The permission that hangs on it.
    pub permission: String,
    /// The role that the actor must fill, and of which kind of record: the one asked about, or what it belongs to.
    pub role: Option<(String, String)>,
    /// The circumstances that must hold.
    pub when: Option<When>,
}

/// Answers questions about one record, in their order.
pub type Judge = for<'a> fn(Judging<'a>) -> BoxFuture<'a, Result<Vec<bool>, Failure>>;

impl Judged {
    /// Looks at records of which the actor is about to be told what may be done.
    pub async fn of<R: Owned>(
        app: &App,
        db: &Conn<'_>,
        now: DateTime<Utc>,
        actor: &Actor,
        records: impl IntoIterator<Item = R>,
    ) -> Result<Self, Failure> {
        let asked: Vec<(Subject, Vec<Question>)> = records
            .into_iter()
            .map(|record| (record.subject(), actor.questions(app, &record, None)))
            .filter(|(_, questions)| !questions.is_empty())
            .collect();
        let mut more = HashMap::new();
        for (subject, questions) in asked {
            let held = ask(app, db, now, actor, &subject, &questions).await?;
            let names = questions.into_iter().zip(held).filter(|(_, holds)| *holds);
            more.insert(subject, names.map(|(question, _)| question.permission).collect());
        }
        Ok(Self {
            actor: actor.clone(),
            more,
        })
    }

    /// Whether the actor may do this to a record that was looked at.
    pub fn may_on(&self, permission: &str, record: &impl Owned) -> bool {
        self.actor.may_plainly(permission, record)
            || self
                .more
                .get(&record.subject())
                .is_some_and(|names| names.contains(permission))
    }
}

impl Deref for Judged {
    type Target = Actor;

    fn deref(&self) -> &Actor {
        &self.actor
    }
}

/// Whether the actor may do one thing to one record.
pub async fn may_on(
    app: &App,
    db: &Conn<'_>,
    now: DateTime<Utc>,
    actor: &Actor,
    permission: &str,
    record: &impl Owned,
) -> Result<bool, Failure> {
    if actor.may_plainly(permission, record) {
        return Ok(true);
    }
    let questions = actor.questions(app, record, Some(permission));
    if questions.is_empty() {
        return Ok(false);
    }
    let held = ask(app, db, now, actor, &record.subject(), &questions).await?;
    Ok(held.contains(&true))
}

async fn ask(
    app: &App,
    db: &Conn<'_>,
    now: DateTime<Utc>,
    actor: &Actor,
    subject: &Subject,
    questions: &[Question],
) -> Result<Vec<bool>, Failure> {
    let Some(judge) = app.registry().judge else {
        return Ok(vec![false; questions.len()]);
    };
    judge(Judging {
        app,
        db: again(db),
        now,
        actor,
        subject,
        questions,
    })
    .await
}
