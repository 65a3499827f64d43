//! A company that closes deals: a record kind of its own, so that nothing here knows a floor above.

use futures_util::future::BoxFuture;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ConnectionTrait, EntityTrait};
use serde_json::json;
use uuid::Uuid;
use xianji_platform::identity::entity::membership;
use xianji_platform::testing::{TestCompany, TestMember};
use xianji_platform::{
    Conn, DepartmentId, Failure, Kind, MemberId, Module, Scope, Subject, SubjectFacts, Work,
};
use xianji_policy::{EventDecl, FactDecl, FactType, KindDecl};

xianji_platform::typed_id!(
    /// A deal.
    DealId,
);

xianji_platform::event!(
    /// A deal was won.
    DealWon = "deal.won", deal: DealId => "deal" { amount: i64 as Money, channel: String as Text }
);

xianji_platform::event!(
    /// Its papers were filed.
    DealFiled = "deal.filed", deal: DealId => "deal" { complete: bool as Flag }
);

xianji_platform::event!(
    /// The customer was answered.
    DealAnswered = "deal.answered", deal: DealId => "deal" { minutes: i64 as Integer }
);

/// The metrics and rules of these tests.
pub const PACK: &str = r#"
position = [{ id = "sales", name = { zh = "销售" } }]

[[metric]]
id = "won-amount"
name = { zh = "签约金额", en = "Amount won" }
unit = "money"
value = { event = "deal.won", sum = "event.amount" }
credit = { "deal.owner" = "100%" }
by = ["member", "department"]

[[metric]]
id = "won-shared"
name = { zh = "分摊" }
value = { event = "deal.won", sum = "1" }
credit = { "deal.owner" = "70%", "deal.helpers" = "30%" }

[[metric]]
id = "won-by-channel"
name = { zh = "渠道" }
value = { event = "deal.won", sum = "1" }
by = ["event.channel"]

[[metric]]
id = "complete"
name = { zh = "完整率" }
numerator = { event = "deal.filed", where = "event.complete", sum = "1" }
denominator = { event = "deal.filed", sum = "1" }

[[metric]]
id = "median"
name = { zh = "中位数" }
unit = "minutes"
value = { event = "deal.answered", p50 = "event.minutes" }
lower_is_better = true

[[metric]]
id = "slowest"
name = { zh = "最慢" }
value = { event = "deal.answered", max = "event.minutes" }

[[metric]]
id = "average"
name = { zh = "平均" }
value = { event = "deal.answered", mean = "event.minutes" }

[[metric]]
id = "spread"
name = { zh = "差距" }
formula = "metric('slowest', 'month', 0) - metric('median', 'month', 0)"

[[metric]]
id = "standing"
name = { zh = "在手" }
value = { each = "deal", where = "deal.running" }

[[obligation]]
id = "paper"
name = { zh = "交资料", en = "Hand in the papers" }
opens_on = "deal.won"
responsible = "deal.owner"
due = "2 days"
fulfilled_by = "deal.filed"

[[gate]]
id = "papers-first"
before = ["deal.close"]
needs = ["cel:deal.running"]

[[regulation]]
id = "R99"
name = { zh = "办法" }

[[clause]]
id = "C-1"
of = "R99"
text = { zh = "两日内交资料", en = "Papers within two days" }
controls = ["CTL-T-1", "CTL-T-2"]

[[control]]
id = "CTL-T-1"
name = { zh = "资料及时", en = "Papers in time" }
enforced_by = ["obligation:paper"]
measured_by = ["obligation:paper"]

[[control]]
id = "CTL-T-2"
enforced_by = ["gate:papers-first"]
measured_by = ["metric:complete", "gate:papers-first"]
"#;

fn module() -> Module {
    let declared = KindDecl::new("deal")
        .with_fact("number", FactType::Text, "")
        .with_fact("owner", FactType::Member, "")
        .with_fact("department", FactType::Department, "")
        .with_fact("running", FactType::Flag, "")
        .with_fact("helpers", FactType::list(FactType::Member), "")
        .with_event(
            "deal.won",
            vec![
                FactDecl::new("amount", FactType::Money, ""),
                FactDecl::new("channel", FactType::Text, ""),
            ],
        )
        .with_event("deal.filed", vec![FactDecl::new("complete", FactType::Flag, "")])
        .with_event(
            "deal.answered",
            vec![FactDecl::new("minutes", FactType::Integer, "")],
        )
        .with_actions(&["deal.close", "deal.win"]);
    let kind = Kind {
        declared,
        address: "/deals/{id}",
        titled: None,
        load,
        visible,
        running,
    };
    let events: Vec<EventDecl> = Vec::new();
    Module {
        name: "deals",
        kinds: vec![kind],
        events,
        ..Module::default()
    }
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let mut query = running();
        query
            .columns(["owner_id", "department_id", "helper_id", "open"].map(Alias::new))
            .cond_where(Expr::col(Alias::new("id")).eq(id));
        let Some(row) = db.query_one(&query).await? else {
            return Ok(None);
        };
        let (owner, department): (MemberId, DepartmentId) =
            (row.try_get("", "owner_id")?, row.try_get("", "department_id")?);
        let helper: Option<MemberId> = row.try_get("", "helper_id")?;
        let open: bool = row.try_get("", "open")?;
        let facts = json!({ "running": open, "helpers": helper.into_iter().collect::<Vec<_>>() });
        Ok(Some(SubjectFacts {
            subject: Subject::new("deal", id),
            number: "D-1".into(),
            title: "Deal".into(),
            owner: Some(owner),
            department: Some(department),
            pack_version: None,
            version: 1,
            ended: false,
            suspended: false,
            roles: Vec::new(),
            belongs_to: Vec::new(),
            facts: facts.as_object().cloned().unwrap_or_default(),
        }))
    })
}

fn visible(_: &Scope) -> SelectStatement {
    running()
}

fn running() -> SelectStatement {
    Query::select()
        .column((Alias::new("deal"), Alias::new("id")))
        .from(Alias::new("deal"))
        .to_owned()
}

/// A company with the pack in force.
pub async fn open() -> TestCompany {
    open_with(PACK).await
}

/// A company with another pack in force.
pub async fn open_with(pack: &str) -> TestCompany {
    let company = TestCompany::open(vec![crate::module(), module()]).await;
    let table = "create table deal (id uuid primary key, owner_id uuid not null, department_id uuid not null, helper_id uuid, \
                 open boolean not null)";
    company
        .app()
        .database()
        .writer()
        .execute_unprepared(table)
        .await
        .unwrap();
    company.adopt_text("tests", pack).await;
    company
}

/// A deal of somebody's.
pub async fn deal(
    company: &TestCompany,
    owner: &TestMember,
    department: DepartmentId,
    helper: Option<&TestMember>,
) -> DealId {
    let mut work = company.work().await;
    let id: DealId = work.next_id();
    let query = Query::insert()
        .into_table(Alias::new("deal"))
        .columns(["id", "owner_id", "department_id", "helper_id", "open"].map(Alias::new))
        .values_panic([
            id.0.into(),
            owner.id.0.into(),
            department.0.into(),
            helper.map(|one| one.id.0).into(),
            true.into(),
        ])
        .to_owned();
    work.db().execute(&query).await.unwrap();
    work.commit().await.unwrap();
    id
}

/// It is not running any more, and no event says so.
pub async fn close(company: &TestCompany, deal: DealId) {
    let work = company.work().await;
    let query = Query::update()
        .table(Alias::new("deal"))
        .value(Alias::new("open"), false)
        .and_where(Expr::col(Alias::new("id")).eq(deal.0))
        .to_owned();
    work.db().execute(&query).await.unwrap();
    work.commit().await.unwrap();
}

/// Something happens, done by a member.
pub async fn happens(by: &TestMember, event: impl xianji_platform::Event) {
    let mut work: Work = by.work().await;
    work.record(event).await.unwrap();
    work.commit().await.unwrap();
}

/// A deal won.
pub fn won(deal: DealId, amount: i64) -> DealWon {
    DealWon {
        deal,
        amount,
        channel: "mail".into(),
    }
}

/// The member moves to another department today.
pub async fn moves(company: &TestCompany, member: &TestMember, to: DepartmentId) {
    use sea_orm::{ActiveValue::Set, ColumnTrait, QueryFilter};
    let mut work = company.work().await;
    let (today, now) = (work.policies().today(work.now), work.now);
    membership::Entity::update_many()
        .col_expr(membership::Column::UntilDate, Expr::value(today))
        .filter(membership::Column::MemberId.eq(member.id))
        .filter(membership::Column::UntilDate.is_null())
        .exec(&work.db())
        .await
        .unwrap();
    let row = membership::ActiveModel {
        id: Set(work.next_id()),
        member_id: Set(member.id),
        department_id: Set(to),
        head: Set(false),
        from_date: Set(today),
        until_date: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    membership::Entity::insert(row)
        .exec_without_returning(&work.db())
        .await
        .unwrap();
    work.commit().await.unwrap();
}
