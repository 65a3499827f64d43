use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember, form_request};

use crate::id::ProjectId;
use crate::testing::{ALL, SMALL, company_under, project};

/// The small pack with a report that comes out of a sheet, and an archive that is closed complete or not at all.
fn pack() -> String {
    format!(
        r#"{SMALL}
[[deliverable]]
id = "summary"
of = "project"
name = {{ zh = "总结", en = "Summary" }}
from = "form:project-summary"

[[form]]
id = "project-summary"
on = "project"
name = {{ zh = "项目总结", en = "Project summary" }}
fields = [{{ id = "lessons", name = {{ zh = "教训", en = "Lessons" }}, type = "text", required = true }}]

[[gate]]
id = "archive-complete"
before = ["project.archive"]
needs = ["deliverable:all"]
"#
    )
}

async fn li() -> (TestCompany, TestMember, ProjectId) {
    let company = company_under(&pack()).await;
    let li = company
        .member("li")
        .allowed(&ALL, Reach::Own)
        .allowed(&["form.file"], Reach::Own)
        .await;
    let id = project(&li, "甲").await;
    (company, li, id)
}

/// Sends a form with texts and, perhaps, a file.
async fn put(
    company: &TestCompany,
    by: &TestMember,
    id: ProjectId,
    texts: &[(&str, &str)],
    file: Option<(&str, &str)>,
) -> (u16, Value) {
    put_once(company, by, id, texts, file, None).await
}

/// The same with an `Idempotency-Key`.
async fn put_once(
    company: &TestCompany,
    by: &TestMember,
    id: ProjectId,
    texts: &[(&str, &str)],
    file: Option<(&str, &str)>,
    key: Option<&str>,
) -> (u16, Value) {
    let mut request = form_request(&format!("/projects/{id}/archive-items"), texts, file);
    if let Some(key) = key {
        request
            .headers_mut()
            .insert("idempotency-key", key.parse().unwrap());
    }
    let answer = company.request(Some(by.id), request).await;
    (answer.status, answer.body)
}

fn standing(archive: &Value, id: &str) -> Value {
    let all = archive["deliverables"].as_array().unwrap();
    all.iter().find(|one| one["id"] == id).unwrap()["standing"].clone()
}

#[tokio::test]
async fn a_deliverable_is_missing_from_its_stage_on() {
    let (company, li, id) = li().await;
    let path = format!("/projects/{id}/archive");
    let begun = li.get(&path).await.ok();
    assert_eq!(
        (standing(&begun, "report"), standing(&begun, "letters")),
        (json!("later"), json!("optional"))
    );
    assert_eq!(
        (standing(&begun, "contract"), &begun["complete"]),
        (json!("not_asked"), &json!(true))
    );

    let on = li
        .post(&format!("/projects/{id}/advance"), json!({ "to": "proposal" }))
        .await
        .ok();
    assert_eq!(on["archive_missing"], 1);
    assert_eq!(standing(&li.get(&path).await.ok(), "report"), "missing");

    let (status, item) = put(
        &company,
        &li,
        id,
        &[("deliverable", "report")],
        Some(("调查报告.txt", "可行")),
    )
    .await;
    assert_eq!(
        (status, &item["title"], &item["stage"], &item["revision"]),
        (201, &json!("调查报告.txt"), &json!("proposal"), &json!(1)),
        "{item}"
    );
    assert_eq!(
        li.get(&format!("/projects/{id}")).await.ok()["archive_missing"],
        0
    );
    assert_eq!(company.events("deliverable:report.filed").await.len(), 1);
}

#[tokio::test]
async fn a_newer_revision_takes_the_place_of_the_older_which_stays() {
    let (company, li, id) = li().await;
    let (_, first) = put(
        &company,
        &li,
        id,
        &[("deliverable", "letters")],
        Some(("一.txt", "一")),
    )
    .await;
    let replaces = first["id"].as_str().unwrap();
    let (status, second) = put(
        &company,
        &li,
        id,
        &[("deliverable", "letters"), ("replaces", replaces)],
        Some(("二.txt", "二")),
    )
    .await;
    assert_eq!((status, &second["revision"]), (201, &json!(2)));
    let (again, _) = put(
        &company,
        &li,
        id,
        &[("deliverable", "letters"), ("replaces", replaces)],
        Some(("三.txt", "三")),
    )
    .await;
    assert_eq!(again, 422, "what was replaced is not replaced again");
    let archive = li.get(&format!("/projects/{id}/archive")).await.ok();
    let letters = archive["deliverables"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == "letters")
        .unwrap()
        .clone();
    assert!(letters["items"][0]["replaced_at"].is_string());
    assert!(letters["items"][1]["replaced_at"].is_null());
}

#[tokio::test]
async fn what_the_pack_does_not_know_or_nobody_sends_is_not_put_on_file() {
    let (company, li, id) = li().await;
    let (status, body) = put(
        &company,
        &li,
        id,
        &[("deliverable", "poem")],
        Some(("a.txt", "a")),
    )
    .await;
    assert_eq!((status, &body["code"]), (409, &json!("no-such-deliverable")));
    let (status, body) = put(&company, &li, id, &[("deliverable", "letters")], None).await;
    assert_eq!((status, &body["errors"][0]["pointer"]), (422, &json!("/file")));
    let (status, body) = put(
        &company,
        &li,
        id,
        &[("deliverable", "letters"), ("paper", "true")],
        None,
    )
    .await;
    assert_eq!((status, &body["errors"][0]["pointer"]), (422, &json!("/place")));
    let (status, _) = put(
        &company,
        &li,
        id,
        &[("deliverable", "letters"), ("colour", "red")],
        None,
    )
    .await;
    assert_eq!(status, 422);
}

async fn end(li: &TestMember, id: ProjectId) {
    let money = json!({ "amount": 500, "currency": "CNY" });
    li.post(
        &format!("/projects/{id}/win"),
        json!({ "amount": money, "signed_on": "2026-03-02" }),
    )
    .await
    .ok();
    let subject = json!({ "kind": "project", "id": id });
    let sheet = json!({ "form": "project-summary", "subject": subject, "fields": { "lessons": "早介入" } });
    li.post("/filings", sheet).await.ok();
    li.post(&format!("/projects/{id}/summarise"), json!({}))
        .await
        .ok();
}

#[tokio::test]
async fn an_archive_is_closed_complete_or_not_at_all() {
    let (company, li, id) = li().await;
    end(&li, id).await;
    let path = format!("/projects/{id}/archive");

    let early = li.post(&path, json!({})).await;
    assert_eq!(
        (early.status, early.code()),
        (409, "gate-not-met"),
        "{}",
        early.body
    );
    let archive = li.get(&path).await.ok();
    assert_eq!(
        (standing(&archive, "summary"), &archive["missing"]),
        (json!("present"), &json!(2)),
        "{archive}"
    );

    put(
        &company,
        &li,
        id,
        &[("deliverable", "report")],
        Some(("a.txt", "a")),
    )
    .await;
    put(
        &company,
        &li,
        id,
        &[("deliverable", "contract")],
        Some(("c.txt", "c")),
    )
    .await;
    assert_eq!(
        li.post(&path, json!({})).await.status,
        409,
        "the contract is wanted on paper too"
    );
    put(
        &company,
        &li,
        id,
        &[
            ("deliverable", "contract"),
            ("paper", "true"),
            ("place", "三号柜"),
        ],
        None,
    )
    .await;
    let closed = li.post(&path, json!({})).await.ok();

    assert_eq!(
        (&closed["state"], &closed["can"]["actions"]),
        (&json!("archived"), &json!([]))
    );
    let facts = company.events("project.archived").await.remove(0)["facts"].clone();
    let seal = li.get(&path).await.ok()["seal"].clone();
    assert_eq!(
        (&facts["complete"], &facts["manifest"]),
        (&json!(true), &seal["hash"])
    );
    let (status, _) = put(
        &company,
        &li,
        id,
        &[("deliverable", "letters")],
        Some(("a.txt", "a")),
    )
    .await;
    assert_eq!(status, 409, "nothing is added to a closed archive");
}

#[tokio::test]
async fn one_changed_byte_in_a_closed_archive_is_found_and_named() {
    let (company, li, id) = li().await;
    end(&li, id).await;
    for (deliverable, name, bytes) in [("report", "a.txt", "a"), ("contract", "合同.txt", "五百元")] {
        let paper = [
            ("deliverable", deliverable),
            ("paper", "true"),
            ("place", "三号柜"),
        ];
        put(&company, &li, id, &paper, Some((name, bytes))).await;
    }
    let open = li.get(&format!("/projects/{id}/archive/verify")).await;
    assert_eq!((open.status, open.code()), (409, "archive-not-sealed"));
    li.post(&format!("/projects/{id}/archive"), json!({})).await.ok();
    let sound = li.get(&format!("/projects/{id}/archive/verify")).await.ok();
    assert_eq!(
        (&sound["sound"], &sound["checked"]),
        (&json!(true), &json!(3)),
        "{sound}"
    );

    let kept = xianji_platform::ledger::hash("五百元".as_bytes());
    let (first, rest) = kept.split_at(2);
    std::fs::write(company.folder().join("files").join(first).join(rest), "六百元").unwrap();

    let found = li.get(&format!("/projects/{id}/archive/verify")).await.ok();
    assert_eq!(
        (&found["sound"], &found["troubles"][0]["title"]),
        (&json!(false), &json!("合同.txt")),
        "{found}"
    );
    assert_eq!(found["troubles"][0]["what"], "bytes-changed");
}

#[tokio::test]
async fn paper_filed_later_stands_beside_the_file_and_takes_no_place_but_that_of_older_paper() {
    let (company, li, id) = li().await;
    let paper = |place| [("deliverable", "contract"), ("paper", "true"), ("place", place)];
    let (_, file) = put(
        &company,
        &li,
        id,
        &[("deliverable", "contract")],
        Some(("c.txt", "c")),
    )
    .await;
    let file = file["id"].as_str().unwrap().to_owned();
    let mut beside = paper("三号柜").to_vec();
    beside.push(("replaces", &file));
    let (status, first) = put(&company, &li, id, &beside, None).await;
    assert_eq!(status, 201, "{first}");
    let first = first["id"].as_str().unwrap().to_owned();
    let mut newer = paper("四号柜").to_vec();
    newer.push(("replaces", &first));
    put(&company, &li, id, &newer, None).await;

    let archive = li.get(&format!("/projects/{id}/archive")).await.ok();
    let all = archive["deliverables"].as_array().unwrap();
    let contract = all.iter().find(|one| one["id"] == "contract").unwrap();
    let current: Vec<_> = contract["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["replaced_at"].is_null())
        .map(|item| (item["electronic"].clone(), item["place"].clone()))
        .collect();
    assert_eq!(
        current,
        [(json!(true), json!(null)), (json!(false), json!("四号柜"))]
    );
}

#[tokio::test]
async fn nothing_is_filed_objected_applied_for_or_exempted_on_an_archived_project() {
    let (company, li, id) = li().await;
    let draft = li
        .post(&format!("/projects/{id}/initiations"), json!({}))
        .await
        .ok();
    end(&li, id).await;
    for (deliverable, name) in [("report", "a.txt"), ("contract", "c.txt")] {
        let both = [
            ("deliverable", deliverable),
            ("paper", "true"),
            ("place", "三号柜"),
        ];
        put(&company, &li, id, &both, Some((name, name))).await;
    }
    li.post(&format!("/projects/{id}/archive"), json!({})).await.ok();

    let subject = json!({ "kind": "project", "id": id });
    let sheet = json!({ "form": "project-summary", "subject": subject, "fields": { "lessons": "补写" } });
    let filed = li.post("/filings", sheet).await;
    let objected = li
        .post("/objections", json!({ "subject": subject, "words": "不同意" }))
        .await;
    let asked = json!({ "subject": subject, "point": "project.archive", "reason": "急" });
    let exempted = li.post("/exemptions", asked).await;
    let application = format!("/initiations/{}", draft["id"].as_str().unwrap());
    let changed = li.patch(&application, 1, json!({ "note": "再说" })).await;
    let submitted = li.post(&format!("{application}/submit"), json!({})).await;
    for refused in [filed, objected, exempted, changed, submitted] {
        assert_eq!(
            (refused.status, refused.code()),
            (409, "project-not-now"),
            "{refused}"
        );
    }
    let form = li
        .get(&format!(
            "/forms/project-summary?subject_kind=project&subject_id={id}"
        ))
        .await
        .ok();
    assert_eq!(form["can"]["file"], false, "the screen is told so");
    assert_eq!(li.get(&application).await.ok()["can"], json!([]));
    let all = li.get(&format!("/projects/{id}/initiations")).await.ok();
    assert_eq!((&all["items"][0]["can"], &all["can"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn the_same_file_under_one_key_is_filed_once_and_another_is_refused() {
    let (company, li, id) = li().await;
    let texts = [("deliverable", "report")];
    let send = |words| {
        put_once(
            &company,
            &li,
            id,
            &texts,
            Some(("报告.txt", words)),
            Some("file-1"),
        )
    };
    let (first, again, other) = (send("可行").await, send("可行").await, send("不可行").await);
    assert_eq!((first.0, again.0), (201, 201));
    assert_eq!(first.1["id"], again.1["id"]);
    assert_eq!((other.0, &other.1["code"]), (422, &json!("key-reused")));
}
