use serde_json::{Value, json};
use xianji_platform::Reach;
use xianji_platform::testing::{TestCompany, TestMember};

use crate::id::{MilestoneId, ProjectId, TaskId};
use crate::testing::{ALL, company, project};

async fn li() -> (TestCompany, TestMember, ProjectId) {
    let company = company().await;
    let li = company.member("li").allowed(&ALL, Reach::Own).await;
    let id = project(&li, "甲").await;
    (company, li, id)
}

async fn milestone(li: &TestMember, project: ProjectId, due_on: &str) -> MilestoneId {
    li.post(
        &format!("/projects/{project}/milestones"),
        json!({ "title": "交方案", "due_on": due_on }),
    )
    .await
    .id()
}

#[tokio::test]
async fn a_task_is_given_to_somebody_who_sees_and_does_it() {
    let (company, li, project) = li().await;
    let wang = company
        .member("wang")
        .allowed(&["task.complete", "project.read"], Reach::Own)
        .await;

    let made = li
        .post(
            &format!("/projects/{project}/tasks"),
            json!({ "title": " 写标书 ", "owner": wang.id, "due_on": "2026-03-02" }),
        )
        .await;
    assert_eq!(
        (made.status, &made.body["title"], &made.body["number"]),
        (201, &json!("写标书"), &json!("RW-2026-000001"))
    );
    let id: TaskId = made.id();
    assert_eq!(
        wang.get(&format!("/projects/{project}")).await.status,
        404,
        "a task shows no project"
    );
    let done = wang.post(&format!("/tasks/{id}/complete"), json!({})).await.ok();

    assert_eq!((&done["state"], &done["can"]), (&json!("done"), &json!([])));
    assert_eq!(company.events("task.done").await[0]["facts"]["on_time"], true);
    let twice = wang.post(&format!("/tasks/{id}/complete"), json!({})).await;
    assert_eq!((twice.status, twice.code()), (409, "plan-item-not-open"));
}

#[tokio::test]
async fn nobody_unknown_is_given_a_task() {
    let (_company, li, project) = li().await;
    let nobody = json!({ "title": "甲", "owner": "00000000-0000-7000-8000-000000000000" });
    let made = li.post(&format!("/projects/{project}/tasks"), nobody).await;
    assert_eq!(
        (made.status, &made.body["errors"][0]["code"]),
        (422, &json!("no-such-member")),
        "{}",
        made.body
    );
}

#[tokio::test]
async fn a_task_done_after_its_day_is_late() {
    let (company, li, project) = li().await;
    let made = li
        .post(
            &format!("/projects/{project}/tasks"),
            json!({ "title": "甲", "due_on": "2026-03-01" }),
        )
        .await;
    assert_eq!(made.body["overdue"], true);
    let id: TaskId = made.id();
    li.post(&format!("/tasks/{id}/complete"), json!({})).await.ok();
    assert_eq!(company.events("task.done").await[0]["facts"]["on_time"], false);
}

#[tokio::test]
async fn the_next_step_is_the_open_task_that_is_due_first() {
    let (_company, li, project) = li().await;
    for (title, due) in [
        ("后", json!("2026-03-20")),
        ("先", json!("2026-03-10")),
        ("随时", Value::Null),
    ] {
        li.post(
            &format!("/projects/{project}/tasks"),
            json!({ "title": title, "due_on": due }),
        )
        .await
        .ok();
    }
    let page = li.get(&format!("/projects/{project}")).await.ok();
    assert_eq!(
        (&page["next_step"]["kind"], &page["next_step"]["title"]),
        (&json!("obligation"), &json!("Guidance")),
        "{}",
        page["next_step"]
    );
    li.post(
        &format!("/projects/{project}/advance"),
        json!({ "to": "proposal" }),
    )
    .await
    .ok();
    let page = li.get(&format!("/projects/{project}")).await.ok();
    assert_eq!(
        (&page["next_step"]["kind"], &page["next_step"]["title"]),
        (&json!("task"), &json!("先")),
        "{}",
        page["next_step"]
    );
}

#[tokio::test]
async fn a_milestone_moved_past_its_baseline_slips() {
    let (company, li, project) = li().await;
    let bare = li
        .post(&format!("/projects/{project}/baseline-plan"), json!({}))
        .await;
    assert_eq!((bare.status, bare.code()), (409, "nothing-to-baseline"));
    let id = milestone(&li, project, "2026-03-10").await;

    let planned = li
        .post(&format!("/projects/{project}/baseline-plan"), json!({}))
        .await
        .ok();
    assert_eq!(planned["items"][0]["baseline_on"], "2026-03-10");
    assert_eq!(company.events("project.plan_baselined").await.len(), 1);

    let moved = li
        .patch(&format!("/milestones/{id}"), 2, json!({ "due_on": "2026-03-15" }))
        .await;
    assert_eq!(
        (moved.status, &moved.body["slip_days"]),
        (200, &json!(5)),
        "{}",
        moved.body
    );
    assert_eq!(company.events("milestone.slipped").await[0]["facts"]["days"], 5);
    let earlier = li
        .patch(&format!("/milestones/{id}"), 3, json!({ "due_on": "2026-03-09" }))
        .await
        .ok();
    assert_eq!(earlier["slip_days"], -1);
    assert_eq!(
        company.events("milestone.slipped").await.len(),
        1,
        "coming early is no slip"
    );
}

#[tokio::test]
async fn a_milestone_is_on_time_by_its_baseline_not_by_its_newest_date() {
    let (company, li, project) = li().await;
    let id = milestone(&li, project, "2026-03-01").await;
    li.post(&format!("/projects/{project}/baseline-plan"), json!({}))
        .await
        .ok();
    li.patch(&format!("/milestones/{id}"), 2, json!({ "due_on": "2026-03-31" }))
        .await
        .ok();

    let ahead = li
        .post(&format!("/milestones/{id}/reach"), json!({ "on": "2026-03-03" }))
        .await;
    assert_eq!(
        (ahead.status, &ahead.body["errors"][0]["code"]),
        (422, &json!("in-the-future"))
    );
    let reached = li.post(&format!("/milestones/{id}/reach"), json!({})).await.ok();

    assert_eq!(
        (&reached["state"], &reached["reached_on"]),
        (&json!("reached"), &json!("2026-03-02"))
    );
    assert_eq!(
        company.events("milestone.reached").await[0]["facts"]["on_time"],
        false
    );
}

const OVER_PARTS: &str = r#"
[[form]]
id = "review"
on = "project"
name = { zh = "评审", en = "Review" }
fields = [
  { id = "title", type = "text", name = { zh = "待办", en = "To do" }, required = true },
  { id = "mark", type = "score", name = { zh = "分", en = "Mark" }, required = true },
  { id = "due_on", type = "date", name = { zh = "日期", en = "By" } },
]
makes = [{ record = "task", when = "form.mark < 80" }]

[[obligation]]
id = "task-report"
name = { zh = "任务汇报", en = "Task report" }
opens_on = "form:review.filed"
for_each = "project.tasks"
responsible = "tasks.owner"
due = "tasks.due_on - 1 working day"
fulfilled_by = "task.done"
"#;

#[tokio::test]
async fn a_sheet_makes_a_task_and_each_task_of_the_project_owes_what_the_rule_says() {
    let company = crate::testing::company_under(&[crate::testing::SMALL, OVER_PARTS].concat()).await;
    let may = [&ALL[..], &["form.*", "obligation.*"]].concat();
    let li = company.member("li").allowed(&may, Reach::Own).await;
    let project = project(&li, "甲").await;
    let task = json!({ "title": "写标书", "due_on": "2026-03-06" });
    li.post(&format!("/projects/{project}/tasks"), task).await.ok();
    let sheet = json!({ "form": "review", "subject": { "kind": "project", "id": project },
        "fields": { "title": "补材料", "mark": 60, "due_on": "2026-03-10" } });
    let filed = li.post("/filings", sheet).await.ok();

    assert_eq!(filed["made"][0]["kind"], "task");
    let tasks = li.get(&format!("/projects/{project}/tasks")).await.ok();
    let made = tasks["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == filed["made"][0]["id"])
        .unwrap()
        .clone();
    assert_eq!(
        (&made["title"], &made["due_on"]),
        (&json!("补材料"), &json!("2026-03-10"))
    );

    let owed = li.get("/obligations?sort=due_at").await.ok();
    let reports: Vec<&Value> = owed["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["rule"] == "task-report")
        .collect();
    assert_eq!(
        reports.len(),
        2,
        "the task that was there and the one that was made: {owed}"
    );
    assert!(reports.iter().all(|one| one["subject"]["kind"] == "task"));
    let id = made["id"].as_str().unwrap();
    li.post(&format!("/tasks/{id}/complete"), json!({})).await.ok();
    let after = li.get("/obligations").await.ok();
    let states: Vec<(&Value, &Value)> = after["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["rule"] == "task-report")
        .map(|one| (&one["subject"]["id"], &one["state"]))
        .collect();
    assert!(states.contains(&(&json!(id), &json!("fulfilled"))), "{after}");
}
