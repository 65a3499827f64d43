//! The company on which the matrix is walked: one member who takes on one role after the other, and four sets of records that stand still.
//!
//! The house rehearses: whatever an operation writes is undone where it would have become durable, so that each is sent to the same state.

use std::collections::HashMap;

use axum::body::Body as Bytes;
use axum::extract::Request;
use serde_json::{Value, json};
use xianji_platform::MemberId;
use xianji_platform::identity::Reach;
use xianji_platform::testing::{TestCompany, TestMember, shipped};

use super::operations::{Body, Operation};

/// How the record stands to the one who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Situation {
    /// Owned, asked for or owed by the one who acts.
    Own,
    /// Another department's, with the one who acts named on it.
    Named,
    /// Another department's.
    Other,
    /// Own, but archived, closed or decided.
    Over,
}

impl Situation {
    pub const ALL: [Self; 4] = [Self::Own, Self::Named, Self::Other, Self::Over];
}

/// In whose shoes the operation is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A member in this position.
    Position(String),
    /// A member without any.
    Nobody,
    /// A customer with a link that was sent to them.
    Link,
    /// Not logged in.
    Public,
}

impl Role {
    pub fn name(&self) -> &str {
        match self {
            Self::Position(id) => id,
            Self::Nobody => "nobody",
            Self::Link => "link",
            Self::Public => "public",
        }
    }

    pub fn is_member(&self) -> bool {
        matches!(self, Self::Position(_) | Self::Nobody)
    }
}

/// The records of one situation by their kind, with their versions.
#[derive(Default)]
pub struct Place {
    pub(super) ids: HashMap<&'static str, String>,
    pub(super) versions: HashMap<&'static str, i64>,
}

impl Place {
    /// The id of a record, of somebody or of something else that a request names.
    pub fn id(&self, kind: &str) -> &str {
        self.ids
            .get(kind)
            .map_or("00000000-0000-7000-8000-000000000000", String::as_str)
    }

    pub(super) fn put(&mut self, kind: &'static str, id: impl ToString) {
        self.ids.insert(kind, id.to_string());
    }
}

/// The company.
pub struct Ground {
    pub(super) company: TestCompany,
    founder: TestMember,
    pub(super) actor: TestMember,
    pub(super) places: Vec<(Situation, Place)>,
    roles: Vec<Role>,
    /// Ends of the links that a customer and a recipient hold: to a survey, to shared data.
    survey_token: String,
    shared_token: String,
    calendar_token: String,
}

impl Ground {
    pub async fn lay() -> Self {
        let company = TestCompany::open(xianji_server::house::modules()).await;
        let here = company.department("咨询部", None).await;
        let there = company.department("销售部", None).await;
        let standard = company.adopt_shipped("standard").await;
        let version = company.adopt(&shipped("consulting-desk"), Some(here)).await;
        let actor = company
            .member("甲")
            .with_positions(&["nobody"])
            .in_department(here)
            .await;
        let colleague = company.member("丁").in_department(here).await;
        let other = company
            .member("乙")
            .with_positions(&["sales"])
            .in_department(there)
            .await;
        let third = company.member("丙").in_department(there).await;
        let founder = company
            .member("全")
            .allowed(&["*"], Reach::Company)
            .in_department(here)
            .await;
        let mut roles: Vec<Role> = positions(&company, here)
            .into_iter()
            .map(Role::Position)
            .collect();
        roles.extend([Role::Nobody, Role::Link, Role::Public]);

        let mut ground = Self {
            company,
            founder: founder.clone(),
            actor,
            places: Vec::new(),
            roles,
            survey_token: String::new(),
            shared_token: String::new(),
            calendar_token: String::new(),
        };
        for situation in Situation::ALL {
            let mut place = ground.records(&founder, &other).await;
            place.put("pack_version", version);
            place.put("other_version", standard);
            place.put("actor", ground.actor.id);
            place.put("other_member", other.id);
            place.put("third_member", third.id);
            place.put("other_department", there);
            place.put(
                "department",
                if situation == Situation::Other {
                    there
                } else {
                    here
                },
            );
            place.put(
                "member",
                match situation {
                    Situation::Own => ground.actor.id,
                    Situation::Named => colleague.id,
                    Situation::Other => third.id,
                    Situation::Over => ground.company.member("戊").in_department(here).await.id,
                },
            );
            ground.stand(&mut place, situation, here, other.id, there).await;
            ground.places.push((situation, place));
        }
        let link = ground.places[0].1.id("survey").to_owned();
        let link = founder
            .post(&format!("/surveys/{link}/link"), json!({}))
            .await
            .ok();
        ground.survey_token = end_of(&link);
        ground.shared_token = ground.share().await;
        ground.calendar_token = ground.calendar().await;
        ground.read_versions().await;
        ground.company.app().rehearse();
        ground
    }

    /// The actor has a calendar and said what comes by mail; answers the end of the calendar's link.
    async fn calendar(&self) -> String {
        let wish = json!({ "notice": "digest", "warning": "digest", "overdue": "now", "digest_hour": 8, "working_time": true });
        self.actor.put("/mail-settings", 0, wish).await.ok();
        let made = self.actor.post("/calendar", json!({})).await.ok();
        let address = made["address"].as_str().unwrap();
        address.rsplit('/').next().unwrap().to_owned()
    }

    /// Shares a customer's data with somebody outside, agreed to past the house, and answers the end of the link.
    async fn share(&self) -> String {
        let customer = self.place(Situation::Own).id("customer");
        let share = json!({ "recipient": "伙伴公司", "reason": "联合投标", "ends_on": "2026-03-05" });
        let run = self
            .founder
            .post(&format!("/customers/{customer}/share"), share)
            .await
            .ok();
        let run = run["id"].as_str().unwrap();
        self.sql(&format!(
            "UPDATE approval_request SET state = 'approved' WHERE subject_id = '{run}'"
        ))
        .await;
        self.sql(&format!(
            "UPDATE export_run SET state = 'approved' WHERE id = '{run}'"
        ))
        .await;
        let made = self
            .founder
            .post(&format!("/exports/{run}/make"), json!({}))
            .await;
        end_of(&made.ok())
    }

    /// Every shipped position, then those who are nobody here.
    pub fn roles(&self) -> Vec<Role> {
        self.roles.clone()
    }

    /// Somebody who may do everything.
    pub fn founder(&self) -> &TestMember {
        &self.founder
    }

    /// The records of a situation.
    pub fn place(&self, situation: Situation) -> &Place {
        &self.places.iter().find(|(one, _)| *one == situation).unwrap().1
    }

    /// Sends a body as it is, as the founder, and answers the status and the problem.
    pub async fn raw(&self, operation: &Operation, body: String) -> (u16, Value) {
        let place = self.place(Situation::Own);
        let version = operation
            .versioned()
            .and_then(|kind| place.versions.get(kind))
            .copied()
            .unwrap_or(1);
        let request = Request::builder()
            .method(operation.method.as_str())
            .uri(format!("/api/v1{}", operation.address(place)))
            .header("content-type", "application/json")
            .header("if-match", format!("\"v{version}\""))
            .body(Bytes::from(body))
            .unwrap();
        let answer = self.company.request(Some(self.founder.id), request).await;
        (answer.status, answer.body)
    }

    /// Sends what an operation takes to another address, as the founder.
    pub async fn at(&self, operation: &Operation, address: &str) -> (u16, Value) {
        let who = Some(self.founder.id);
        let body = match operation.body(self.place(Situation::Own)) {
            Body::Nothing => String::new(),
            Body::Json(body) => body.to_string(),
            Body::Form(fields) => return (self.form(who, address, &fields).await, Value::Null),
        };
        let mut request = Request::builder()
            .method(operation.method.as_str())
            .uri(format!("/api/v1{address}"))
            .header("content-type", "application/json");
        if operation.method != "GET" {
            request = request.header("if-match", "\"v1\"");
        }
        let request = request.body(Bytes::from(body)).unwrap();
        let answer = self.company.request(who, request).await;
        (answer.status, answer.body)
    }

    /// The one who acts takes on a role.
    pub async fn become_(&self, role: &Role) {
        let position = if role.is_member() { role.name() } else { "nobody" };
        self.sql(&format!(
            "UPDATE position_holding SET position = '{position}' WHERE member_id = '{}'",
            self.actor.id
        ))
        .await;
        self.sql("UPDATE company SET generation = generation + 1").await;
        self.company.app().reload_policies().await.unwrap();
    }

    /// What the role may do, with its widest reach.
    pub async fn rights(&self, role: &Role) -> HashMap<String, Reach> {
        if !role.is_member() {
            return HashMap::new();
        }
        let actor = self.actor.act().await;
        let all = &actor.grants().permissions;
        all.iter()
            .filter_map(|(name, grants)| Some((name.clone(), grants.iter().map(|grant| grant.reach).max()?)))
            .collect()
    }

    /// Sends an operation and answers its outcome.
    pub async fn send(&self, role: &Role, operation: &Operation, situation: Situation) -> Outcome {
        let place = self.place(situation);
        let mut address = operation.address(place);
        if operation.path.contains("{token}") {
            let token = if *role == Role::Link {
                let token = match operation.path.as_str() {
                    path if path.starts_with("/public/shared/") => &self.shared_token,
                    path if path.starts_with("/public/calendars/") => &self.calendar_token,
                    _ => &self.survey_token,
                };
                token.clone()
            } else {
                "0".repeat(64)
            };
            address = operation.path.replace("{token}", &token);
        }
        let who = role.is_member().then_some(self.actor.id);
        let version = operation
            .versioned()
            .and_then(|kind| place.versions.get(kind))
            .copied()
            .unwrap_or(1);
        let tag = format!("\"v{version}\"");
        let body = match operation.body(place) {
            Body::Nothing => String::new(),
            Body::Json(body) => body.to_string(),
            Body::Form(fields) => {
                let status = self.form(who, &address, &fields).await;
                return Outcome {
                    status,
                    shows: status < 300,
                };
            }
        };
        let mut request = Request::builder()
            .method(operation.method.as_str())
            .uri(format!("/api/v1{address}"))
            .header("content-type", "application/json");
        if operation.method != "GET" {
            request = request.header("if-match", tag);
        }
        let answer = self
            .company
            .request(who, request.body(Bytes::from(body)).unwrap())
            .await;
        assert!(
            answer.status < 500,
            "{} as {}: {answer} {}",
            operation.id,
            role.name(),
            answer.body
        );
        Outcome {
            status: answer.status,
            shows: answer.status < 300 && shows(&answer.body),
        }
    }

    pub(super) async fn form(&self, who: Option<MemberId>, address: &str, fields: &[(&str, String)]) -> u16 {
        let texts: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        let answer = self
            .company
            .send_form(who, address, &texts, Some(("a.txt", "words")))
            .await;
        assert!(answer.status < 500, "{address}: {answer}");
        answer.status
    }
}

/// The secret end of a link that was just made.
fn end_of(made: &Value) -> String {
    let link = made["link"].as_str().unwrap();
    link.rsplit('/').next().unwrap().to_owned()
}

/// What came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub status: u16,
    /// Whether it went well and was more than an empty list.
    pub shows: bool,
}

fn shows(body: &Value) -> bool {
    match (&body["items"], &body["columns"]) {
        (Value::Array(items), _) => !items.is_empty(),
        (_, Value::Array(columns)) => columns.iter().any(|column| column["count"] != 0),
        _ => true,
    }
}

/// Every position that the packs in force there describe, those in a record's team left out.
fn positions(company: &TestCompany, department: xianji_platform::DepartmentId) -> Vec<String> {
    let book = company.app().policies();
    let today = book.today(company.now());
    let (_, pack) = book.in_force(department, today).unwrap();
    let mut ids: Vec<String> = pack
        .positions
        .iter()
        .filter(|one| one.of.is_none())
        .map(|one| one.id.clone())
        .collect();
    ids.sort();
    ids
}
