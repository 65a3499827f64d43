//! Broken packs: one mistake each, one with twenty, and whatever bytes: it lists them all and never panics.

mod house;

use std::path::Path;

use proptest::prelude::*;
use xianji_policy::read::{Mistake, Mode, PackSource, read};

fn mistakes(sources: &[PackSource]) -> Vec<Mistake> {
    read(sources, &house::vocabulary(), Mode::Strict)
        .err()
        .unwrap_or_default()
}

fn lines(mistakes: &[Mistake]) -> String {
    mistakes
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn broken(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/broken")
        .join(name);
    std::fs::read_to_string(path).expect("the pack is there")
}

/// Every `# case: name` of the file is a pack of its own, after the lines that all share.
#[test]
fn each_mistake_is_named_with_its_place() {
    let text = broken("one.toml");
    let mut parts = text.split("# case: ");
    let shared = parts.next().unwrap_or_default();
    let (mut report, mut wrong) = (String::new(), Vec::new());
    for part in parts {
        let (name, body) = part.split_once('\n').unwrap_or((part, ""));
        let found = mistakes(&[house::pack("own", &format!("{body}\n{shared}"))]);
        report.push_str(&format!("{name}\n{}\n\n", lines(&found)));
        if found.len() != 1 {
            wrong.push(format!("{name}\n{}", lines(&found)));
        }
    }
    assert!(wrong.is_empty(), "one mistake a case: {}", wrong.join("\n\n"));
    insta::assert_snapshot!(report);
}

#[test]
fn twenty_different_mistakes_are_listed_at_once() {
    let found = mistakes(&[house::pack("own", &broken("twenty.toml"))]);
    insta::assert_snapshot!(lines(&found));
    let mut codes: Vec<&str> = found.iter().map(|mistake| mistake.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert!(codes.len() >= 20, "{} codes: {codes:?}", codes.len());
}

#[test]
fn broken_toml_is_named_and_the_rest_is_still_read() {
    let text =
        "id = \"own\"\nversion = \"1\"\nskill = [{ id = \"a\", name = }, { id = \"b\", levels = 99 }]\n";
    let codes: Vec<_> = mistakes(&[house::pack("own", text)])
        .iter()
        .map(|mistake| mistake.code)
        .collect();
    assert_eq!(codes, ["unreadable", "wrong-value"]);
}

/// What is too much for a condition or an expression for people is a mistake of its own, and only one.
#[test]
fn conditions_and_people_beyond_the_limits_are_mistakes_like_any_other() {
    let sheet =
        "form = [{ id = \"sheet\", on = \"project\", fields = [{ id = \"note\", type = \"text\" }] }]";
    let with = |condition: &str| {
        format!(
            "id = \"own\"\nversion = \"1\"\n{sheet}\ngate = [{{ id = \"g\", before = [\"project.win\"], when = \"{condition}\", needs = [\"form:sheet\"] }}]\n"
        )
    };
    let long = format!("project.name == '{}'", "x".repeat(1_100));
    let deep = format!("{}project.active{}", "(".repeat(30), ")".repeat(30));
    let list = format!("1 in [{}]", vec!["1"; 101].join(","));
    let people = format!("{}position:boss{}", "any(".repeat(40), ")".repeat(40));
    let people = format!(
        "id = \"own\"\nversion = \"1\"\nposition = [{{ id = \"boss\" }}]\nobligation = [{{ id = \"o\", opens_on = \"project.won\", responsible = \"{people}\", due = \"1 day\", fulfilled_by = \"hand\" }}]\n"
    );
    let cases = [
        ("condition-too-long", with(&long)),
        ("condition-too-deep", with(&deep)),
        ("condition-list-too-long", with(&list)),
        ("too-deep", people),
    ];
    for (code, text) in cases {
        let found = mistakes(&[house::pack("own", &text)]);
        let codes: Vec<_> = found.iter().map(|mistake| mistake.code).collect();
        assert_eq!(codes, [code], "{}", lines(&found));
    }
}

#[test]
fn mistakes_of_several_files_are_listed_together() {
    let mut own = house::pack("own", "id = \"own\"\nversion = \"1\"\ncolour = 1\n");
    let skills = "skill = [{ id = \"a\", levels = 99 }]\n".to_string();
    own.files.push(xianji_policy::read::Source {
        path: "own/people.toml".into(),
        text: skills,
    });
    insta::assert_snapshot!(lines(&mistakes(&[own])), @r#"
own/pack.toml:3:1: unknown-kind `colour`: expected a kind of statement
own/people.toml:1:31: wrong-value `99`: expected a whole number from 1 to 10
"#);
}

#[test]
fn packs_that_extend_each_other_in_a_circle_are_refused() {
    let pack = |id: &str, parent: &str| {
        house::pack(
            id,
            &format!("id = \"{id}\"\nversion = \"1\"\nextends = [\"{parent}\"]\n"),
        )
    };
    insta::assert_snapshot!(lines(&mistakes(&[pack("a", "b"), pack("b", "a")])), @r#"
b/pack.toml:3:12: cycle `"a"`: expected packs that do not extend each other in a circle (a → b → a)
"#);
}

#[test]
fn an_unknown_parent_is_named_with_the_nearest() {
    let own = house::pack("own", "id = \"own\"\nversion = \"1\"\nextends = [\"standart\"]\n");
    insta::assert_snapshot!(lines(&mistakes(&[own, house::shipped("standard")])), @r#"
own/pack.toml:3:12: unknown-pack `"standart"`: expected the id of a pack at hand (did you mean standard?)
"#);
}

#[test]
fn parents_that_disagree_must_be_settled() {
    let parent = |id: &str, levels: u8| {
        house::pack(
            id,
            &format!("id = \"{id}\"\nversion = \"1\"\nskill = [{{ id = \"x\", levels = {levels} }}]\n"),
        )
    };
    let own = |more: &str| {
        house::pack(
            "own",
            &format!("id = \"own\"\nversion = \"1\"\nextends = [\"a\", \"b\"]\n{more}"),
        )
    };
    let with = |more: &str| mistakes(&[own(more), parent("a", 1), parent("b", 2)]);
    insta::assert_snapshot!(lines(&with("")), @r#"
own/pack.toml:3:17: unsettled `"b"`: expected parents that agree (two parents define skill:x differently; define or remove it here)
"#);
    assert_eq!(with("skill = [{ id = \"x\", levels = 3 }]\n"), []);
    assert_eq!(with("remove = [\"skill:x\"]\n"), []);
}

#[test]
fn files_and_packs_beyond_the_limits_are_refused_unread() {
    let mut big = house::pack("own", "id = \"own\"\nversion = \"1\"\n");
    let text = format!("# {}\n", "x".repeat(1 << 20));
    big.files.push(xianji_policy::Source {
        path: "own/forms.toml".into(),
        text,
    });
    insta::assert_snapshot!(lines(&mistakes(&[big])), @"own/forms.toml:1:1: too-large: expected a file of at most 1 MiB");
    let mut many = String::from("id = \"own\"\nversion = \"1\"\nskill = [");
    for number in 0..10_001 {
        many.push_str(&format!("{{ id = \"s{number}\" }},\n"));
    }
    many.push(']');
    insta::assert_snapshot!(lines(&mistakes(&[house::pack("own", &many)])), @"own/pack.toml:1:1: too-many: expected at most 10000 statements");
}

#[test]
fn thousands_of_mistakes_are_listed_without_delay() {
    let mut text = String::from("id = \"own\"\nversion = \"1\"\n");
    for number in 0..2_500 {
        text.push_str(&format!(
            "[[skill]]\nid = \"skill-of-a-rather-long-name-{number}\"\n"
        ));
        text.push_str(&format!(
            "[[route]]\nid = \"r{number}\"\nof = \"inquiry\"\nto = \"customer\"\nrank = {number}\n"
        ));
        text.push_str(&format!(
            "needs = [\"skill:skill-of-a-rather-lung-name-{number}>=1\"]\n"
        ));
    }
    assert_eq!(mistakes(&[house::pack("own", &text)]).len(), 2_500);
}

#[test]
fn deep_brackets_end_as_mistakes() {
    for text in [
        "[".repeat(20_000),
        format!("a = {}", "{ b = ".repeat(5_000)),
        "a.".repeat(20_000),
    ] {
        assert!(!mistakes(&[house::pack("own", &text)]).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_bytes_whatever_make_the_reader_panic(text in "\\PC{0,400}") {
        let _ = mistakes(&[house::pack("own", &text)]);
    }

    /// A shipped file with a stretch cut out, doubled or overwritten.
    #[test]
    fn no_mutation_of_a_pack_makes_the_reader_panic(
        file in 0_usize..12, start in 0.0_f64..1.0, length in 0_usize..60, how in 0_u8..3, junk in "\\PC{0,8}",
    ) {
        let mut pack = house::shipped("standard");
        let file = file % pack.files.len();
        let letters: Vec<char> = pack.files[file].text.chars().collect();
        let start = (start * letters.len() as f64) as usize;
        let end = (start + length).min(letters.len());
        let middle: String = match how {
            0 => String::new(),
            1 => letters[start..end].iter().chain(&letters[start..end]).collect(),
            _ => junk,
        };
        let text = letters[..start].iter().collect::<String>() + &middle + &letters[end..].iter().collect::<String>();
        pack.files[file].text = text;
        let found = mistakes(&[pack.clone()]);
        for mistake in found {
            let text = &pack.files.iter().find(|file| file.path == mistake.file).expect("a file of the pack").text;
            prop_assert!(mistake.line >= 1 && mistake.line <= text.matches('\n').count() + 1);
        }
    }
}
