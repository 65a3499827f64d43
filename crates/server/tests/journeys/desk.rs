//! Small steps of the consulting desk, and what compliance says of them.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use serde_json::{Value, json};
use xianji_platform::testing::{Answer, TestMember};

use crate::company::Whole;

/// A moment of March 2026 in Shanghai.
pub fn march(day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 3, day, hour, minute, 0).unwrap() - TimeDelta::hours(8)
}

/// The id in a body.
#[track_caller]
pub fn id(body: &Value) -> String {
    body["id"]
        .as_str()
        .unwrap_or_else(|| panic!("no id in {body}"))
        .to_owned()
}

/// What a control comes to in March: how many kept it, of how many, and which records it opens with how each ended.
#[derive(Debug, PartialEq)]
pub struct Standing {
    pub kept: Option<f64>,
    pub of: Option<f64>,
    pub records: Vec<(String, String)>,
}

impl Standing {
    /// Nothing was due.
    pub fn nothing() -> Self {
        Self {
            kept: None,
            of: None,
            records: Vec::new(),
        }
    }

    /// So many of so many.
    pub fn of(kept: i32, of: i32, records: &[(&str, &str)]) -> Self {
        let mut records: Vec<(String, String)> = records
            .iter()
            .map(|(subject, outcome)| ((*subject).to_owned(), (*outcome).to_owned()))
            .collect();
        records.sort();
        Self {
            kept: Some(kept.into()),
            of: Some(of.into()),
            records,
        }
    }
}

impl Whole {
    /// The house with a consultant who knows products, prices and technology.
    pub async fn with_skills() -> Self {
        let house = Self::open().await;
        for (skill, level) in [("product", 2), ("technical", 2)] {
            house.teach(&house.consultant, skill, level).await;
        }
        house
    }

    /// Puts a skill on record.
    pub async fn teach(&self, member: &TestMember, skill: &str, level: i32) {
        let path = format!("/members/{}/skills", member.id);
        self.administrator
            .post(&path, json!({ "skill": skill, "level": level }))
            .await
            .ok();
    }

    /// Moves the clock on and lets time do its work.
    pub async fn until(&self, at: DateTime<Utc>) {
        let by = at - self.company.now();
        assert!(by >= TimeDelta::zero(), "time does not go back to {at}");
        self.company.advance_time(by).await;
    }

    /// A customer of somebody's, with a contact; the file is not complete.
    pub async fn customer_of(&self, owner: &TestMember, name: &str, mail: &str) -> String {
        let customer = id(&owner.post("/customers", json!({ "name": name })).await.ok());
        let contact = json!({ "name": "王芳", "email": mail, "mobile": "13812345678", "main": true });
        owner
            .post(&format!("/customers/{customer}/contacts"), contact)
            .await
            .ok();
        customer
    }

    /// An inquiry that the consultant takes in for a customer.
    pub async fn inquiry_by(&self, channel: &str, customer: &str) -> String {
        let body = json!({ "channel": channel, "customer_id": customer, "question": "两条产线的视觉检测怎么选型？" });
        id(&self.consultant.post("/inquiries", body).await.ok())
    }

    /// The first thing said in an inquiry.
    pub async fn first_message(&self, inquiry: &str) -> String {
        let said = self
            .lead
            .get(&format!("/inquiries/{inquiry}/messages"))
            .await
            .ok();
        id(&said["items"][0])
    }

    /// Something that the consultant does with an inquiry.
    pub async fn consult(&self, inquiry: &str, step: &str, body: Value) -> Answer {
        self.consultant
            .post(&format!("/inquiries/{inquiry}/{step}"), body)
            .await
    }

    /// Class, priority, background and aim; the route of the pack gives it to the consultant.
    pub async fn triage(&self, inquiry: &str) {
        let classified = self
            .consult(
                inquiry,
                "classify",
                json!({ "class": "product", "priority": "normal" }),
            )
            .await
            .ok();
        assert_eq!(
            classified["assignee"]["name"], "周敏",
            "the route knows whom: {classified}"
        );
        let assessment =
            json!({ "background": "扩产", "aim": "降低漏检", "clarity": "clear", "needs": "两级检测" });
        self.consult(inquiry, "assess", assessment).await.ok();
    }

    /// The answer with its source.
    pub async fn reply(&self, inquiry: &str) {
        self.consult(
            inquiry,
            "reply",
            json!({ "body": "建议两级检测", "source": "产品手册第三章" }),
        )
        .await
        .ok();
    }

    /// Closes it with all that the pack asks for.
    pub async fn close(&self, inquiry: &str) {
        let body = json!({ "changes": { "extra": { "purchase_intent": "later" } } });
        self.consult(inquiry, "close", body).await.ok();
    }

    /// From the question to the closing without delay.
    pub async fn closed_inquiry(&self, channel: &str, customer: &str) -> String {
        let inquiry = self.inquiry_by(channel, customer).await;
        self.triage(&inquiry).await;
        self.reply(&inquiry).await;
        self.close(&inquiry).await;
        inquiry
    }

    /// The consultant makes the customer's link and the customer answers with five times so many stars.
    pub async fn respond(&self, inquiry: &str, stars: i32) {
        let path = format!("/surveys?subject_kind=inquiry&subject_id={inquiry}");
        let survey = id(&self.consultant.get(&path).await.ok()[0]);
        let link = self
            .consultant
            .post(&format!("/surveys/{survey}/link"), json!({}))
            .await
            .ok();
        let token = link["link"]
            .as_str()
            .unwrap()
            .rsplit('/')
            .next()
            .unwrap()
            .to_owned();
        let form = self
            .company
            .public_get(&format!("/public/forms/{token}"))
            .await
            .ok();
        assert_eq!(form["id"], "inquiry-response");
        let fields = json!({ "speed": stars, "professionalism": stars, "attitude": stars, "usefulness": stars, "beyond_expectation": stars });
        let answer = self
            .company
            .public_post(&format!("/public/forms/{token}"), json!({ "fields": fields }))
            .await;
        assert_eq!(answer.status, 204, "{answer}");
    }

    /// Approves the one request on an export or sharing that waits.
    pub async fn agree(&self, by: &TestMember, run: &str) {
        let found = self.sales.get(&format!("/exports/{run}")).await.ok();
        let request = found["approval_id"].as_str().unwrap().to_owned();
        by.post(&format!("/approvals/{request}/approve"), json!({}))
            .await
            .ok();
    }

    /// A sheet filed on a record.
    pub async fn file(
        &self,
        member: &TestMember,
        form: &str,
        kind: &str,
        subject: &str,
        fields: Value,
    ) -> Answer {
        let body = json!({ "form": form, "subject": { "kind": kind, "id": subject }, "fields": fields });
        member.post("/filings", body).await
    }

    /// What a rule has opened on a record, the earliest due first.
    pub async fn owed(&self, rule: &str, subject: &str) -> Vec<Value> {
        let all = self
            .executive
            .get("/obligations?limit=200&sort=due_at")
            .await
            .ok();
        let items = all["items"].as_array().unwrap().clone();
        let mine = |one: &Value| {
            one["subject"]["id"] == subject && one["rule"].as_str().is_some_and(|id| id.ends_with(rule))
        };
        items.into_iter().filter(mine).collect()
    }

    /// The states of what a rule has opened on a record.
    pub async fn states(&self, rule: &str, subject: &str) -> Vec<String> {
        self.owed(rule, subject)
            .await
            .iter()
            .map(|one| one["state"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Those to whom the only obligation of a rule on a record went up.
    pub async fn escalated(&self, rule: &str, subject: &str) -> Vec<String> {
        let owed = self.owed(rule, subject).await;
        assert_eq!(owed.len(), 1, "{owed:?}");
        let page = self
            .executive
            .get(&format!("/obligations/{}", id(&owed[0])))
            .await
            .ok();
        let shares = page["history"]["shares"].as_array().unwrap().clone();
        let up = shares.iter().filter(|share| share["role"] == "escalated");
        up.map(|share| share["person"]["name"].as_str().unwrap().to_owned())
            .collect()
    }

    /// A control in March, as the executive reads it.
    pub async fn control(&self, control: &str) -> Standing {
        let page = self
            .executive
            .get(&format!("/compliance/controls/{control}?period=2026-03"))
            .await
            .ok();
        let list = self
            .executive
            .get(&format!("/compliance/controls/{control}/records?period=2026-03"))
            .await
            .ok();
        assert_eq!(page["state"], "bound", "{page}");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let items = list["items"].as_array().unwrap();
        let mut records: Vec<(String, String)> = items
            .iter()
            .map(|one| (text(&one["subject"]["id"]), text(&one["outcome"])))
            .collect();
        records.sort();
        Standing {
            kept: page["total"]["kept"].as_f64(),
            of: page["total"]["of"].as_f64(),
            records,
        }
    }

    /// One of the measures that a control names, in March.
    pub async fn measure(&self, control: &str, measure: &str) -> Option<f64> {
        let page = self
            .executive
            .get(&format!("/compliance/controls/{control}?period=2026-03"))
            .await
            .ok();
        let measures = page["measures"].as_array().unwrap();
        let found = measures.iter().find(|one| one["id"] == measure);
        found.unwrap_or_else(|| panic!("{control} is not measured by {measure}: {page}"))["value"].as_f64()
    }

    /// How many copies by this notice wait for a member unread.
    pub async fn notices(&self, member: &TestMember, notice: &str) -> usize {
        let told = member.get("/notifications?unread=true").await.ok();
        let items = told["items"].as_array().unwrap();
        items
            .iter()
            .filter(|one| one["kind"] == "notice" && one["words"].to_string().contains(notice))
            .count()
    }

    /// What is missing at a gate that refused.
    pub fn missing(answer: &Answer) -> Vec<String> {
        assert_eq!((answer.status, answer.code()), (409, "gate-not-met"), "{answer}");
        let items = answer.body["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|item| item["met"] == false);
        items
            .map(|item| item["need"].as_str().unwrap_or_default().to_owned())
            .collect()
    }
}
