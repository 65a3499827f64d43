use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

use crate::id::{InitiationId, ProjectId};
use crate::testing::{ALL, company, company_under, project_of};

/// A pack in which the chief decides on initiations, and a package must be filed first.
const REVIEWED: &str = r#"
id = "reviewed"
version = "1"
name = { zh = "有评审", en = "Reviewed" }
lifecycle = [{ id = "deal", of = "project", stages = { active = ["lead", "solution"] } }]
stage = [{ id = "lead", name = { zh = "线索", en = "Lead" } }, { id = "solution", name = { zh = "方案", en = "Solution" } }]
position = [{ id = "chief", name = { zh = "主管", en = "Chief" }, may = ["approval.*", "project.read"], reach = "company" }]
form = [{ id = "initiation-package", on = "project", name = { zh = "立项资料包", en = "Package" }, fields = [
  { id = "summary", name = { zh = "摘要", en = "Summary" }, type = "text", required = true },
] }]
gate = [
  { id = "package", before = ["initiation.submit"], needs = ["form:initiation-package"] },
  { id = "initiation-first", before = ["stage:solution"], when = "project.amount == null || project.amount >= money('CNY', 1000)", needs = ["approved:initiation"] },
]
approval = [{ id = "initiation-ordinary", name = { zh = "立项评审", en = "Review" }, subject = "project.initiation",
  steps = [{ by = "position:chief", within = "2 working days" }] }]
"#;

struct Scene {
    company: TestCompany,
    li: TestMember,
    chief: TestMember,
    project: ProjectId,
}

async fn scene() -> Scene {
    let company = company_under(REVIEWED).await;
    let chief = company.member("chief").with_positions(&["chief"]).await;
    let li = company
        .member("li")
        .allowed(&ALL, Reach::Own)
        .allowed(&["form.file"], Reach::Own)
        .await;
    let project = project_of(&li, json!({ "name": "江城", "first_lead_on": "2026-02-20" })).await;
    Scene {
        company,
        li,
        chief,
        project,
    }
}

impl Scene {
    async fn draft(&self) -> InitiationId {
        self.li
            .post(&format!("/projects/{}/initiations", self.project), json!({}))
            .await
            .id()
    }

    async fn package(&self) {
        let subject = json!({ "kind": "project", "id": self.project });
        let sheet =
            json!({ "form": "initiation-package", "subject": subject, "fields": { "summary": "水务" } });
        self.li.post("/filings", sheet).await.ok();
    }

    async fn submitted(&self) -> (InitiationId, String) {
        let id = self.draft().await;
        self.package().await;
        let handed = self
            .li
            .post(&format!("/initiations/{id}/submit"), json!({}))
            .await
            .ok();
        (id, handed["approval_id"].as_str().unwrap().to_owned())
    }

    async fn read(&self, id: InitiationId) -> Value {
        self.li.get(&format!("/initiations/{id}")).await.ok()
    }
}

#[tokio::test]
async fn where_nobody_has_to_decide_an_application_counts_as_approved_at_once() {
    let company = company().await;
    let li = company.member("li").allowed(&ALL, Reach::Own).await;
    let project = project_of(&li, json!({ "name": "甲", "first_lead_on": "2026-02-20" })).await;

    let drafted = li
        .post(
            &format!("/projects/{project}/initiations"),
            json!({ "budget": { "amount": 50_000, "currency": "CNY" } }),
        )
        .await;
    assert_eq!(
        (drafted.status, &drafted.body["number"], &drafted.body["revision"]),
        (201, &json!("LX-2026-000001"), &json!(1))
    );
    let id: InitiationId = drafted.id();
    let handed = li
        .post(&format!("/initiations/{id}/submit"), json!({}))
        .await
        .ok();

    assert_eq!(handed["state"], "approved");
    assert_eq!(
        li.get(&format!("/projects/{project}")).await.ok()["initiated"],
        true
    );
    let facts = company.events("initiation.submitted").await.remove(0)["facts"].clone();
    assert_eq!(
        facts,
        json!({ "first": true, "days_since_lead": 10, "complete_at_first": true })
    );
    let approved = company.events("initiation.approved").await;
    assert_eq!(approved[0]["facts"], json!({ "complete": true }));
}

#[tokio::test]
async fn an_application_without_its_package_is_not_handed_in() {
    let scene = scene().await;
    let id = scene.draft().await;

    let refused = scene
        .li
        .post(&format!("/initiations/{id}/submit"), json!({}))
        .await;

    assert_eq!(
        (refused.status, refused.code()),
        (409, "gate-not-met"),
        "{}",
        refused.body
    );
    assert_eq!(refused.body["items"][0]["need"], "form:initiation-package");
    assert_eq!(scene.read(id).await["state"], "draft");
}

#[tokio::test]
async fn an_approved_application_opens_the_gate_of_the_next_stage() {
    let scene = scene().await;
    let path = format!("/projects/{}/advance", scene.project);
    let early = scene.li.post(&path, json!({ "to": "solution" })).await;
    assert_eq!((early.status, early.code()), (409, "gate-not-met"));

    let (id, approval) = scene.submitted().await;
    assert_eq!(scene.read(id).await["state"], "in_review");
    let second = scene
        .li
        .post(&format!("/projects/{}/initiations", scene.project), json!({}))
        .await;
    assert_eq!((second.status, second.code()), (409, "initiation-still-open"));
    scene
        .chief
        .post(&format!("/approvals/{approval}/approve"), json!({}))
        .await
        .ok();

    assert_eq!(scene.read(id).await["state"], "approved");
    let on = scene.li.post(&path, json!({ "to": "solution" })).await;
    assert_eq!(
        (on.status, &on.body["initiated"]),
        (200, &json!(true)),
        "{}",
        on.body
    );
}

#[tokio::test]
async fn a_returned_application_is_revised_and_both_versions_stay() {
    let scene = scene().await;
    let (first, approval) = scene.submitted().await;
    scene
        .chief
        .post(
            &format!("/approvals/{approval}/return"),
            json!({ "words": "补充预算" }),
        )
        .await
        .ok();
    assert_eq!(scene.read(first).await["state"], "returned");

    let (second, _) = scene.submitted().await;

    let all = scene
        .li
        .get(&format!("/projects/{}/initiations", scene.project))
        .await
        .ok();
    assert_eq!(
        (&all["items"][0]["revision"], &all["items"][0]["state"]),
        (&json!(2), &json!("in_review"))
    );
    assert_eq!(
        (&all["items"][1]["revision"], &all["items"][1]["state"]),
        (&json!(1), &json!("returned"))
    );
    assert_ne!(first, second);
    let facts: Vec<Value> = scene
        .company
        .events("initiation.submitted")
        .await
        .into_iter()
        .map(|one| one["facts"]["first"].clone())
        .collect();
    assert_eq!(facts, [json!(true), json!(false)]);
}

#[tokio::test]
async fn an_application_taken_back_is_a_draft_again() {
    let scene = scene().await;
    let (id, approval) = scene.submitted().await;

    let back = scene
        .li
        .post(&format!("/initiations/{id}/withdraw"), json!({}))
        .await
        .ok();

    assert_eq!(
        (&back["state"], &back["approval_id"]),
        (&json!("draft"), &json!(null))
    );
    assert_eq!(scene.company.events("initiation.withdrawn").await.len(), 1);
    let late = scene
        .chief
        .post(&format!("/approvals/{approval}/approve"), json!({}))
        .await;
    assert_eq!(late.status, 409, "{}", late.body);
}

#[tokio::test]
async fn projects_right_before_the_gate_without_an_application_are_listed() {
    let scene = scene().await;
    project_of(
        &scene.li,
        json!({ "name": "小单", "amount": { "amount": 99_900, "currency": "CNY" } }),
    )
    .await;

    let listed = scene.li.get("/projects/uninitiated").await.ok();
    assert_eq!(
        listed["items"].as_array().unwrap().len(),
        1,
        "a small deal need not be applied for: {listed}"
    );
    assert_eq!(
        (&listed["items"][0]["name"], &listed["items"][0]["gate"]),
        (&json!("江城"), &json!("initiation-first"))
    );
    assert_eq!(listed["items"][0]["days_since_lead"], 10);

    scene.submitted().await;
    assert_eq!(
        scene.li.get("/projects/uninitiated").await.ok()["items"],
        json!([])
    );
}

#[tokio::test]
async fn projects_without_an_application_come_page_by_page_the_oldest_lead_first() {
    let scene = scene().await;
    for (name, day) in [("乙", "2026-02-18"), ("丙", "2026-02-20"), ("丁", "2026-02-26")] {
        project_of(&scene.li, json!({ "name": name, "first_lead_on": day })).await;
    }
    let small = json!({ "amount": 99_900, "currency": "CNY" });
    project_of(
        &scene.li,
        json!({ "name": "小单", "amount": small, "first_lead_on": "2026-02-19" }),
    )
    .await;

    let (mut names, mut pages, mut after) = (Vec::new(), 0, String::new());
    loop {
        let page = scene
            .li
            .get(&format!("/projects/uninitiated?limit=2{after}"))
            .await
            .ok();
        let items = page["items"].as_array().unwrap();
        names.extend(items.iter().map(|one| one["name"].as_str().unwrap().to_owned()));
        pages += 1;
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!((names.join(""), pages), ("乙江城丙丁".to_owned(), 2));
}

#[tokio::test]
async fn the_list_says_when_an_application_may_be_begun() {
    let scene = scene().await;
    let path = format!("/projects/{}/initiations", scene.project);
    let can = async || scene.li.get(&path).await.ok()["can"].clone();
    assert_eq!(can().await, json!(["initiation.draft"]));
    scene.submitted().await;
    assert_eq!(can().await, json!([]), "one is on its way");
    assert_eq!(
        scene.chief.get(&path).await.ok()["can"],
        json!([]),
        "who only reads begins none"
    );
}
