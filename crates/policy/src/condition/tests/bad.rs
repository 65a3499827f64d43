//! Conditions with a fault: where it stands and what it says.

use rstest::rstest;

use super::*;

/// The first fault as `offset+length message`.
fn first(text: &str) -> String {
    match read_as(text, Expect::Flag) {
        Ok(_) => "sound".into(),
        Err(faults) => format!("{}+{} {}", faults[0].offset, faults[0].length, faults[0].message),
    }
}

#[rstest]
#[case::root("projet.active", "0+6 the name projet is not known")]
#[case::fact(
    "project.amuont > money('CNY', 5)",
    "8+6 the fact project.amuont is not known"
)]
#[case::fact_deeper("project.customer.nme == 'x'", "17+3 the fact customer.nme is not known")]
#[case::fact_of_event("event.amout > money('CNY', 5)", "6+5 the fact amout is not known")]
#[case::fact_of_flag("project.active.deep", "15+4 a flag has no deep")]
#[case::fact_of_list("project.items.price == null", "14+5 a list of record has no price")]
#[case::fact_of_element(
    "project.items.exists(i, i.prise == null)",
    "26+5 the fact prise is not known"
)]
#[case::fact_of_form("form(project, 'bid-decision').margn > 1", "30+5 the fact margn is not known")]
#[case::after_chinese(
    "project.name == '城市' && project.amuont == null",
    "32+6 the fact project.amuont is not known"
)]
#[case::money_number("project.amount > 5000", "17+4 money is compared with a whole number")]
#[case::number_money("5000 < project.amount", "0+4 money is compared with a whole number")]
#[case::money_times_money(
    "project.amount * project.budget > money('CNY', 1)",
    "17+14 money is multiplied by money"
)]
#[case::money_divided("project.amount / 2 > money('CNY', 1)", "17+1 money is not divided")]
#[case::money_plus_number(
    "project.amount + 5 > project.budget",
    "17+1 money and a whole number are added"
)]
#[case::money_decimals("project.amount * 1.1 > project.budget", "17+3 money is multiplied by number")]
#[case::currency("project.amount > money('USD', 5)", "23+5 conditions do not convert USD")]
#[case::currency_bare("project.amount > money(CNY, 5)", "23+3 this must be written out")]
#[case::percent_mixed(
    "percent(project.amount, 5) > 1",
    "8+14 money beside a whole number makes no percentage"
)]
#[case::text_number("project.name > 5", "15+1 text is compared with whole number")]
#[case::text_order("project.name > 'a'", "15+3 text has no order")]
#[case::choice("project.kind == 'citty'", "16+7 'citty' is never the case here")]
#[case::choice_in_list("project.kind in ['city', 'bnak']", "25+6 'bnak' is never the case here")]
#[case::grade("project.grade != 'compny'", "17+8 'compny' is never the case here")]
#[case::date("project.due > 'tomorrow'", "14+10 'tomorrow' is no date")]
#[case::date_impossible("project.due > '2026-02-30'", "14+12 '2026-02-30' is no date")]
#[case::date_instant(
    "project.due < project.advanced_at",
    "14+19 a date is compared with an instant"
)]
#[case::instant_short("project.advanced_at < '2026-02-01'", "22+12 '2026-02-01' is no instant")]
#[case::date_sum("project.due + 3 > project.due", "0+11 a date is no number")]
#[case::id_text("project.owner == 'li'", "17+4 member id is compared with text")]
#[case::ids(
    "project.owner == project.department",
    "17+18 member id is compared with department id"
)]
#[case::records("project.customer == customer", "20+8 records are not compared")]
#[case::flag_wanted("project.amount && project.active", "0+14 a money is neither true nor false")]
#[case::not("!project.name", "1+12 a text is neither true nor false")]
#[case::twice_not("!!project.name", "2+12 this gives a text")]
#[case::result("project.members + 1", "0+19 this gives a whole number")]
#[case::branches(
    "project.active ? 1 : 'a'",
    "21+3 one way gives a whole number, the other a text"
)]
#[case::list_mixed("project.members in [1, 'a']", "23+3 a text stands in a list of whole number")]
#[case::in_nothing("project.members in project.name", "19+12 nothing is in a text")]
#[case::in_other("5 in project.tags", "0+1 text is compared with whole number")]
#[case::function("metrc('won-amount', 'month') == null", "0+5 the function metrc is not known")]
#[case::method("project.name.matches('a')", "13+7 the function matches is not known")]
#[case::clock("now() > project.advanced_at", "0+3 the function now is not known")]
#[case::conversion("int(project.weight) > 1", "0+3 the function int is not known")]
#[case::timestamp(
    "timestamp('2026-01-01T00:00:00Z') == null",
    "0+9 the function timestamp is not known"
)]
#[case::arguments("setting('years', 1) > 1", "0+19 setting is called with 2 arguments")]
#[case::no_arguments("percent() > 1", "0+9 percent is called with 0 arguments")]
#[case::called_otherwise("contains(project.name, 'a')", "0+27 contains is not called this way")]
#[case::setting("setting('yaers') > 1", "8+7 the setting yaers is not known")]
#[case::setting_not_written("setting(project.name) == 1", "8+12 this must be written out")]
#[case::period("metric('won-amount', 'mnth') == null", "21+6 the period mnth is not known")]
#[case::future(
    "metric('won-amount', 'month', 1) == null",
    "30+1 this is no period in the past"
)]
#[case::score("score(project, 'index') > 1", "6+7 score index is not of a project")]
#[case::subject("past(project.name, 'solution')", "5+12 this names no record")]
#[case::given(
    "given(project, 'monitor') == 1",
    "15+9 the grades' gift monitor is not known"
)]
#[case::stage("past(project, 'soluton')", "14+9 the stage soluton is not known")]
#[case::element("project.items.exists(project, true)", "21+7 project has a meaning already")]
#[case::element_no_name("project.items.exists(1, true)", "21+1 this is no name for an item")]
#[case::loops(
    "project.items.all(i, i.parts.all(p, [1].all(q, q == p)))",
    "40+3 the loops are too deep"
)]
#[case::has("has(1 + 1)", "4+5 only a fact can be there or not")]
#[case::map("{'a': 1} == null", "0+8 a condition makes no records")]
#[case::record("Project{} == null", "7+2 a condition makes no records")]
#[case::empty("  ", "0+0 the condition is empty")]
#[case::half("project.amount >", "16+0 the condition ends too early")]
#[case::half_after_chinese("project.name == '城市' &&", "23+0 the condition ends too early")]
#[case::two_values("project.active project.active", "15+7 project does not fit here")]
#[case::assigned("project.members = 5", "16+1 = compares nothing")]
#[case::one_ampersand("project.active & true", "15+1 & joins nothing")]
#[case::full_width("project.members ＞ 5", "16+1 ＞ has no meaning here")]
#[case::full_width_quotes("project.name == “城市”", "16+1 “ has no meaning here")]
#[case::open("(project.active", "0+1 this ( is never closed")]
#[case::closed("project.active)", "14+1 this ) closes nothing")]
#[case::crossed("(project.tags[0)] == 'a'", "15+1 this ) closes nothing")]
#[case::quote("project.name == 'abc", "16+4 the text is not closed")]
#[case::quote_over_lines("project.name == 'abc\n'", "16+4 the text is not closed on its line")]
#[case::escape(r"project.name == '\q'", "17+1 this escape is not known")]
#[case::surrogate(r"project.name == '\ud800'", "17+2 this escape names no character")]
#[case::comment("project.active // yes", "15+6 a condition holds no comment")]
#[case::prefix("project.name == r'a'", "16+1 a text takes no prefix")]
#[case::reserved("if == 1", "0+2 if does not fit here")]
#[case::too_large(
    "project.members > 99999999999999999999",
    "18+20 99999999999999999999 does not fit here"
)]
fn a_fault_is_told_where_it_stands(#[case] text: &str, #[case] told: &str) {
    assert_eq!(first(text), told, "{text}");
}

#[rstest]
#[case("project.amuont == null", "did you mean amount?")]
#[case("projct.active", "did you mean project?")]
#[case("metrc('won-amount', 'month') == null", "did you mean metric?")]
#[case("setting('yaers') > 1", "did you mean years?")]
#[case("project.kind == 'citty'", "did you mean 'city'?")]
#[case("project.amount > 5000", "write money('CNY', 5000), in yuan")]
#[case("project.kind == city", "a text stands in quotes: 'city'")]
#[case("project.name > 'a'", "compare a rank, or list the codes: x in ['a', 'b']")]
#[case(
    "project.items.price == null",
    "ask its items: exists(x, x.…), all, filter, map or size"
)]
fn a_fault_says_what_was_probably_meant(#[case] text: &str, #[case] hint: &str) {
    let faults = read_as(text, Expect::Flag).expect_err(text);
    assert_eq!(faults[0].hint.as_deref(), Some(hint), "{text}");
}

#[test]
fn all_faults_are_told_at_once_each_one_time() {
    let faults = read_as(
        "project.amuont > 5 && projct.active && setting('yaers') > 'a' && project.amount > 5",
        Expect::Flag,
    )
    .expect_err("four faults");
    let told: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    assert_eq!(
        told,
        [
            "the fact project.amuont is not known",
            "the name projct is not known",
            "the setting yaers is not known",
            "money is compared with a whole number"
        ]
    );
}

#[rstest]
#[case("project.amount", Expect::Number, "this gives a money")]
#[case("project.members", Expect::Money, "this gives a whole number")]
#[case("project.name", Expect::Amount, "this gives a text")]
#[case("project.active", Expect::Text, "this gives a flag")]
#[case("null", Expect::Flag, "this gives a null")]
fn what_a_place_asks_for_is_checked(#[case] text: &str, #[case] expect: Expect, #[case] message: &str) {
    assert_eq!(read_as(text, expect).expect_err(text)[0].message, message);
}

#[test]
fn a_fault_reads_as_a_sentence() {
    let faults = read_as("project.kind == 'citty'", Expect::Flag).expect_err("a fault");
    assert_eq!(
        faults[0].to_string(),
        "17: 'citty' is never the case here, expected city, bank (did you mean 'city'?)"
    );
}
