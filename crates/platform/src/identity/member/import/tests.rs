use serde_json::{Value, json};

use crate::testing::{TestCompany, TestMember};

/// Takes a file in, and answers the import and what became of each row.
async fn import(company: &TestCompany, admin: &TestMember, text: &str) -> (Value, Value) {
    let form = [("kind", "member")];
    let run = company
        .send_form(Some(admin.id), "/imports", &form, Some(("员工.csv", text)))
        .await
        .ok();
    let run = format!("/imports/{}", run["id"].as_str().unwrap());
    admin.post(&format!("{run}/start"), json!({})).await.ok();
    company.tick().await;
    let rows = admin.get(&format!("{run}/rows")).await.ok();
    (admin.get(&run).await.ok(), rows["items"].clone())
}

#[tokio::test]
async fn members_come_into_the_departments_that_rows_name_and_are_taken_back() {
    let company = TestCompany::open(vec![]).await;
    let admin = company.member("admin").with_positions(&["administrator"]).await;
    let (north, south) = (
        company.department("北区", None).await,
        company.department("南区", None).await,
    );
    let northern = company.department("销售部", Some(north)).await;
    let southern = json!({ "name": "销售部", "parent_id": south });
    admin.post("/departments", southern).await.ok();

    let text = "姓名,账号,部门,邮箱,部门负责人\n\
        李伟,li.wei,北区/销售部,li@example.com,是\n\
        王芳,wang,销售部,,\n\
        赵敏,zhao,没有这里,,\n\
        孙立,ADMIN,南区,,\n\
        周平,zhou,南区,,\n";
    let (run, rows) = import(&company, &admin, text).await;
    assert_eq!(run["state"], "finished", "{run}");
    assert_eq!(
        run["counts"],
        json!({ "seen": 5, "made": 2, "updated": 0, "skipped": 1, "failed": 2 }),
        "{rows}"
    );
    let codes: Vec<&Value> = [1, 2, 3]
        .iter()
        .map(|row| &rows[row]["reasons"][0]["code"])
        .collect();
    assert_eq!(
        codes,
        ["fault-several-departments", "fault-unknown", "import-known-login"]
    );
    let li = format!("/members/{}", rows[0]["record"]["id"].as_str().unwrap());
    let member = admin.get(&li).await.ok();
    assert_eq!(
        (&member["name"], &member["login"]),
        (&json!("李伟"), &json!("li.wei"))
    );
    assert_eq!(member["department"]["id"], json!(northern));

    let stranger = company.member("li").await;
    let refused = company
        .send_form(
            Some(stranger.id),
            "/imports",
            &[("kind", "member")],
            Some(("a.csv", "姓名,账号,部门\n")),
        )
        .await;
    assert_eq!(refused.status, 403);

    let run = format!("/imports/{}", run["id"].as_str().unwrap());
    admin.post(&format!("{run}/undo"), json!({})).await.ok();
    company.tick().await;
    let undone = admin.get(&run).await.ok();
    assert_eq!(
        (&undone["state"], &undone["taken_back"]),
        (&json!("undone"), &json!(2))
    );
}
