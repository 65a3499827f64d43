//! A company that looks after things: a record kind with a life of its own, for the tests of this floor.

use chrono::{DateTime, NaiveDate, Utc};
use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ActiveModelTrait, IntoActiveModel, QueryOrder};
use serde_json::{Value, json};
use xianji_platform::ledger::instant;
use xianji_platform::testing::{TestCompany, TestMember};
use xianji_platform::{
    Conn, DepartmentId, Failure, Kind, MemberId, Module, PackVersionId, Reach, Scope, Subject, SubjectFacts,
    Work,
};
use xianji_policy::{FactType, KindDecl};

use crate::obligation::Obligation;
use crate::obligation::entity as obligation;

xianji_platform::typed_id!(
    /// A thing.
    ThingId
);

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "thing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ThingId,
    pub owner_id: MemberId,
    pub keeper_id: MemberId,
    pub department_id: DepartmentId,
    pub pack_version_id: Option<PackVersionId>,
    pub state: String,
    pub priority: String,
    pub waits: bool,
    pub amount: i64,
    pub deadline: Option<Date>,
    /// Nobody or one of any number who watch over it.
    pub watcher_id: Option<MemberId>,
    pub version: i64,
    pub created_at: DateTime<Utc>,
}

pub use Model as Thing;

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

const EVENTS: [&str; 10] = [
    "thing.opened",
    "thing.changed",
    "thing.replied",
    "thing.closed",
    "thing.followed_up",
    "thing.called",
    "thing.answered",
    "thing.reported",
    "thing.touched",
    "thing.visited",
];

/// A note of a visit, perhaps taken later than it happened.
#[derive(serde::Serialize)]
pub struct ThingNoted {
    #[serde(skip)]
    pub thing: ThingId,
    #[serde(skip)]
    pub at: DateTime<Utc>,
}

impl xianji_platform::Event for ThingNoted {
    const NAME: &'static str = "thing.noted";
    fn subject(&self) -> Subject {
        subject(self.thing)
    }
    fn happened_at(&self) -> Option<DateTime<Utc>> {
        Some(self.at)
    }
    fn declared() -> xianji_policy::EventDecl {
        xianji_policy::EventDecl::new(Self::NAME, vec![])
    }
}

pub fn module() -> Module {
    let mut declared = KindDecl::new("thing")
        .with_fact("number", FactType::Text, "")
        .with_fact("owner", FactType::Member, "")
        .with_fact("keeper", FactType::Member, "")
        .with_fact("department", FactType::Department, "")
        .with_fact("created_at", FactType::Instant, "")
        .with_fact("state", FactType::Text, "")
        .with_fact("priority", FactType::Text, "")
        .with_fact("waits", FactType::Flag, "")
        .with_fact("amount", FactType::Integer, "")
        .with_fact("deadline", FactType::Date, "")
        .with_fact("watchers", FactType::list(FactType::Member), "")
        .with_parts("pieces", "piece")
        .with_event("thing.noted", vec![])
        .with_actions(&["thing.read", "thing.close"])
        .serving(&["lifecycle", "route", "deliverable", "secrecy", "approval"]);
    for event in EVENTS {
        declared = declared.with_event(event, vec![]);
    }
    let kind = Kind {
        declared,
        address: "/things/{id}",
        titled: None,
        load,
        visible,
        running,
    };
    Module {
        name: "things",
        kinds: vec![kind, piece::kind()],
        parts: vec![piece::parts()],
        makers: vec![piece::maker()],
        ..Module::default()
    }
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(row) = Entity::find_by_id(ThingId(id)).one(db).await? else {
            return Ok(None);
        };
        let facts = json!({
            "keeper": row.keeper_id, "state": row.state, "priority": row.priority, "waits": row.waits, "amount": row.amount,
            "deadline": row.deadline, "watchers": row.watcher_id.into_iter().collect::<Vec<_>>(), "created_at": instant(row.created_at),
        });
        Ok(Some(SubjectFacts {
            subject: subject(row.id),
            number: "T-1".into(),
            title: "Thing".into(),
            owner: Some(row.owner_id),
            department: Some(row.department_id),
            pack_version: row.pack_version_id,
            version: row.version,
            ended: row.state == "ended",
            suspended: row.state == "suspended",
            roles: vec![("keeper".into(), row.keeper_id)],
            belongs_to: Vec::new(),
            facts: facts.as_object().cloned().unwrap_or_default(),
        }))
    })
}

fn visible(_: &Scope) -> SelectStatement {
    Query::select()
        .column((Entity, Column::Id))
        .from(Entity)
        .to_owned()
}

fn running() -> SelectStatement {
    Query::select()
        .column((Entity, Column::Id))
        .from(Entity)
        .and_where(Column::State.ne("ended"))
        .to_owned()
}

/// A company with these rules in force and its table made.
pub async fn company(rules: &str) -> TestCompany {
    let company = TestCompany::open(vec![crate::module(), module()]).await;
    let table = "create table thing (id uuid primary key, owner_id uuid not null, keeper_id uuid not null, department_id uuid not null, \
                 pack_version_id uuid, state text not null, priority text not null, waits boolean not null, amount bigint not null, \
                 deadline date, watcher_id uuid, version bigint not null, created_at timestamp with time zone not null)";
    for table in [table, piece::TABLE] {
        company
            .app()
            .database()
            .writer()
            .execute_unprepared(table)
            .await
            .unwrap();
    }
    company.adopt_text("things", &[COMPANY, rules].concat()).await;
    company
}

/// What every pack of these tests has.
pub const COMPANY: &str = r#"
calendar = [{ id = "company", week = { MO-FR = ["09:00-12:00", "13:00-18:00"] }, holidays = "CN" }]
position = [{ id = "clerk", name = { zh = "文员" } }, { id = "boss", name = { zh = "总经理" } }]
service = [
  { id = "usual", of = "thing", reply = "2 working hours" },
  { id = "urgent", of = "thing", when = "thing.priority == 'urgent'", rank = 10, reply = "30 working minutes" },
]
"#;

pub fn subject(id: ThingId) -> Subject {
    Subject::new("thing", id)
}

pub mod piece {
    //! Parts of a thing, records of their own.
    use chrono::{DateTime, Utc};
    use futures_util::future::BoxFuture;
    use sea_orm::entity::prelude::*;
    use sea_orm::sea_query::{Query, SelectStatement};
    use sea_orm::{ActiveModelTrait, IntoActiveModel};
    use serde_json::json;
    use xianji_platform::ledger::instant;
    use xianji_platform::testing::TestMember;
    use xianji_platform::{
        Conn, Failure, Invalid, Kind, Maker, MemberId, Parts, Scope, Subject, SubjectFacts, Work,
    };
    use xianji_policy::{FactType, KindDecl};

    use super::ThingId;

    xianji_platform::typed_id!(
        /// A piece.
        PieceId
    );

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "piece")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PieceId,
        pub thing_id: ThingId,
        pub owner_id: MemberId,
        pub done: bool,
        pub due_on: Option<Date>,
        pub created_at: DateTime<Utc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    pub const TABLE: &str = "create table piece (id uuid primary key, thing_id uuid not null, owner_id uuid not null, \
                             done boolean not null, due_on date, created_at timestamp with time zone not null)";

    pub fn kind() -> Kind {
        let declared = KindDecl::new("piece")
            .with_fact("number", FactType::Text, "")
            .with_fact("owner", FactType::Member, "")
            .with_fact("department", FactType::Department, "")
            .with_fact("created_at", FactType::Instant, "")
            .with_fact("thing", FactType::kind("thing"), "")
            .with_fact("due_on", FactType::Date, "")
            .with_fact("done", FactType::Flag, "")
            .with_owner("thing", "thing")
            .with_making(
                "thing",
                &[
                    ("due_on", FactType::Date, true),
                    ("owner", FactType::Member, false),
                ],
            )
            .with_event("piece.made", vec![])
            .with_event("piece.checked", vec![])
            .with_event("piece.done", vec![])
            .with_actions(&["piece.read"]);
        Kind {
            declared,
            address: "/pieces/{id}",
            titled: None,
            load,
            visible: |_: &Scope| running(),
            running,
        }
    }

    pub fn maker() -> Maker {
        Maker {
            record: "piece",
            make: |work, on, fields| {
                Box::pin(async move {
                    let text = |name: &str| fields.get(name).and_then(serde_json::Value::as_str);
                    let Some(owner) = text("owner")
                        .and_then(|id| id.parse().ok())
                        .or(work.actor().member())
                    else {
                        return Err(Invalid::one("/owner", "required").into());
                    };
                    let due_on = text("due_on").unwrap_or_default().to_owned();
                    let row = insert(work, owner, ThingId(on.id), &due_on).await;
                    Ok(subject(row.id))
                })
            },
        }
    }

    pub fn parts() -> Parts {
        Parts {
            of: "thing",
            name: "pieces",
            of_record: |thing| {
                let mut select = running();
                select.and_where(Column::ThingId.eq(thing));
                select
            },
        }
    }

    fn running() -> SelectStatement {
        Query::select()
            .column((Entity, Column::Id))
            .from(Entity)
            .and_where(Column::Done.eq(false))
            .to_owned()
    }

    fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
        Box::pin(async move {
            let Some(row) = Entity::find_by_id(PieceId(id)).one(db).await? else {
                return Ok(None);
            };
            let facts =
                json!({ "due_on": row.due_on, "done": row.done, "created_at": instant(row.created_at) });
            Ok(Some(SubjectFacts {
                subject: subject(row.id),
                number: "P-1".into(),
                title: "Piece".into(),
                owner: Some(row.owner_id),
                department: None,
                pack_version: None,
                version: 1,
                ended: row.done,
                suspended: false,
                roles: Vec::new(),
                belongs_to: vec![super::subject(row.thing_id)],
                facts: facts.as_object().cloned().unwrap_or_default(),
            }))
        })
    }

    pub fn subject(id: PieceId) -> Subject {
        Subject::new("piece", id)
    }

    /// A piece of a thing, due on a day.
    pub async fn piece(owner: &TestMember, thing: ThingId, due_on: &str) -> PieceId {
        let mut work = owner.work().await;
        let row = insert(&mut work, owner.id, thing, due_on).await;
        work.commit().await.unwrap();
        row.id
    }

    async fn insert(work: &mut Work, owner: MemberId, thing: ThingId, due_on: &str) -> Model {
        let row = Model {
            id: work.next_id(),
            thing_id: thing,
            owner_id: owner,
            done: false,
            due_on: due_on.parse().ok(),
            created_at: work.now,
        };
        Entity::insert(row.clone().into_active_model().reset_all())
            .exec_without_returning(&work.db())
            .await
            .unwrap();
        work.record_named("piece.made", subject(row.id), json!({}))
            .await
            .unwrap();
        row
    }

    /// All pieces of a thing.
    pub async fn of_thing(db: &Conn<'_>, thing: ThingId) -> Vec<Model> {
        Entity::find()
            .filter(Column::ThingId.eq(thing))
            .all(db)
            .await
            .unwrap()
    }

    /// Something happens to it.
    pub async fn happens(by: &TestMember, piece: PieceId, event: &str) {
        let mut work = by.work().await;
        if event == "piece.done" {
            Entity::update_many()
                .col_expr(Column::Done, Expr::value(true))
                .filter(Column::Id.eq(piece))
                .exec(&work.db())
                .await
                .unwrap();
        }
        work.record_named(event, subject(piece), json!({})).await.unwrap();
        work.commit().await.unwrap();
    }
}

/// A thing of somebody's, kept by its owner, under the pack in force.
pub async fn thing(company: &TestCompany, owner: &TestMember) -> ThingId {
    let mut work = owner.work().await;
    let department = owner.act().await.department().unwrap();
    let today = work.policies().today(work.now);
    let pack = work.policies().in_force(department, today).map(|(id, _)| id);
    let row = Model {
        id: work.next_id(),
        owner_id: owner.id,
        keeper_id: owner.id,
        department_id: department,
        pack_version_id: pack,
        state: "active".into(),
        priority: "usual".into(),
        waits: false,
        amount: 0,
        deadline: None,
        watcher_id: None,
        version: 1,
        created_at: company.now(),
    };
    Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await
        .unwrap();
    work.record_named("thing.opened", subject(row.id), json!({}))
        .await
        .unwrap();
    work.commit().await.unwrap();
    row.id
}

/// Something happens to it.
pub async fn happens(by: &TestMember, thing: ThingId, event: &str) {
    let mut work = by.work().await;
    work.record_named(event, subject(thing), json!({})).await.unwrap();
    work.commit().await.unwrap();
}

/// A note taken now of what happened at a time.
pub async fn note(by: &TestMember, thing: ThingId, at: DateTime<Utc>) {
    let mut work = by.work().await;
    work.record(ThingNoted { thing, at }).await.unwrap();
    work.commit().await.unwrap();
}

/// It is changed, and an event says so.
pub async fn changes(by: &TestMember, id: ThingId, event: &str, change: impl FnOnce(&mut Thing)) {
    let mut work = by.work().await;
    let mut row = Entity::find_by_id(id).one(&work.db()).await.unwrap().unwrap();
    change(&mut row);
    save(&work, row).await;
    work.record_named(event, subject(id), json!({})).await.unwrap();
    work.commit().await.unwrap();
}

async fn save(work: &Work, row: Thing) {
    Entity::update(row.into_active_model().reset_all())
        .exec(&work.db())
        .await
        .unwrap();
}

/// What has become of a rule, the earliest due first.
pub async fn of_rule(company: &TestCompany, rule: &str) -> Vec<Obligation> {
    use obligation::{Column, Entity};
    Entity::find()
        .filter(Column::Rule.eq(rule))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::Id)
        .all(&company.app().reader())
        .await
        .unwrap()
}

/// The only one of a rule.
pub async fn only(company: &TestCompany, rule: &str) -> Obligation {
    let found = of_rule(company, rule).await;
    assert_eq!(found.len(), 1, "{rule}: {found:#?}");
    found.into_iter().next().unwrap()
}

/// A local time in Shanghai.
pub fn at(day: &str, time: &str) -> DateTime<Utc> {
    let day: NaiveDate = day.parse().unwrap();
    let time: chrono::NaiveTime = time.parse().unwrap();
    day.and_time(time)
        .and_local_timezone(chrono_tz::Asia::Shanghai)
        .unwrap()
        .to_utc()
}

/// What a member's workbench shows, by rule.
pub async fn workbench(member: &TestMember) -> Vec<String> {
    let page: Value = member.get("/workbench").await.ok();
    page["obligations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["rule"].as_str().unwrap().to_owned())
        .collect()
}

/// li owes, wang could too, zhao is the boss, qian heads the company.
pub struct Cast {
    pub li: TestMember,
    pub wang: TestMember,
    pub zhao: TestMember,
    pub qian: TestMember,
}

/// Everybody of these tests.
pub async fn cast(company: &TestCompany) -> Cast {
    let may = &["thing.*", "obligation.*", "fault.read"][..];
    Cast {
        li: company
            .member("li")
            .with_positions(&["clerk"])
            .allowed(may, Reach::Company)
            .await,
        wang: company
            .member("wang")
            .with_positions(&["clerk"])
            .allowed(may, Reach::Company)
            .await,
        zhao: company
            .member("zhao")
            .with_positions(&["boss"])
            .allowed(may, Reach::Company)
            .await,
        qian: company
            .member("qian")
            .as_head()
            .allowed(may, Reach::Company)
            .await,
    }
}

/// What a member was told, the latest first.
pub async fn told(member: &TestMember) -> Vec<String> {
    let page: Value = member.get("/notifications").await.ok();
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["kind"].as_str().unwrap().to_owned())
        .collect()
}

/// Who owes it now.
pub async fn owners(company: &TestCompany, row: &Obligation) -> Vec<MemberId> {
    crate::obligation::queries::responsible(&company.app().reader(), row.id)
        .await
        .unwrap()
        .iter()
        .map(|one| one.member_id)
        .collect()
}
