//! Sound conditions and what they come to.

use rstest::rstest;
use serde_json::json;

use super::*;

#[rstest]
#[case::money("project.amount > money('CNY', 1000000)", true)]
#[case::money_equal("project.amount == money('CNY', 2000000)", true)]
#[case::money_with_cents("event.amount == money('CNY', 5.0)", true)]
#[case::money_added("project.amount - project.budget * 2 == money('CNY', 0)", true)]
#[case::money_factor_first("2 * project.budget >= project.amount", true)]
#[case::money_negative("-project.amount < event.amount", true)]
#[case::setting("project.amount >= setting('initiation-from')", true)]
#[case::metric("metric('won-amount', 'month', -1) > metric('won-amount', 'month')", true)]
#[case::score("score(customer, 'index') > 81", true)]
#[case::form(
    "form(project, 'bid-decision').win_chance == 'even' && form(project, 'bid-decision').margin > 15",
    false
)]
#[case::given("given(project, 'monitors') == 2", true)]
#[case::past("past(project, 'solution')", true)]
#[case::grade("project.grade == 'company' && project.rank >= 3", true)]
#[case::grade_of("grade(project, 'project-level') in ['company', 'department']", true)]
#[case::asked_again("percent(project.amount, decided.amount) > 110", true)]
#[case::percent_is_whole(
    "percent(1, 3) == 33 && percent(2, 3) == 67 && percent(1, 200) == 0 && percent(3, 200) == 2",
    true
)]
#[case::percent_of_negative("percent(-2, 3) == -67 && percent(2, -3) == -67", true)]
#[case::percent_of_nothing("percent(5, 0) == 0", true)]
#[case::flag("project.active", true)]
#[case::flag_compared("project.active == true", true)]
#[case::logic("!project.active || project.members > 5 && project.members < 8", true)]
#[case::choice(
    "(project.members > 5 ? project.amount : project.budget) == project.amount",
    true
)]
#[case::text(
    "project.name.startsWith('城市') && project.name.endsWith('City') && project.name.contains('大脑')",
    true
)]
#[case::text_size("size(project.name) == 9 && project.name.size() == 9", true)]
#[case::text_escape(r"'it\'s' == 'it\u0027s'", true)]
#[case::text_with_brackets("project.name != ')))(((]]]'", true)]
#[case::date("project.due >= '2026-03-01' && project.due < '2026-03-03'", true)]
#[case::instant("project.advanced_at < '2026-02-01T08:00:00.000001Z'", true)]
#[case::id("project.owner in project.team", true)]
#[case::in_texts("'urgent' in project.tags", true)]
#[case::not_in("!('slow' in project.tags)", true)]
#[case::index("project.tags[0] == 'urgent'", true)]
#[case::exists("project.items.exists(i, i.count == 0)", true)]
#[case::all("project.items.all(i, i.price > money('CNY', 20))", false)]
#[case::filter("size(project.items.filter(i, i.count > 0)) == 1", true)]
#[case::map("project.items.map(i, i.price * i.count)[0] == event.amount * 4", true)]
#[case::two_loops("project.items.exists(i, i.parts.exists(p, p == i.count))", true)]
#[case::loops_in_a_row(
    "project.items.filter(i, i.count > 1).map(i, i.price).exists(p, p == event.amount * 2)",
    true
)]
#[case::loop_over_written("[1, 2, 3].all(x, x < project.members)", true)]
#[case::owner("project.customer.orders == customer.orders", true)]
#[case::record_there("project.customer != null && has(project.customer.name)", true)]
#[case::numbers("project.weight * 2 == 5 && 7 / 2 == 3 && 7 % 2 == 1 && 7.0 / 2 == 3.5", true)]
#[case::lines("project.active\n  && project.members == 7", true)]
fn a_sound_condition_is_judged(#[case] text: &str, #[case] verdict: bool) {
    assert_eq!(read(text).judge(&facts()), Ok(verdict), "{text}");
}

#[rstest]
#[case("event.amount", Expect::Money, json!(500))]
#[case("event.amount", Expect::Amount, json!(500))]
#[case("1", Expect::Amount, json!(1))]
#[case("project.weight * 2", Expect::Number, json!(5.0))]
#[case("project.kind", Expect::Text, json!("city"))]
#[case("project.items.map(i, i.count)", Expect::Any, json!([2, 0]))]
#[case("project.tags", Expect::Any, json!(["urgent", "ai"]))]
#[case("project.public_sector", Expect::Any, json!(null))]
fn a_value_is_computed(#[case] text: &str, #[case] expect: Expect, #[case] value: Json) {
    let condition = read_as(text, expect).expect(text);
    assert_eq!(condition.value(&facts()), Ok(value), "{text}");
}

#[test]
fn what_must_be_loaded_is_told_once_and_in_order() {
    let condition = read(
        "project.customer.orders > 1 && project.items.exists(i, i.count > given(project, 'monitors')) \
         && metric('won-amount', 'quarter', -2) > project.amount && project.amount > setting('initiation-from')",
    );
    let told: Vec<String> = condition.references().iter().map(Reference::to_string).collect();
    assert_eq!(
        told,
        [
            "project.customer.orders",
            "project.items",
            "given(project, 'monitors')",
            "metric('won-amount', 'quarter', -2)",
            "project.amount",
            "setting('initiation-from')"
        ]
    );
}

#[test]
fn a_subject_may_be_reached_over_another() {
    let condition = read("score(project.customer, 'index') > 1");
    let asked = Reference::Score {
        subject: "project.customer".into(),
        score: "index".into(),
    };
    assert_eq!(condition.references(), [asked]);
}

#[test]
fn what_the_loader_forgot_is_told_and_not_guessed() {
    let mut facts = facts();
    facts.answers.clear();
    let setting = Reference::Setting("initiation-from".into());
    assert_eq!(
        read("project.amount >= setting('initiation-from')").judge(&facts),
        Err(JudgeError::Unanswered(setting))
    );
    assert_eq!(
        read("!project.active && past(project, 'solution')").judge(&facts),
        Ok(false),
        "never came to it"
    );
}

#[test]
fn a_fact_loaded_in_another_form_than_declared_is_told() {
    let mut facts = facts();
    facts.roots.insert(
        "project".into(),
        json!({ "active": "yes", "amount": "much", "items": 5 }),
    );
    let wrong = |expected, found| Err(JudgeError::WrongShape { expected, found });
    assert_eq!(
        read("project.active && true").judge(&facts),
        wrong("flag", "text")
    );
    assert_eq!(
        read("project.amount > money('CNY', 1)").judge(&facts),
        wrong("text", "whole number")
    );
    assert_eq!(
        read("project.items.exists(i, i.count > 0)").judge(&facts),
        wrong("list", "whole number")
    );
}

#[test]
fn a_condition_is_shared_between_threads() {
    let condition = read("project.active");
    let other = condition.clone();
    let judged = std::thread::spawn(move || other.judge(&facts()))
        .join()
        .expect("no panic");
    assert_eq!(judged, condition.judge(&facts()));
    assert_eq!(condition.text(), "project.active");
}
