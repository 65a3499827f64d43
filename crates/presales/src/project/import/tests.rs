use serde_json::{Value, json};
use xianji_platform::testing::{TestCompany, TestMember};

use crate::testing::{SMALL, company_under};

/// A company whose sellers import into their own projects: whoever imports must hold the right still when the rows are taken in.
async fn company() -> TestCompany {
    let seller = r#"
[[position]]
id = "seller"
name = { zh = "销售", en = "Seller" }
reach = "own"
may = ["project.*", "customer.*"]
"#;
    company_under(&format!("{SMALL}{seller}")).await
}

/// Takes a file in, and answers the import and what became of each row.
async fn import(
    company: &TestCompany,
    member: &TestMember,
    text: &str,
    on_duplicate: &str,
) -> (Value, Value) {
    let form = [("kind", "project")];
    let run = company
        .send_form(Some(member.id), "/imports", &form, Some(("项目.csv", text)))
        .await
        .ok();
    let run = format!("/imports/{}", run["id"].as_str().unwrap());
    let wish = json!({ "on_duplicate": on_duplicate });
    member.post(&format!("{run}/map"), wish).await.ok();
    member.post(&format!("{run}/start"), json!({})).await.ok();
    company.tick().await;
    let rows = member.get(&format!("{run}/rows")).await.ok();
    (member.get(&run).await.ok(), rows["items"].clone())
}

const FILE: &str = "项目名称,客户,类型,金额,预计签约,目标\n\
    江城智慧水务,江城水务,集成,628万,2026-09-30,\n\
    无主之地,没有这家,,,,\n\
    ,江城水务,,,,\n\
    自建机房,,产品,12000,,\n";

#[tokio::test]
async fn projects_begin_out_of_a_file_and_what_is_empty_is_filled_later() {
    let company = company().await;
    let li = company.member("li").with_positions(&["seller"]).await;
    li.post("/customers", json!({ "name": "江城水务有限公司" }))
        .await
        .ok();
    let (run, rows) = import(&company, &li, FILE, "skip").await;
    assert_eq!(run["state"], "finished", "{run}");
    assert_eq!(
        run["counts"],
        json!({ "seen": 4, "made": 2, "updated": 0, "skipped": 0, "failed": 2 }),
        "{rows}"
    );
    assert_eq!(rows[1]["reasons"][0]["code"], "fault-no-such-customer");
    assert_eq!(rows[2]["reasons"][0]["field"], "name");
    assert_eq!(run["can"]["undo"], false);
    let first = format!("/projects/{}", rows[0]["record"]["id"].as_str().unwrap());
    let project = li.get(&first).await.ok();
    assert_eq!(
        (&project["name"], &project["stage"], &project["kind"]),
        (&json!("江城智慧水务"), &json!("guidance"), &json!("integration"))
    );
    assert_eq!(project["amount"]["amount"], 628_000_000);
    assert_eq!(company.events("stage:guidance.entered").await.len(), 2);

    let later = FILE.replace("2026-09-30,", "2026-12-31,提前投产");
    let (again, _) = import(&company, &li, &later, "fill").await;
    assert_eq!(
        again["counts"],
        json!({ "seen": 4, "made": 0, "updated": 1, "skipped": 1, "failed": 2 })
    );
    let project = li.get(&first).await.ok();
    assert_eq!(
        (&project["goal"], &project["expected_sign_on"]),
        (&json!("提前投产"), &json!("2026-09-30"))
    );
}

#[tokio::test]
async fn a_project_that_one_may_not_see_is_not_taken_for_ones_own() {
    let company = company().await;
    let li = company.member("li").with_positions(&["seller"]).await;
    let wang = company.member("wang").with_positions(&["seller"]).await;
    li.post("/projects", json!({ "name": "自建机房" })).await.ok();
    let text = "项目名称,类型\n自建机房,产品\n";
    let (run, _) = import(&company, &wang, text, "skip").await;
    assert_eq!(
        (&run["counts"]["made"], &run["counts"]["skipped"]),
        (&json!(1), &json!(0))
    );
}
