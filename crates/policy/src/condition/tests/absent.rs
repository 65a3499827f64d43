//! Nothing fails because a fact is not filled in.

use rstest::rstest;
use serde_json::json;

use super::*;

#[rstest]
#[case("project.amount > money('CNY', 1)", false)]
#[case("project.amount <= money('CNY', 1)", false)]
#[case("!(project.amount > money('CNY', 1))", true)]
#[case("project.amount == null", true)]
#[case("project.amount != null", false)]
#[case("project.amount == project.budget", true)]
#[case("project.amount == money('CNY', 0)", false)]
#[case("project.amount + project.budget > money('CNY', 0)", false)]
#[case("-project.amount == null", true)]
#[case("has(project.amount)", false)]
#[case("has(project.customer)", false)]
#[case("project.active", false)]
#[case("!project.active", true)]
#[case("project.active && true", false)]
#[case("project.active || true", true)]
#[case("project.active ? false : true", true)]
#[case("project.customer.name == 'x'", false)]
#[case("project.customer.name == null", true)]
#[case("project.kind in ['city']", false)]
#[case("'a' in project.tags", false)]
#[case("project.owner in project.team", false)]
#[case("project.name.contains('a')", false)]
#[case("size(project.name) == 0 && size(project.items) == 0", true)]
#[case("project.items.exists(i, true)", false)]
#[case("project.items.all(i, false)", true)]
#[case("size(project.items.filter(i, true).map(i, i.count)) == 0", true)]
#[case("project.items[0].price == null", true)]
#[case("project.tags[5] == null", true)]
#[case("project.due < '2026-01-01'", false)]
#[case("percent(project.amount, project.budget) == null", true)]
#[case("form(project, 'bid-decision').margin > 1", false)]
#[case("money('CNY', project.members) == null", true)]
#[case("project.members / 2 == null", true)]
fn an_empty_fact_is_judged_and_never_fails(#[case] text: &str, #[case] verdict: bool) {
    let form = Reference::Form {
        subject: "project".into(),
        form: "bid-decision".into(),
    };
    for project in [
        json!({}),
        json!(null),
        json!({ "amount": null, "customer": null, "items": null, "tags": [] }),
    ] {
        let mut facts = Facts::default();
        facts.roots.insert("project".into(), project);
        facts.answers.insert(form.clone(), json!(null));
        assert_eq!(read(text).judge(&facts), Ok(verdict), "{text}");
    }
    let facts = Facts {
        answers: [(form, json!(null))].into(),
        ..Facts::default()
    };
    assert_eq!(read(text).judge(&facts), Ok(verdict), "{text}, without any root");
}

#[rstest]
#[case("1 / 0 == null", true)]
#[case("1 % 0 == null", true)]
#[case("1.0 / 0.0 == null", true)]
#[case("9223372036854775807 + 1 > 9223372036854775807", true)]
#[case("-9223372036854775807 - 9 < -9223372036854775807", true)]
#[case(
    "9223372036854775807 * 9223372036854775807 * 9223372036854775807 * 9223372036854775807 > 0",
    true
)]
#[case("money('CNY', 9223372036854775807) > project.amount", true)]
#[case("percent(9223372036854775807, 1) > 1", true)]
fn numbers_at_the_edge_are_handled(#[case] text: &str, #[case] verdict: bool) {
    assert_eq!(read(text).judge(&facts()), Ok(verdict), "{text}");
}

#[test]
fn a_value_that_no_column_holds_is_an_error_of_its_own() {
    let condition = read_as("9223372036854775807 + 1", Expect::Number).expect("sound");
    assert_eq!(condition.value(&facts()), Err(JudgeError::TooLarge));
}

#[test]
fn loops_over_lists_beyond_reason_end() {
    let long: Vec<u32> = (0..3_000).collect();
    let mut facts = Facts::default();
    facts.roots.insert(
        "project".into(),
        json!({ "items": long.iter().map(|_| json!({ "parts": long })).collect::<Vec<_>>() }),
    );
    let condition = read("project.items.all(i, i.parts.all(p, p >= 0))");
    assert_eq!(condition.judge(&facts), Err(JudgeError::TooMuchWork));
    assert_eq!(
        read("project.items.all(i, size(i.parts) == 3000)").judge(&facts),
        Ok(true)
    );
}

#[test]
fn handing_a_long_list_around_costs_as_much_as_it_is_long() {
    let items: Vec<Json> = (0..20_000).map(|count| json!({ "count": count })).collect();
    let mut facts = Facts::default();
    facts.roots.insert("project".into(), json!({ "items": items }));
    for text in [
        "[project.items.map(i, i.count)].all(l, project.items.all(i, size(l) > 0))",
        "project.items.all(i, project.items.exists(j, true))",
        "project.items.all(i, project.items[0].count == 0)",
    ] {
        assert_eq!(read(text).judge(&facts), Err(JudgeError::TooMuchWork), "{text}");
    }
}
