//! A company that handles affairs: a record kind of its own, so that nothing here knows a floor above.

use futures_util::future::BoxFuture;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ActiveModelTrait, ExprTrait, IntoActiveModel};
use serde_json::{Value, json};
use xianji_platform::failure::Stale;
use xianji_platform::testing::{TestCompany, TestMember};
use xianji_platform::{
    Conn, DepartmentId, Failure, Kind, MemberId, Module, PackVersionId, Scope, Subject, SubjectFacts, Work,
};
use xianji_policy::{FactDecl, FactType, KindDecl};

use crate::Govern;

xianji_platform::typed_id!(
    /// An affair.
    AffairId
);

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "affair")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AffairId,
    pub owner_id: MemberId,
    pub department_id: DepartmentId,
    pub monitor_id: Option<MemberId>,
    pub amount: i64,
    pub stage: String,
    pub ended: bool,
    pub pack_version_id: Option<PackVersionId>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

xianji_platform::event!(
    /// Something about it changed.
    AffairUpdated = "affair.updated", affair: AffairId => "affair" {}
);

xianji_platform::event!(
    /// It entered its next stage.
    AffairAdvanced = "affair.advanced", affair: AffairId => "affair" { from: String as Text, to: String as Text }
);

fn module() -> Module {
    let declared = KindDecl::new("affair")
        .with_fact("number", FactType::Text, "")
        .with_fact("owner", FactType::Member, "")
        .with_fact("department", FactType::Department, "")
        .with_fact("amount", FactType::Money, "")
        .with_fact("stage", FactType::Text, "")
        .with_fact("opening", FactType::Flag, "")
        .with_fact("signing", FactType::Flag, "")
        .with_fact("committee", FactType::Flag, "")
        .with_fact("opinion", FactType::Flag, "")
        .with_fact("twice", FactType::Flag, "")
        .with_event("affair.updated", vec![])
        .with_event(
            "affair.advanced",
            vec![
                FactDecl::new("from", FactType::Text, ""),
                FactDecl::new("to", FactType::Text, ""),
            ],
        )
        .with_actions(&[
            "affair.advance",
            "affair.update",
            "affair.close",
            "affair.release",
        ])
        .serving(&[
            "lifecycle",
            "deliverable",
            "approval",
            "approval:opening",
            "approval:signing",
            "approval:committee",
            "approval:opinion",
            "approval:twice",
            "approval:skip",
            "approval:export",
            "approval:release",
        ])
        .with_states(&["active"])
        .with_roles(&["monitor"]);
    let kind = Kind {
        declared,
        address: "/affairs/{id}",
        titled: None,
        load,
        visible,
        running,
    };
    Module {
        name: "affairs",
        kinds: vec![kind],
        ..Module::default()
    }
}

fn load<'a>(db: &'a Conn<'a>, id: Uuid) -> BoxFuture<'a, Result<Option<SubjectFacts>, Failure>> {
    Box::pin(async move {
        let Some(row) = Entity::find_by_id(AffairId(id)).one(db).await? else {
            return Ok(None);
        };
        let facts = json!({ "amount": row.amount, "stage": row.stage });
        Ok(Some(SubjectFacts {
            subject: Subject::new("affair", id),
            number: "A-1".into(),
            title: "Affair".into(),
            owner: Some(row.owner_id),
            department: Some(row.department_id),
            pack_version: row.pack_version_id,
            version: row.version,
            ended: row.ended,
            suspended: false,
            roles: row
                .monitor_id
                .map(|monitor| ("monitor".to_owned(), monitor))
                .into_iter()
                .collect(),
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
        .column((Entity, Column::Id))
        .from(Entity)
        .to_owned()
}

/// The rules of these tests.
pub const PACK: &str = r#"
calendar = [{ id = "company", week = { MO-FR = ["09:00-12:00", "13:00-18:00"] }, holidays = "CN" }]
position = [
  { id = "sales", name = { zh = "销售", en = "Sales" } },
  { id = "reviewer", name = { zh = "评审", en = "Reviewer" } },
  { id = "finance", name = { zh = "财务", en = "Finance" } },
  { id = "boss", name = { zh = "总经理", en = "Boss" } },
]
setting = [{ id = "big", type = "money", default = "CNY 1000" }]
lifecycle = [{ id = "usual", of = "affair", stages = { active = ["research", "solution", "signing", "handing"] } }]

[[stage]]
id = "research"
name = { zh = "调研", en = "Research" }

[[stage]]
id = "solution"
name = { zh = "方案", en = "Solution" }
enter = ["approved:opening", { need = "form:check-list", say = { zh = "检查表", en = "The check list" } }]

[[stage]]
id = "signing"
name = { zh = "签约", en = "Signing" }
enter = ["none-open:objection"]

[[stage]]
id = "handing"
name = { zh = "移交", en = "Handing over" }

[[gate]]
id = "wait-for-sheet"
before = ["affair.release"]
needs = [{ need = "form:check-list", from = "affair.owner" }]
effect = "hold"
within = "1 working day"

[[gate]]
id = "boss-knows"
before = ["stage:signing"]
needs = ["form:check-list"]
exempt = "approval:let-through"

[[gate]]
id = "sheet-before-update"
before = ["affair.update"]
needs = ["form:check-list"]

[[gate]]
id = "hint-before-update"
before = ["affair.update"]
needs = ["filled:monitor"]
effect = "warn"

[[gate]]
id = "only-a-hint"
before = ["affair.close"]
needs = ["filled:monitor"]
effect = "warn"

[[form]]
id = "check-list"
name = { zh = "检查表", en = "Check list" }
on = "affair"
valid = "30 days"
pass = 60
fields = [
  { id = "chance", type = "choice", name = { zh = "把握" }, required = true, weight = 50, points = { high = 100, even = 60, low = 20 } },
  { id = "margin", type = "percent", name = { zh = "毛利" }, weight = 50, curve = [[0, 0], [15, 60], [30, 100]] },
  { id = "lawful", type = "check", name = { zh = "合规" }, red = true },
  { id = "budget", type = "money", name = { zh = "预算" }, fill = "affair.amount", reason = true },
  { id = "why_low", type = "text", name = { zh = "说明" }, required = true, when = "form.chance == 'low'" },
  { id = "next_steps", type = "actions", name = { zh = "行动" } },
]

[[form]]
id = "plan"
name = { zh = "计划", en = "Plan" }
on = "affair"
fields = [{ id = "price", type = "number", name = { zh = "价格", en = "Price" }, required_at = "handing" }]

[[form]]
id = "minutes"
name = { zh = "纪要" }
on = "affair"
present = true
list = "JY"
fields = [{ id = "text", type = "text", name = { zh = "内容" }, required = true }]

[[form]]
id = "opinion"
name = { zh = "意见" }
on = "affair"
filled_by = "position:finance"
fields = [{ id = "view", type = "text", name = { zh = "意见" }, required = true }]

[[form]]
id = "answer"
name = { zh = "回访" }
on = "affair"
filled_by = "customer"
fields = [{ id = "stars", type = "stars", name = { zh = "星" }, required = true }]

[[form]]
id = "sheet"
name = { zh = "定级表" }
on = "affair"
fields = [{ id = "future_market", type = "flag", name = { zh = "未来市场" } }]

[[approval]]
id = "opening"
name = { zh = "立项审批", en = "Opening" }
subject = "affair.opening"
steps = [
  { by = "position:reviewer", within = "1 working day" },
  { by = "position:finance", within = "2 working days", when = "affair.amount > setting('big')" },
]
ask_again = "percent(affair.amount, decided.amount) > 110"

[[approval]]
id = "signing-off"
subject = "affair.signing"
steps = [
  { by = "all(position:reviewer, position:finance)", conditions = true },
  { by = "position:boss" },
]

[[approval]]
id = "committee"
subject = "affair.committee"
steps = [{ by = "most(position:reviewer, position:finance, position:boss)" }]

[[approval]]
id = "with-opinion"
subject = "affair.opinion"
steps = [{ by = "position:finance", form = "opinion", answered = true }]

[[approval]]
id = "two-opinions"
subject = "affair.twice"
steps = [
  { by = "position:finance", form = "opinion", answered = true },
  { by = "position:finance", form = "opinion", answered = true },
  { by = "position:finance" },
]

[[approval]]
id = "let-through"
subject = "exemption"
steps = [{ by = "position:boss" }]

[[approval]]
id = "waive"
subject = "waiver"
steps = [{ by = "position:boss" }]

[[approval]]
id = "grade"
subject = "grading:level"
steps = [{ by = "position:boss" }]

[[grading]]
id = "level"
name = { zh = "等级" }
of = "affair"
sheet = "form:sheet"
confirm = "approval:grade"

[[grade]]
id = "ordinary"
grading = "level"
rank = 1
name = { zh = "普通" }
gives = { monitors = 1 }

[[grade]]
id = "large"
grading = "level"
rank = 2
name = { zh = "重大" }
any = ["cel:affair.amount > money('CNY', 5000)", "flag:future_market"]
gives = { monitors = 2 }

[[obligation]]
id = "report"
name = { zh = "报告", en = "Report" }
opens_on = "affair.updated"
responsible = "affair.owner"
due = "2 days"
fulfilled_by = "form:check-list.filed"
waiver = "approval:waive"
"#;

/// A company with these rules in force.
pub async fn open() -> TestCompany {
    let company = TestCompany::open(vec![crate::module(), module()]).await;
    let table = "create table affair (id uuid primary key, owner_id uuid not null, department_id uuid not null, monitor_id uuid, \
                 amount bigint not null, stage text not null, ended boolean not null, pack_version_id uuid, version bigint not null)";
    company
        .app()
        .database()
        .writer()
        .execute_unprepared(table)
        .await
        .unwrap();
    company.adopt_text("tests", PACK).await;
    company
}

/// The people of these tests: li sells, wang reviews, zhao is in finance, qian is the boss and heads the company.
pub struct People {
    pub li: TestMember,
    pub wang: TestMember,
    pub zhao: TestMember,
    pub qian: TestMember,
}

pub async fn people(company: &TestCompany) -> People {
    use xianji_platform::Reach;
    let may = &[
        "affair.*",
        "form.*",
        "approval.*",
        "obligation.*",
        "gate.*",
        "objection.*",
    ][..];
    let west = company.department("西区", None).await;
    People {
        li: company
            .member("li")
            .in_department(west)
            .with_positions(&["sales"])
            .allowed(may, Reach::Company)
            .await,
        wang: company
            .member("wang")
            .in_department(west)
            .with_positions(&["reviewer"])
            .allowed(may, Reach::Company)
            .await,
        zhao: company
            .member("zhao")
            .with_positions(&["finance"])
            .allowed(may, Reach::Company)
            .await,
        qian: company
            .member("qian")
            .as_head()
            .with_positions(&["boss"])
            .allowed(may, Reach::Company)
            .await,
    }
}

/// An affair of somebody's in its first stage, over so many fen.
pub async fn affair(company: &TestCompany, owner: &TestMember, amount: i64) -> AffairId {
    let mut work = company.work().await;
    let department = owner.act().await.department().unwrap();
    let (pack, _) = work
        .policies()
        .in_force(department, work.policies().today(work.now))
        .unwrap();
    let row = Model {
        id: work.next_id(),
        owner_id: owner.id,
        department_id: department,
        monitor_id: None,
        amount,
        stage: "research".into(),
        ended: false,
        pack_version_id: Some(pack),
        version: 1,
    };
    Entity::insert(row.clone().into_active_model().reset_all())
        .exec_without_returning(&work.db())
        .await
        .unwrap();
    work.commit().await.unwrap();
    row.id
}

pub fn subject(id: AffairId) -> Subject {
    Subject::new("affair", id)
}

/// Changes the amount, as somebody would on the page.
pub async fn set_amount(by: &TestMember, id: AffairId, amount: i64) {
    let mut work = by.work().await;
    write_amount(&work, id, amount).await;
    work.record(AffairUpdated { affair: id }).await.unwrap();
    work.commit().await.unwrap();
}

/// The amount moves with time, and nothing tells.
pub async fn move_amount(company: &TestCompany, id: AffairId, amount: i64) {
    let work = company.work().await;
    write_amount(&work, id, amount).await;
    work.commit().await.unwrap();
}

async fn write_amount(work: &Work, id: AffairId, amount: i64) {
    Entity::update_many()
        .col_expr(Column::Amount, Expr::value(amount))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .exec(&work.db())
        .await
        .unwrap();
}

/// Enters a stage: gates in the writing transaction, saved over the version that was read.
pub async fn advance(work: &mut Work, id: AffairId, to: &str) -> Result<crate::GatePassage, Failure> {
    let row = Entity::find_by_id(id).one(&work.db()).await?.unwrap();
    let passage = work.gate(&subject(id), &format!("stage:{to}")).await?;
    save_stage(work, &row, to).await?;
    work.record(AffairAdvanced {
        affair: id,
        from: row.stage,
        to: to.into(),
    })
    .await?;
    Ok(passage)
}

/// Saves the stage over the version of a row.
pub async fn save_stage(work: &Work, row: &Model, to: &str) -> Result<(), Failure> {
    let done = Entity::update_many()
        .col_expr(Column::Stage, Expr::value(to))
        .col_expr(Column::Version, Expr::value(row.version + 1))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .exec(&work.db())
        .await?;
    if done.rows_affected == 1 {
        Ok(())
    } else {
        Err(Stale.into())
    }
}

/// Enters a stage in a unit of work of its own.
pub async fn advances(by: &TestMember, id: AffairId, to: &str) -> Result<crate::GatePassage, Failure> {
    let mut work = by.work().await;
    let passage = advance(&mut work, id, to).await?;
    work.commit().await?;
    Ok(passage)
}

/// It ends, and the ending may ask for something of its own.
pub async fn ends(by: &TestMember, id: AffairId, asking: Option<&str>) {
    let mut work = by.work().await;
    Entity::update_many()
        .col_expr(Column::Ended, Expr::value(true))
        .filter(Column::Id.eq(id))
        .exec(&work.db())
        .await
        .unwrap();
    if let Some(part) = asking {
        work.ask_approval(&subject(id), part, None).await.unwrap();
    }
    work.record(AffairUpdated { affair: id }).await.unwrap();
    work.commit().await.unwrap();
}

/// Asks for an approval of a part.
pub async fn asks(by: &TestMember, id: AffairId, part: &str) -> Uuid {
    let mut work = by.work().await;
    let asked = work
        .ask_approval(&subject(id), part, Some("please".into()))
        .await
        .unwrap();
    work.commit().await.unwrap();
    asked.request.unwrap()
}

/// A check list that passes.
pub fn good_sheet(id: AffairId) -> Value {
    json!({ "form": "check-list", "subject": { "kind": "affair", "id": id }, "fields": { "chance": "high", "margin": 30, "lawful": true,
        "budget": { "amount": 500, "currency": "CNY" } }, "reasons": { "budget": "as agreed" } })
}
