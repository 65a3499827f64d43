//! People who act in tests.

use std::future::{Future, IntoFuture};
use std::pin::Pin;

use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::Value;

use super::{Answer, TestCompany};
use crate::id::{DepartmentId, MemberId};
use crate::identity::entity::{holding, member, membership};
use crate::identity::{Actor, Reach};
use crate::work::Work;

/// A member in the making; awaiting it makes the member, or finds the one made before under that name and adds to it.
#[must_use]
pub struct MakeMember {
    company: TestCompany,
    name: String,
    positions: Vec<String>,
    department: Option<DepartmentId>,
    head: bool,
    allowed: Vec<(String, Reach)>,
}

impl MakeMember {
    pub(super) fn new(company: TestCompany, name: &str) -> Self {
        Self {
            company,
            name: name.to_owned(),
            positions: Vec::new(),
            department: None,
            head: false,
            allowed: Vec::new(),
        }
    }

    /// Positions held from today on; what they may do stands in the pack.
    pub fn with_positions(mut self, positions: &[&str]) -> Self {
        self.positions.extend(positions.iter().map(|id| (*id).to_owned()));
        self
    }

    /// A department other than the root.
    pub fn in_department(mut self, department: DepartmentId) -> Self {
        self.department = Some(department);
        self
    }

    /// Heads the department.
    pub fn as_head(mut self) -> Self {
        self.head = true;
        self
    }

    /// Rights without a pack: `.allowed(&["project.*"], Reach::Department)`; `*` is everything.
    pub fn allowed(mut self, permissions: &[&str], reach: Reach) -> Self {
        self.allowed
            .extend(permissions.iter().map(|name| ((*name).to_owned(), reach)));
        self
    }

    async fn make(self) -> TestMember {
        let known = self.company.known(&self.name);
        let member = match &known {
            Some(member) => member.clone(),
            None => TestMember {
                id: self.insert().await,
                name: self.name.clone(),
                company: self.company.clone(),
            },
        };
        self.appoint(member.id).await;
        self.company.allow(member.id, &self.allowed);
        self.company.remember(&self.name, &member);
        member
    }

    async fn insert(&self) -> MemberId {
        let mut work = self.company.work().await;
        let (id, now) = (work.next_id(), work.now);
        let row = member::ActiveModel {
            id: Set(id),
            name: Set(self.name.clone()),
            name_key: Set(self.name.clone()),
            login: Set(self.name.clone()),
            login_key: Set(self.name.to_lowercase()),
            email: Set(Some(format!("{}@example.com", self.name))),
            phone: Set(None),
            language: Set("en".to_owned()),
            password_hash: Set(None),
            password_changed_at: Set(None),
            version: Set(1),
            deactivated_at: Set(None),
            created_at: Set(now),
            updated_at: Set(now),
        };
        member::Entity::insert(row)
            .exec_without_returning(&work.db())
            .await
            .expect("a member");
        let row = membership::ActiveModel {
            id: Set(work.next_id()),
            member_id: Set(id),
            department_id: Set(self.department.unwrap_or(self.company.root())),
            head: Set(self.head),
            from_date: Set(work.policies().today(now)),
            until_date: Set(None),
            version: Set(1),
            created_at: Set(now),
            updated_at: Set(now),
        };
        membership::Entity::insert(row)
            .exec_without_returning(&work.db())
            .await
            .expect("a membership");
        work.commit().await.expect("committed");
        id
    }

    async fn appoint(&self, member: MemberId) {
        let mut work = self.company.work().await;
        let now = work.now;
        for position in &self.positions {
            let row = holding::ActiveModel {
                id: Set(work.next_id()),
                member_id: Set(member),
                position: Set(position.clone()),
                department_id: Set(None),
                from_date: Set(work.policies().today(now)),
                until_date: Set(None),
                version: Set(1),
                created_at: Set(now),
                updated_at: Set(now),
            };
            holding::Entity::insert(row)
                .exec_without_returning(&work.db())
                .await
                .expect("a position");
        }
        work.raise_generation().await.expect("a company");
        work.commit().await.expect("committed");
    }
}

impl IntoFuture for MakeMember {
    type Output = TestMember;
    type IntoFuture = Pin<Box<dyn Future<Output = TestMember> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.make())
    }
}

/// A person who acts.
#[derive(Clone)]
pub struct TestMember {
    /// Who.
    pub id: MemberId,
    /// Name and log-in.
    pub name: String,
    pub(super) company: TestCompany,
}

impl TestMember {
    /// The person with today's rights.
    pub async fn act(&self) -> Actor {
        self.company.actor(self.id).await
    }

    /// A unit of work by this person.
    pub async fn work(&self) -> Work {
        self.company
            .app()
            .begin(self.act().await)
            .await
            .expect("a unit of work")
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.send("GET", path, &[], None).await
    }

    /// Listens to what changes.
    pub async fn follow(&self) -> super::Following {
        let following = self.company.follow(self.id, None).await;
        following.unwrap_or_else(|status| panic!("not let in: {status}"))
    }

    /// Creates or acts.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send("POST", path, &[], Some(body)).await
    }

    /// The same with an `Idempotency-Key`.
    pub async fn post_once(&self, path: &str, key: &str, body: Value) -> Answer {
        self.send("POST", path, &[("idempotency-key", key)], Some(body))
            .await
    }

    /// Changes the version that was read.
    pub async fn patch(&self, path: &str, version: i64, body: Value) -> Answer {
        self.send(
            "PATCH",
            path,
            &[("if-match", &format!("\"v{version}\""))],
            Some(body),
        )
        .await
    }

    /// Replaces the version that was read.
    pub async fn put(&self, path: &str, version: i64, body: Value) -> Answer {
        self.send(
            "PUT",
            path,
            &[("if-match", &format!("\"v{version}\""))],
            Some(body),
        )
        .await
    }

    /// Removes the version that was read.
    pub async fn delete(&self, path: &str, version: i64) -> Answer {
        self.send("DELETE", path, &[("if-match", &format!("\"v{version}\""))], None)
            .await
    }

    /// Any request.
    pub async fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<Value>,
    ) -> Answer {
        self.company
            .send(Some(self.id), method, path, headers, body)
            .await
    }
}
