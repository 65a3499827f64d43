//! A deal under `standard`, brought on step by step by those whose step it is, and the figures of a control before and after.

use serde_json::{Value, json};
use xianji_platform::testing::{Answer, TestMember};

use crate::company::Whole;

/// So many yuan, as the API writes money.
pub fn yuan(amount: i64) -> Value {
    json!({ "amount": amount * 100, "currency": "CNY" })
}

/// A filter as a query part.
pub fn filter(conditions: Value) -> String {
    json!({ "all": conditions })
        .to_string()
        .bytes()
        .map(|byte| format!("%{byte:02X}"))
        .collect()
}

/// A deal of the salesperson 王凯 with a complete customer file.
pub struct Deal<'a> {
    pub house: &'a Whole,
    pub id: String,
}

impl<'a> Deal<'a> {
    /// Begins in the first stage.
    pub async fn begin(house: &'a Whole, name: &str, amount: i64) -> Deal<'a> {
        let customer = customer(house, name).await;
        let project = json!({ "name": format!("{name}项目"), "customer": customer, "amount": yuan(amount), "kind": "integration" });
        let begun = house.sales.post("/projects", project).await.ok();
        Deal {
            house,
            id: text(&begun["id"]),
        }
    }

    /// Begins and goes on to requirement analysis, its first gate met.
    pub async fn in_requirements(house: &'a Whole, name: &str, amount: i64) -> Deal<'a> {
        let deal = Deal::begin(house, name, amount).await;
        deal.research().await;
        deal.advance("requirements").await;
        deal
    }

    /// Begins, is graded, applied for and approved.
    pub async fn initiated(house: &'a Whole, name: &str, amount: i64) -> Deal<'a> {
        let deal = Deal::in_requirements(house, name, amount).await;
        deal.analysis().await;
        deal.applied_for().await;
        deal.decide(&house.sales_manager, json!({ "opinion": opinion() }))
            .await;
        deal
    }

    /// Begins and goes on to the signing stage, everything there that the gates on its way ask for.
    pub async fn in_signing(house: &'a Whole, name: &str, amount: i64) -> Deal<'a> {
        let deal = Deal::initiated(house, name, amount).await;
        deal.advance("solution").await;
        deal.appointed().await;
        deal.strategy().await;
        deal.milestone("方案评审", "2026-03-20").await;
        deal.baselined().await;
        deal.to_signing().await;
        deal
    }

    /// From the solution, with team, strategy and plan there, to the signing stage.
    pub async fn to_signing(&self) {
        self.put(&self.house.engineer, "solution", &[]).await;
        self.advance("negotiation").await;
        self.put(&self.house.sales, "negotiation-minutes", &[]).await;
        self.advance("signing").await;
    }

    /// Tries to win it on this day.
    pub async fn win(&self, amount: i64, signed_on: &str) -> Answer {
        let signed = json!({ "amount": yuan(amount), "signed_on": signed_on, "reason": "solution" });
        self.house.sales.post(&self.path("/win"), signed).await
    }

    /// A path below the project.
    pub fn path(&self, rest: &str) -> String {
        format!("/projects/{}{rest}", self.id)
    }

    /// The project as its salesperson sees it.
    pub async fn read(&self) -> Value {
        self.house.sales.get(&self.path("")).await.ok()
    }

    /// Files a sheet on the project.
    pub async fn file(&self, by: &TestMember, form: &str, fields: Value) -> Value {
        let sheet = json!({ "form": form, "subject": self.subject(), "fields": fields });
        by.post("/filings", sheet).await.ok()
    }

    /// The project as a subject.
    pub fn subject(&self) -> Value {
        json!({ "kind": "project", "id": self.id })
    }

    /// Moves on, which must succeed.
    pub async fn advance(&self, to: &str) -> Value {
        self.house
            .sales
            .post(&self.path("/advance"), json!({ "to": to }))
            .await
            .ok()
    }

    /// Tries to move on and answers what the gates miss.
    pub async fn missing_before(&self, to: &str) -> Vec<String> {
        missing(
            &self
                .house
                .sales
                .post(&self.path("/advance"), json!({ "to": to }))
                .await,
        )
    }

    /// The sheet of the first stage.
    pub async fn research(&self) {
        let sheet = json!({ "industry": "水务数字化", "needs": "管网监测", "rivals": "两家集成商" });
        self.file(&self.house.sales, "market-research", sheet).await;
    }

    /// The sheet of the second stage.
    pub async fn analysis(&self) {
        let sheet = json!({ "requirements": "漏损监测到片区", "counter_measures": "分区计量方案" });
        self.file(&self.house.sales, "requirement-analysis", sheet).await;
    }

    /// Files the package and the grading sheet, has the grade confirmed and hands the application in; answers the request for approval.
    pub async fn applied_for(&self) -> String {
        self.package().await;
        self.graded(json!({})).await;
        self.submit().await
    }

    /// Everything that must be on file before an application is handed in, the grading sheet excepted.
    pub async fn package(&self) {
        let house = self.house;
        self.file(&house.sales, "initiation-package", package(house))
            .await;
        self.put(&house.sales, "feasibility-analysis", &[]).await;
    }

    /// Files the grading sheet with these ticks; the head of the department confirms the grade.
    pub async fn graded(&self, ticks: Value) {
        self.file(&self.house.sales, "grading-sheet", ticks).await;
        self.decide(&self.house.sales_manager, json!({})).await;
    }

    /// A draft of the application.
    pub async fn draft(&self) -> String {
        text(
            &self
                .house
                .sales
                .post(&self.path("/initiations"), json!({ "budget": yuan(200_000) }))
                .await
                .ok()["id"],
        )
    }

    /// Drafts and hands in; answers the request for approval.
    pub async fn submit(&self) -> String {
        let id = self.draft().await;
        text(
            &self
                .house
                .sales
                .post(&format!("/initiations/{id}/submit"), json!({}))
                .await
                .ok()["approval_id"],
        )
    }

    /// Requests on this project that wait for somebody.
    pub async fn waiting_for(&self, by: &TestMember) -> Vec<String> {
        let conditions = json!([{ "field": "subject", "op": "eq", "value": self.id }, { "field": "to_decide", "op": "eq", "value": true }]);
        let found = by
            .get(&format!("/approvals?filter={}", filter(conditions)))
            .await
            .ok();
        list(&found["items"]).iter().map(|one| text(&one["id"])).collect()
    }

    /// Approves the one request on this project that waits for somebody.
    pub async fn decide(&self, by: &TestMember, decision: Value) -> Value {
        let waiting = self.waiting_for(by).await;
        assert_eq!(waiting.len(), 1, "{} has one request to decide on", by.name);
        by.post(&format!("/approvals/{}/approve", waiting[0]), decision)
            .await
            .ok()
    }

    /// Passes a point by an exemption that the executive approves.
    pub async fn exempted(&self, point: &str) {
        let asked = json!({ "subject": self.subject(), "point": point, "reason": "客户要求先行" });
        let asked = self.house.sales.post("/exemptions", asked).await.ok();
        for one in list(&asked["items"]) {
            let request = text(&one["request"]);
            self.house
                .executive
                .post(
                    &format!("/approvals/{request}/approve"),
                    json!({ "words": "同意一次" }),
                )
                .await
                .ok();
        }
    }

    /// The head of the department appoints everybody whom the pack asks for.
    pub async fn appointed(&self) -> Value {
        let house = self.house;
        let line = |member: &TestMember, role: &str| json!({ "member": member.id, "role": role, "duty": format!("{role}的职责") });
        let team = [
            line(&house.sales_manager, "director"),
            line(&house.sales, "manager"),
            line(&house.sales, "planning-manager"),
            line(&house.engineer, "technical"),
            line(&house.sales, "commercial"),
        ];
        house
            .sales_manager
            .post(&self.path("/appoint"), json!({ "team": team }))
            .await
            .ok()
    }

    /// Somebody joins the team.
    pub async fn join(&self, member: &TestMember, role: &str) {
        self.house
            .sales
            .post(&self.path("/team"), json!({ "member": member.id, "role": role }))
            .await
            .ok();
    }

    /// The win strategy is filed.
    pub async fn strategy(&self) -> Value {
        self.file(&self.house.sales, "win-strategy", strategy(self.house))
            .await
    }

    /// A milestone with its day.
    pub async fn milestone(&self, title: &str, due_on: &str) -> Value {
        self.house
            .sales
            .post(
                &self.path("/milestones"),
                json!({ "title": title, "due_on": due_on }),
            )
            .await
            .ok()
    }

    /// The plan becomes the baseline.
    pub async fn baselined(&self) {
        self.house
            .sales
            .post(&self.path("/baseline-plan"), json!({}))
            .await
            .ok();
    }

    /// The customer decided otherwise.
    pub async fn lost(&self) {
        self.house
            .sales
            .post(
                &self.path("/lose"),
                json!({ "reason": "price", "words": "比对手高一成" }),
            )
            .await
            .ok();
    }

    /// The summary is filed.
    pub async fn summary(&self) {
        let sheet = json!({ "results": "结果", "success_factors": "早介入", "faults": "报价偏高", "lessons": [{ "lesson": "先报框架价" }] });
        self.file(&self.house.sales, "project-summary", sheet).await;
    }

    /// Puts a document on file: a text file under the deliverable's name, with further parts of the form.
    pub async fn put(&self, by: &TestMember, deliverable: &str, more: &[(&str, &str)]) {
        let (name, words) = (
            format!("{deliverable}.txt"),
            format!("{deliverable} of {}", self.id),
        );
        let texts = [&[("deliverable", deliverable)], more].concat();
        let path = self.path("/archive-items");
        let company = &self.house.company;
        let answer = company
            .send_form(Some(by.id), &path, &texts, Some((&name, &words)))
            .await;
        assert_eq!(answer.status, 201, "{deliverable}: {answer}");
    }

    /// Obligations of a rule on this project, the earliest due first.
    pub async fn obligations(&self, rule: &str) -> Vec<Value> {
        let conditions = json!([{ "field": "subject", "op": "eq", "value": self.id }, { "field": "rule", "op": "eq", "value": rule }]);
        list(
            &self
                .house
                .executive
                .get(&format!("/obligations?filter={}", filter(conditions)))
                .await
                .ok()["items"],
        )
    }
}

/// A customer whose file holds everything.
pub async fn customer(house: &Whole, name: &str) -> String {
    let file = json!({
        "name": format!("{name}有限公司"), "industry": "水务", "region": "华中", "source": "展会", "budget": yuan(1_000_000),
        "needs": "管网监测", "preferences": "国产", "purchase_behaviour": "年度招标",
    });
    let made = house.sales.post("/customers", file).await.ok();
    let id = text(&made["id"]);
    house
        .sales
        .post(&format!("/customers/{id}/contacts"), json!({ "name": "张工" }))
        .await
        .ok();
    id
}

/// A review opinion.
pub fn opinion() -> Value {
    json!({ "goal_opinion": "可衡量", "plan_opinion": "可行", "feasibility_opinion": "同意", "budget_opinion": "合理" })
}

/// The application package.
pub fn package(house: &Whole) -> Value {
    json!({
        "summary": "片区漏损监测", "goal": "一期三个片区", "customer_needs": "降漏损", "technical_route": "分区计量",
        "operating_model": "客户自营", "solution_outline": "平台加终端", "cooperation_mode": "总包", "budget": yuan(200_000),
        "presales_owner": house.sales.id, "proposed_team": [{ "role": "technical", "person": house.engineer.id, "duty": "方案" }],
        "work_plan": "八周", "feasibility": "feasible",
    })
}

fn strategy(house: &Whole) -> Value {
    let (sales, engineer) = (house.sales.id, house.engineer.id);
    json!({
        "goal": "二季度签约 90 万元", "commercial": "框架价", "commercial_owner": sales, "cooperation": "与设计院联合",
        "cooperation_owner": sales, "technical": "样板片区", "technical_owner": engineer, "competition": "突出运维",
        "competition_owner": sales, "implementation": "分三期",
    })
}

/// What the gates that refused an action miss, by need.
#[track_caller]
pub fn missing(refused: &Answer) -> Vec<String> {
    assert_eq!(
        (refused.status, refused.code()),
        (409, "gate-not-met"),
        "{}",
        refused.body
    );
    list(&refused.body["items"])
        .iter()
        .filter(|item| item["met"] == false)
        .map(|item| text(&item["need"]))
        .collect()
}

/// A text of an answer.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A list of an answer.
pub fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// What an entry was counted for: an obligation, else an event.
fn source(entry: &Value) -> String {
    text(if entry["obligation_id"].is_null() {
        &entry["event_id"]
    } else {
        &entry["obligation_id"]
    })
}

/// What a control comes to in March 2026, and the records behind it.
#[derive(Clone, Debug)]
pub struct Figure {
    pub kept: i64,
    pub of: i64,
    records: Vec<(String, String)>,
}

impl Figure {
    /// As the executive reads it.
    pub async fn of(house: &Whole, control: &str) -> Figure {
        let path = format!("/compliance/controls/{control}");
        let total = house.executive.get(&format!("{path}?period=2026-03")).await.ok()["total"].clone();
        let records = house
            .executive
            .get(&format!("{path}/records?period=2026-03&limit=200"))
            .await
            .ok();
        let whole = |value: &Value| value.as_f64().unwrap_or(0.0).round() as i64;
        let figure = Figure {
            kept: whole(&total["kept"]),
            of: whole(&total["of"]),
            records: list(&records["items"])
                .iter()
                .map(|one| (source(one), text(&one["subject"]["id"])))
                .collect(),
        };
        assert_eq!(
            figure.records.len() as i64,
            figure.of,
            "{control} opens what it counts: {total} {records}"
        );
        figure
    }

    /// The control counts exactly this much more, and what is new is about this record alone.
    pub async fn moves_by(&self, house: &Whole, control: &str, kept: i64, of: i64, about: &str) -> Figure {
        let now = Figure::of(house, control).await;
        assert_eq!(
            (now.kept - self.kept, now.of - self.of),
            (kept, of),
            "{control}: {self:?} became {now:?}"
        );
        let fresh: Vec<_> = now
            .records
            .iter()
            .filter(|one| !self.records.contains(one))
            .collect();
        assert_eq!(fresh.len() as i64, of, "{control} opens {fresh:?}");
        assert!(
            fresh.iter().all(|(_, subject)| subject == about),
            "{control} opens {fresh:?}, not {about}"
        );
        now
    }
}
