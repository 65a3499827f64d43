//! Nothing that stands in a pack file ends the process.

use std::thread;

use proptest::prelude::*;
use rstest::rstest;

use super::*;

/// As small as the stack of a worker thread.
fn on_a_small_stack(text: String) -> Result<Condition, Vec<Fault>> {
    thread::Builder::new()
        .stack_size(2 * 1024 * 1024)
        .spawn(move || {
            let outcome = read_as(&text, Expect::Any);
            if let Ok(condition) = &outcome {
                let _ = condition.value(&facts());
            }
            outcome
        })
        .expect("a thread")
        .join()
        .expect("no panic")
}

#[rstest]
#[case::brackets("(".repeat(10_000) + "1" + &")".repeat(10_000))]
#[case::brackets_within_length("(".repeat(400) + "1" + &")".repeat(400))]
#[case::brackets_one_too_deep("(".repeat(25) + "1" + &")".repeat(25))]
#[case::lists("[".repeat(100) + &"]".repeat(100))]
#[case::calls("size(".repeat(100) + "1" + &")".repeat(100))]
#[case::open_only("(".repeat(900))]
#[case::closed_only(")".repeat(900))]
#[case::braces("{".repeat(900))]
#[case::terms("1+".repeat(2_000) + "1")]
#[case::terms_within_length("1+".repeat(400) + "1")]
#[case::ors("true||".repeat(160) + "true||" + &"1||".repeat(10))]
#[case::quotes("'".repeat(999))]
#[case::quote("'".into())]
#[case::quotes_mixed("'\"".repeat(400))]
#[case::hidden_by_newline(format!("'\n{}", "(".repeat(800)))]
#[case::hidden_by_comment(format!("// it's\n{}", "(".repeat(800)))]
#[case::hidden_by_raw(format!(r"r'\'{}", "(".repeat(800)))]
#[case::hidden_by_escape(format!(r"'\(' + {}", "(".repeat(800)))]
#[case::hidden_by_triple(format!("'''{}", "(".repeat(800)))]
#[case::control("\u{0}\u{1}\u{7f}\u{85}".into())]
#[case::control_in_text("'\u{0}'".into())]
#[case::surrogate(r"'\ud800\udfff'".into())]
#[case::backslash("'\\".into())]
#[case::choices("true ? 1 : ".repeat(80) + "1")]
#[case::choices_inside("true?".repeat(60) + "1" + &":1".repeat(60))]
#[case::minus_binary("1-".repeat(300) + "-----1")]
#[case::members("a".to_string() + &".b".repeat(400))]
#[case::indexes("a".to_string() + &"[0]".repeat(300))]
#[case::not_closed("a[0".into())]
#[case::odd("..(,)[]?:::{}".into())]
#[case::backtick("`a`".into())]
#[case::emoji("👨‍👩‍👧 > 1".into())]
#[case::byte_order("\u{feff}project.active".into())]
#[case::long_list(format!("1 in [{}]", vec!["1"; 201].join(",")))]
fn what_is_beyond_all_limits_is_a_fault(#[case] text: String) {
    let faults = on_a_small_stack(text).expect_err("a fault");
    assert!(!faults.is_empty());
}

#[rstest]
#[case::brackets("(".repeat(24) + "1" + &")".repeat(24))]
#[case::brackets_crowded("(1+".repeat(24) + "1" + &")".repeat(24))]
#[case::brackets_all_levels("(true||true&&1<1+1*-".repeat(24) + "1" + &")".repeat(24))]
#[case::lists("[".repeat(24) + &"]".repeat(24))]
#[case::calls("size(".repeat(24) + "'a'" + &")".repeat(24))]
#[case::terms("1+".repeat(199) + "1")]
#[case::products("1*".repeat(199) + "1")]
#[case::comparisons("1<".repeat(199) + "1")]
#[case::logic("true&&".repeat(150) + "true")]
#[case::choices("true?1:".repeat(24) + "1")]
#[case::choices_inside("true?".repeat(24) + "1" + &":1".repeat(24))]
#[case::nots("!".repeat(900) + "true")]
#[case::minuses("-".repeat(900) + "1")]
#[case::members("a".to_string() + &".b".repeat(199))]
#[case::methods("''".to_string() + &".size()".repeat(100))]
#[case::indexes("a".to_string() + &"[0]".repeat(199))]
#[case::records("a.b{c:".repeat(24) + "1" + &"}".repeat(24))]
#[case::maps("{1:".repeat(24) + "1" + &"}".repeat(24))]
#[case::signs_and_brackets("!(-(".repeat(12) + "1" + &"))".repeat(12))]
#[case::choices_in_brackets("(true?1:[".repeat(12) + "1" + &"])".repeat(12))]
#[case::half_open_records("a.b{c:(".repeat(12) + "a." + &")}".repeat(12))]
#[case::loops_in_loops("[1].all(x,".repeat(24) + "true" + &")".repeat(24))]
#[case::commas(",".repeat(999))]
#[case::dots(".".repeat(999))]
#[case::broken_everywhere("a b ".repeat(99))]
#[case::operators("*/%".repeat(333))]
#[case::blanks(" ".repeat(999) + "1")]
#[case::list(format!("1 in [{}]", vec!["1"; 199].join(",")))]
fn what_is_just_within_the_limits_is_read_or_refused_in_peace(#[case] text: String) {
    if let Err(faults) = on_a_small_stack(text.clone()) {
        let limits = [
            "condition-too-deep",
            "condition-too-many-terms",
            "condition-too-long",
        ];
        assert!(
            faults.iter().all(|fault| !limits.contains(&fault.code)),
            "{text}: {faults:?}"
        );
    }
}

#[test]
fn the_limits_say_which_they_are() {
    let code = |text: String| read_as(&text, Expect::Any).expect_err("a fault")[0].code;
    assert_eq!(code("1".repeat(1_001)), "condition-too-long");
    assert_eq!(code("(".repeat(25) + "1" + &")".repeat(25)), "condition-too-deep");
    assert_eq!(code("1+".repeat(200) + "1"), "condition-too-many-terms");
    assert_eq!(code("true?1:".repeat(25) + "1"), "condition-too-deep");
    assert_eq!(code("城".repeat(1_001)), "condition-too-long");
}

/// Words that a condition is made of, in no order.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "project",
        ".amount",
        ".items",
        ".exists(",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "x",
        ",",
        " in ",
        "'a'",
        "\"",
        "'",
        "1",
        "2.5",
        "null",
        "true",
        "!",
        "-",
        "+",
        "*",
        "/",
        "%",
        "==",
        "<",
        ">=",
        "&&",
        "||",
        "?",
        ":",
        "money('CNY', 1)",
        "setting('years')",
        "has(",
        "size(",
        ".",
        "\\",
        "城",
        " ",
        "\n",
        "`",
        "if",
    ]);
    prop::collection::vec(word, 0..40).prop_map(|words| words.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn no_text_ever_panics(text in any::<String>()) {
        let _ = read_as(&text, Expect::Any);
    }

    #[test]
    fn no_heap_of_words_ever_panics_and_faults_lie_inside_the_text(text in words()) {
        match read_as(&text, Expect::Any) {
            Ok(condition) => { let _ = condition.value(&facts()); }
            Err(faults) => for fault in faults {
                prop_assert!(fault.offset + fault.length <= text.chars().count(), "{text:?}: {fault:?}");
            },
        }
    }
}
