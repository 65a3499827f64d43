//! What a reader may see of a subject, and how it is shown: number, title, address, names of people.

use std::collections::HashMap;

use futures_util::future::BoxFuture;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
pub use xianji_platform::OnRecord;
use xianji_platform::{Actor, App, Conn, Failure, MemberId, Subject, SubjectFacts, subject};

use crate::engine::COMPANY;

/// Whether the actor may read a record, by the rule of the crate that owns it.
pub async fn may_see(app: &App, db: &Conn<'_>, actor: &Actor, about: &Subject) -> Result<bool, Failure> {
    if about.kind == COMPANY {
        return Ok(actor.may("form.read"));
    }
    subject::is_visible(app, db, &actor.scope(&format!("{}.read", about.kind)), about).await
}

/// What one may not see does not exist.
pub async fn must_see(app: &App, db: &Conn<'_>, actor: &Actor, about: &Subject) -> Result<(), Failure> {
    if may_see(app, db, actor, about).await? {
        Ok(())
    } else {
        Err(Failure::not_found("record"))
    }
}

/// Names of members; one who is not there is left out.
pub fn names<'a>(
    db: &'a Conn<'a>,
    members: impl IntoIterator<Item = MemberId>,
) -> BoxFuture<'a, Result<HashMap<MemberId, String>, Failure>> {
    let members: Vec<MemberId> = members.into_iter().collect();
    Box::pin(async move { subject::names(db, &members).await })
}

/// A record as lists and requests show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct SubjectView {
    /// Its kind.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// Its human number.
    pub number: String,
    /// What people call it.
    pub title: String,
    /// Where its page is.
    pub address: Option<String>,
}

impl SubjectView {
    /// By what it is called; a department, in whose name something is due, by the department's name.
    pub fn called(app: &App, about: &Subject, called: Option<&subject::Called>) -> Self {
        let department = || {
            let book = app.policies();
            let name = book.tree().name(xianji_platform::DepartmentId(about.id));
            name.unwrap_or_default().to_owned()
        };
        Self {
            kind: about.kind.clone(),
            id: about.id,
            number: called.map(|called| called.number.clone()).unwrap_or_default(),
            title: called.map_or_else(department, |called| called.title.clone()),
            address: subject::address(app, about),
        }
    }

    /// Of loaded facts.
    pub fn of(app: &App, facts: &SubjectFacts) -> Self {
        Self {
            kind: facts.subject.kind.clone(),
            id: facts.subject.id,
            number: facts.number.clone(),
            title: facts.title.clone(),
            address: subject::address(app, &facts.subject),
        }
    }
}

/// A person by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct PersonView {
    /// The member.
    pub id: MemberId,
    /// The member's name.
    pub name: String,
}

impl PersonView {
    /// Of names read before.
    pub fn of(names: &HashMap<MemberId, String>, id: MemberId) -> Self {
        Self {
            id,
            name: names.get(&id).cloned().unwrap_or_default(),
        }
    }
}
