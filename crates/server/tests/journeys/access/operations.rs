//! The operations of the API as its description lists them, and what is sent to each.

use serde_json::{Value, json};

use super::ground::{Place, Role, Situation};

/// One operation of the description.
#[derive(Clone)]
pub struct Operation {
    pub id: String,
    pub method: String,
    /// Below `/api/v1`, with its holes.
    pub path: String,
}

/// What is sent with it.
pub enum Body {
    Nothing,
    Json(Value),
    /// Fields of a form, and whether a file goes along.
    Form(Vec<(&'static str, String)>),
}

impl Operation {
    /// All that the house describes.
    pub fn all() -> Vec<Self> {
        let document = xianji_server::house::describe().unwrap();
        let mut all = Vec::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                all.push(Self {
                    id: operation["operationId"].as_str().unwrap().to_owned(),
                    method: method.to_uppercase(),
                    path: path.trim_start_matches("/api/v1").to_owned(),
                });
            }
        }
        all
    }

    /// Kind of the record that it is about, as `visible` knows it; nothing when it asks for none.
    pub fn about(&self) -> Option<&'static str> {
        let first = self
            .path
            .trim_start_matches('/')
            .split('/')
            .next()
            .unwrap_or_default();
        if self.path.contains("{id}") {
            return match first {
                "approvals" => Some("approval"),
                "contacts" => Some("contact"),
                "customers" if self.id == "contact.list" => Some("contact"),
                "customers" => Some("customer"),
                "departments" => Some("department"),
                "exports" => Some("export_run"),
                "files" => Some("customer"),
                "filings" | "projects" | "objections" | "initiations" | "milestones" | "tasks" => {
                    Some("project")
                }
                "handovers" => Some("handover"),
                "imports" => Some("import_run"),
                "inquiries" | "surveys" => Some("inquiry"),
                "interactions" => Some("interaction"),
                "leads" => Some("lead"),
                "members" => Some("member"),
                "notifications" => Some("notification"),
                "obligations" => Some("obligation"),
                _ => None,
            };
        }
        match self.id.as_str() {
            "file.list" | "file.upload" | "interaction.record" | "interaction.plan" => Some("customer"),
            "form.list" | "form.file" | "form.read" | "gate.items" | "gate.exempt" | "grading.list" => {
                Some("project")
            }
            "objection.list" | "objection.raise" => Some("project"),
            "survey.list" => Some("inquiry"),
            _ => None,
        }
    }

    /// Whether it is sent in this role: what counts attempts is sent once, and a customer's link opens nothing but its form.
    pub fn is_for(&self, role: &Role) -> bool {
        match role {
            Role::Public => true,
            Role::Link => self.path.contains("{token}"),
            Role::Position(_) | Role::Nobody => {
                !matches!(self.id.as_str(), "public.inquiry" | "session.open")
            }
        }
    }

    /// In which situations its record may be.
    pub fn situations(&self) -> &'static [Situation] {
        if self.about().is_some() {
            &Situation::ALL
        } else {
            &[Situation::Own]
        }
    }

    /// The path with its holes filled, its query added.
    pub fn address(&self, place: &Place) -> String {
        let first = self
            .path
            .trim_start_matches('/')
            .split('/')
            .next()
            .unwrap_or_default();
        let kind = match first {
            "policies" => "pack_version",
            "exports" => "export_run",
            "imports" => "import_run",
            plural => singular(plural),
        };
        let mut path = self
            .path
            .replace("{id}", place.id(kind))
            .replace("{place}", place.id("team_member"))
            .replace("{absence}", place.id("absence"))
            .replace("{delegation}", place.id("delegation"))
            .replace("{holding}", place.id("position_holding"))
            .replace("{session}", "none")
            .replace("{form}", "weekly-report")
            .replace("{token}", place.id("token"))
            .replace("{metric}", "won-deals");
        if first == "compliance" {
            path = path.replace(place.id("compliance"), "CTL-INQ-01");
        }
        let of = |kind: &str| format!("?subject_kind={kind}&subject_id={}", place.id(kind));
        let query = match self.id.as_str() {
            "file.list" => of("customer"),
            "form.list" | "form.read" | "grading.list" | "objection.list" => of("project"),
            "survey.list" => of("inquiry"),
            "gate.items" => format!("{}&point=stage:requirements", of("project")),
            "project.gate" => "?to=requirements".into(),
            "customer.merge_preview" => format!("?into={}", place.id("customer")),
            "field.list" => "?subject_kind=customer".into(),
            "customer.duplicates" => "?name=%E5%8D%97%E6%B9%96".into(),
            _ => String::new(),
        };
        path + &query
    }

    /// The table in which the version stands that a change must name.
    pub fn versioned(&self) -> Option<&str> {
        let first = self
            .path
            .trim_start_matches('/')
            .split('/')
            .next()
            .unwrap_or_default();
        (self.method != "GET" && self.path.contains("{id}")).then(|| singular(first))
    }

    /// Something that whoever may do it can do, as far as the state of the record lets anybody.
    pub fn body(&self, place: &Place) -> Body {
        if self.method == "GET" || self.method == "DELETE" {
            return Body::Nothing;
        }
        let (actor, other) = (place.id("actor"), place.id("other_member"));
        let subject = |kind: &str| json!({ "kind": kind, "id": place.id(kind) });
        let body = match self.id.as_str() {
            "file.upload" => {
                return Body::Form(vec![
                    ("subject_kind", "customer".into()),
                    ("subject_id", place.id("customer").to_owned()),
                ]);
            }
            "import_run.upload" => return Body::Form(vec![("kind", "customer".into())]),
            "project.file_deliverable" => {
                return Body::Form(vec![("deliverable", "feasibility-analysis".into())]);
            }
            "approval.add_signer" | "approval.hand_over" => json!({ "member": other, "words": "请看" }),
            "approval.reject" | "approval.return" | "obligation.waive" => json!({ "words": "理由" }),
            "company.update" => json!({ "name": "星河" }),
            "contact.update" | "contact.create" => json!({ "name": "新名" }),
            "contact.reveal" => json!({ "field": "mobile" }),
            "customer.create" => json!({ "name": "一家新客户" }),
            "customer.update" => json!({ "region": "华东" }),
            "customer.transfer" | "project.transfer" => json!({ "to": other, "reason": "调岗" }),
            "customer.merge" => json!({ "into": place.id("customer"), "reason": "重复" }),
            "customer.export" => json!({ "reason": "月度回顾" }),
            "customer.share" => {
                json!({ "recipient": "伙伴公司", "reason": "联合投标", "ends_on": "2026-03-05" })
            }
            "mail.want" => json!({
                "notice": "digest", "warning": "digest", "overdue": "now", "digest_hour": 8, "working_time": true,
            }),
            "obligation.refuse" => json!({ "reason": "不完整" }),
            "policy.migrate" => json!({ "to": place.id("other_version"), "dry_run": true }),
            "rate.enter" => json!({ "currency": "USD", "from_on": "2026-03-02", "rate_ppm": 7_100_000 }),
            "holiday.load" => {
                json!({ "text": "date,kind,name_en,name_zh\n2027-01-01,holiday,New Year's Day,元旦\n" })
            }
            "session.choose_language" => json!({ "language": "zh" }),
            "department.create" => json!({ "name": "新部门", "parent_id": place.id("department") }),
            "department.update" => json!({ "name": "改名" }),
            "gate.exempt" => {
                json!({ "subject": subject("project"), "point": "stage:requirements", "reason": "急" })
            }
            "form.file" => {
                json!({ "form": "weekly-report", "subject": subject("project"), "fields": weekly() })
            }
            "handover.refuse" | "lead.discard" => json!({ "reason": "不合适" }),
            "inquiry.receive" => json!({ "channel": "phone", "question": "如何选型？" }),
            "inquiry.update" => json!({ "title": "改题" }),
            "inquiry.assess" => json!({ "aim": "选型", "background": "两条产线", "clarity": "clear" }),
            "inquiry.assign" => json!({ "to": actor }),
            "inquiry.classify" => json!({ "class": "product", "priority": "normal" }),
            "handover.offer" => json!({ "intent": "high", "summary": "想买", "to": other }),
            "inquiry.match" => json!({ "customer_id": place.id("customer") }),
            "inquiry.hear" => json!({ "body": "他又问了" }),
            "inquiry.reassign" => json!({ "reason": "出差", "to": other }),
            "inquiry.reply" => json!({ "body": "可以这样选" }),
            "inquiry.reveal" => json!({ "field": "sender_phone" }),
            "interaction.record" => json!({
                "customer_id": place.id("customer"), "content": "谈了需求", "happened_at": "2026-03-02T00:30:00Z", "kind": "call",
            }),
            "interaction.register" => json!({ "inquiry_id": place.id("inquiry") }),
            "interaction.plan" => {
                json!({ "customer_id": place.id("customer"), "planned_at": "2026-03-05T02:00:00Z", "kind": "visit" })
            }
            "lead.create" => json!({ "title": "一条线索" }),
            "lead.update" => json!({ "title": "改题" }),
            "member.create" => {
                json!({ "name": "新人", "login": "xinren", "department_id": place.id("department") })
            }
            "member.update" => json!({ "phone": "13900000000" }),
            "absence.record" => {
                json!({ "from_at": "2026-03-09T01:00:00Z", "until_at": "2026-03-10T01:00:00Z" })
            }
            "delegation.give" => json!({
                "delegate_id": place.id("third_member"), "from_at": "2026-03-09T01:00:00Z", "until_at": "2026-03-10T01:00:00Z",
            }),
            "member.move" => json!({ "department_id": place.id("other_department") }),
            "member.reset_password" => json!({ "password": "a long new password" }),
            "position.assign" => json!({ "position": "marketing" }),
            "skill.record" => json!({ "skill": "product", "level": 2 }),
            "milestone.update" | "task.update" => json!({ "notes": "补充" }),
            "milestone.plan" | "task.create" => json!({ "title": "下一步" }),
            "objection.raise" => json!({ "subject": subject("project"), "words": "不同意" }),
            "objection.answer" => json!({ "answer": "这样处理" }),
            "obligation.hand_over" => json!({ "to": other }),
            "policy.publish" | "policy.check" => json!({ "pack": "consulting-desk" }),
            "policy.adopt" => json!({ "department_id": place.id("department") }),
            "project.create" => json!({ "name": "新项目", "customer": place.id("customer") }),
            "project.update" => json!({ "notes": "补充" }),
            "project.advance" => json!({ "to": "requirements" }),
            "project.return" => json!({ "to": "research" }),
            "project.skip" => json!({ "stage": "requirements" }),
            "project.appoint" => json!({ "team": [{ "member": other, "role": "technical" }] }),
            "project.change_member" => json!({ "member": other, "role": "technical" }),
            "project.drop" | "project.lose" => json!({ "reason": "price", "words": "太贵" }),
            "project.file_dynamic_item" => json!({ "content": "来电", "kind": "call" }),
            "project.win" => {
                json!({ "amount": { "amount": 100, "currency": "CNY" }, "signed_on": "2026-03-02" })
            }
            "form.answer_public" => json!({ "fields": {
                "speed": 4, "professionalism": 4, "attitude": 4, "usefulness": 4, "beyond_expectation": 4, "suggestion": "好",
            } }),
            "public.inquiry" => json!({ "name": "王女士", "phone": "13812345678", "question": "如何选型？" }),
            "session.open" => json!({ "login": "no-such-person", "password": "wrong" }),
            "session.change_password" => json!({ "old": "wrong", "password": "a long new password" }),
            "task.assign" => json!({ "to": other }),
            _ => json!({}),
        };
        Body::Json(body)
    }
}

fn weekly() -> Value {
    json!({ "progress": "照计划", "next_week": "方案" })
}

fn singular(plural: &str) -> &str {
    match plural {
        "inquiries" => "inquiry",
        "exports" => "export_run",
        "imports" => "import_run",
        "filings" => "form_filing",
        other => other.strip_suffix('s').unwrap_or(other),
    }
}
