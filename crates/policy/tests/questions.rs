//! What the engine asks of a pack that is in force.

mod house;

use serde_json::json;
use xianji_kernel::calendar::Span;
use xianji_policy::condition::{Facts, Reference};
use xianji_policy::model::*;
use xianji_policy::read::{Mode, read};

fn desk() -> Pack {
    let sources = [house::shipped("consulting-desk"), house::shipped("standard")];
    read(&sources, &house::vocabulary(), Mode::Strict).expect("it reads")
}

fn facts(root: &str, value: serde_json::Value) -> Facts {
    let mut facts = Facts::default();
    facts.roots.insert(root.into(), value);
    facts
}

#[test]
fn the_five_stages_follow_one_another_and_some_may_be_gone_back_to() {
    let pack = desk();
    let life = pack
        .lifecycle_of("project", &facts("project", json!({})))
        .expect("judged")
        .expect("there");
    let active: Vec<&str> = life.within("active").iter().map(String::as_str).collect();
    assert_eq!(
        active,
        ["research", "requirements", "solution", "negotiation", "signing"]
    );
    assert!(life.follows("solution", "negotiation") && life.follows("signing", "solution"));
    assert!(!life.follows("research", "solution") && !life.follows("solution", "research"));
}

#[test]
fn the_gates_of_a_stage_and_those_before_it_are_found_together() {
    let pack = desk();
    let before = |point: &str| {
        pack.gates_before(point)
            .map(|gate| gate.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(before("stage:solution"), ["solution.enter", "initiation-first"]);
    assert_eq!(
        before("project.archive"),
        ["summary-first", "evaluation-first", "archive-complete"]
    );
    assert!(before("project.update").is_empty());
}

#[test]
fn the_approval_of_an_initiation_follows_its_grade() {
    let pack = desk();
    let subject = ApprovalSubject::Part {
        kind: "project".into(),
        part: "initiation".into(),
    };
    let of = |grade: &str| {
        let facts = facts("project", json!({ "grade": grade }));
        pack.approval_of(&subject, &facts)
            .expect("judged")
            .map(|approval| approval.id.clone())
    };
    assert_eq!(of("ordinary").as_deref(), Some("initiation-ordinary"));
    assert_eq!(of("department").as_deref(), Some("initiation-department"));
    assert_eq!(of("company").as_deref(), Some("initiation-company"));
    assert_eq!(pack.approvals_named("initiation").count(), 3);
}

#[test]
fn the_desk_answers_sooner_than_the_base_and_soonest_when_urgent() {
    let pack = desk();
    let first_reply = |channel: &str, priority: &str| {
        let facts = facts(
            "inquiry",
            json!({ "channel": channel, "priority": priority, "customer": null }),
        );
        let service = pack
            .service_for("inquiry", "first_reply", &facts)
            .expect("judged")
            .expect("one fits");
        service.limits["first_reply"]
    };
    assert_eq!(first_reply("mail", "normal"), Span::WorkingMinutes(60));
    assert_eq!(first_reply("chat", "normal"), Span::WorkingMinutes(30));
    assert_eq!(first_reply("mail", "urgent"), Span::WorkingMinutes(30));
}

#[test]
fn events_lead_to_what_they_open_fulfil_and_count() {
    let pack = desk();
    let opened: Vec<&str> = pack
        .obligations_opened_by("inquiry.received")
        .map(|rule| rule.id.as_str())
        .collect();
    assert_eq!(
        opened,
        ["inquiry-triage", "inquiry-first-reply", "inquiry-completion"]
    );
    let fulfilled: Vec<&str> = pack
        .obligations_fulfilled_by("form:win-strategy.filed")
        .map(|rule| rule.id.as_str())
        .collect();
    assert_eq!(fulfilled, ["win-strategy", "strategy-revision"]);
    assert!(
        pack.obligations_opened_by("stage:solution.entered")
            .any(|rule| rule.id == "solution.limit")
    );
    assert!(
        pack.metrics_moved_by("project.won")
            .any(|metric| metric.id == "won-amount")
    );
    assert!(
        pack.obligations_quieted_by("project.advanced")
            .any(|rule| rule.id == "stalled")
    );
    assert!(
        pack.obligations_ended_by("inquiry.converted")
            .any(|rule| rule.id == "inquiry-follow-up")
    );
    assert!(
        pack.notices_on("project.dynamic_item_filed")
            .any(|notice| notice.id == "dynamic-item-copy")
    );
}

#[test]
fn a_company_chooses_its_settings_and_the_rest_keeps_its_default() {
    let pack = desk();
    assert_eq!(pack.setting("low-response"), Some(&SettingValue::Number(70.0)));
    assert_eq!(
        pack.settings
            .get("low-response")
            .and_then(|setting| setting.default.clone()),
        Some(SettingValue::Number(60.0))
    );
    assert_eq!(pack.span("summary-limit"), Some(&Span::Days(15)));
}

#[test]
fn fifty_million_is_company_level_and_one_tick_is_enough() {
    let pack = desk();
    let grading = pack.gradings.get("project-level").expect("there");
    let ranked: Vec<&str> = grading
        .ranked()
        .into_iter()
        .map(|grade| grade.id.as_str())
        .collect();
    assert_eq!(ranked, ["company", "department", "ordinary"]);
    let Need::Cel(condition) = &grading.ranked()[0].any[0].need else {
        panic!("an amount comes first")
    };
    let setting = Reference::Setting("grade-company-from".into());
    assert!(condition.references().contains(&setting));
    let judge = |fen: i64| {
        let mut facts = facts("project", json!({ "amount": fen }));
        facts.answers.insert(setting.clone(), json!(5_000_000_000_i64));
        condition.judge(&facts).expect("judged")
    };
    assert!(judge(5_000_000_000) && !judge(4_999_999_999));
    assert!(matches!(&grading.ranked()[0].any[1].need, Need::Flag(flag) if flag == "future_market"));
}

#[test]
fn confidential_fields_have_their_readers() {
    let pack = desk();
    assert!(pack.secrecy_of("contact", "phone").is_some());
    assert!(pack.secrecy_of("contact", "name").is_none());
}
