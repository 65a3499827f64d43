//! One record of each kind, made by somebody who may do everything.

use serde_json::{Value, json};
use uuid::Uuid;
use xianji_platform::testing::TestMember;

use super::ground::{Ground, Place};

impl Ground {
    /// One of each kind, made by somebody who may do everything.
    pub(super) async fn records(&self, founder: &TestMember, other: &TestMember) -> Place {
        let mut place = Place::default();
        let made = |path: String, body: Value| async move {
            let body = founder.post(&path, body).await.ok();
            body["id"].as_str().unwrap_or_default().to_owned()
        };
        let customer = made("/customers".into(), json!({ "name": format!("南湖{}", Uuid::new_v4()), "confirmed_not_duplicate": true, "not_duplicate_reason": "不同" })).await;
        place.put(
            "contact",
            made(
                format!("/customers/{customer}/contacts"),
                json!({ "name": "王芳", "mobile": "13812345678" }),
            )
            .await,
        );
        place.put(
            "interaction",
            made(
                "/interactions/plan".into(),
                json!({ "customer_id": customer, "planned_at": "2026-03-05T02:00:00Z", "kind": "visit" }),
            )
            .await,
        );
        place.put(
            "lead",
            made(
                "/leads".into(),
                json!({ "title": "线索", "customer_id": customer }),
            )
            .await,
        );
        let inquiry = made("/inquiries".into(), json!({ "channel": "phone", "question": "怎么选型？", "customer_id": customer, "sender_phone": "13812345678" })).await;
        let handover = json!({ "intent": "high", "summary": "想买", "to": other.id });
        place.put(
            "handover",
            made(format!("/inquiries/{inquiry}/handovers"), handover).await,
        );
        let project = made(
            "/projects".into(),
            json!({ "name": "项目", "customer": customer, "amount": { "amount": 100, "currency": "CNY" } }),
        )
        .await;
        place.put(
            "initiation",
            made(format!("/projects/{project}/initiations"), json!({})).await,
        );
        place.put(
            "milestone",
            made(
                format!("/projects/{project}/milestones"),
                json!({ "title": "节点" }),
            )
            .await,
        );
        place.put(
            "task",
            made(format!("/projects/{project}/tasks"), json!({ "title": "任务" })).await,
        );
        place.put(
            "export_run",
            made("/customers/export".into(), json!({ "reason": "回顾" })).await,
        );
        place.put("import_run", self.import(founder).await);
        let subject = json!({ "kind": "project", "id": project });
        let exempted = json!({ "subject": subject, "point": "stage:requirements", "reason": "急" });
        let asked = founder.post("/exemptions", exempted).await.ok();
        place.put("approval", asked["items"][0]["request"].as_str().unwrap());
        let objection = founder
            .post("/objections", json!({ "subject": subject, "words": "不同意" }))
            .await
            .ok();
        place.put("objection", objection["items"][0]["id"].as_str().unwrap());
        let sheet = json!({ "form": "weekly-report", "subject": subject, "fields": { "progress": "好", "next_week": "方案" } });
        place.put("form_filing", made("/filings".into(), sheet).await);
        place.put("file", self.file(&customer, founder).await);
        place.put("customer", customer);
        place.put("inquiry", inquiry);
        place.put("project", project);
        let obligation = self.owed(&place).await;
        place.put("obligation", obligation);
        place
    }

    pub(super) async fn file(&self, customer: &str, founder: &TestMember) -> String {
        let fields = [
            ("subject_kind", "customer".to_owned()),
            ("subject_id", customer.to_owned()),
        ];
        assert_eq!(self.form(Some(founder.id), "/files", &fields).await, 201);
        let files = founder
            .get(&format!("/files?subject_kind=customer&subject_id={customer}"))
            .await
            .ok();
        files[0]["id"].as_str().unwrap().to_owned()
    }

    /// A file of customers that waits to be taken in.
    async fn import(&self, founder: &TestMember) -> String {
        let file = Some(("customers.csv", "客户名称\n东湖\n"));
        let company = &self.company;
        let made = company
            .send_form(Some(founder.id), "/imports", &[("kind", "customer")], file)
            .await
            .ok();
        made["id"].as_str().unwrap().to_owned()
    }

    /// Something that is owed on one of them.
    pub(super) async fn owed(&self, place: &Place) -> String {
        self.company.tick().await;
        let about: Vec<String> = place.ids.values().map(|id| format!("'{id}'")).collect();
        let about = about.join(", ");
        let first = format!("SELECT id FROM obligation WHERE subject_id IN ({about}) ORDER BY id LIMIT 1");
        self.one::<Uuid>(&first).await.to_string()
    }
}
