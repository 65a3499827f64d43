//! What packs may say of parts, samples and records that a sheet makes, and what the reader refuses.

mod house;

use xianji_policy::model::SampleSize;
use xianji_policy::read::{Mode, read};
use xianji_policy::{Mistake, Pack};

const HEADER: &str = "id = \"own\"\nversion = \"1\"\nname = { zh = \"自有\" }\n\n";

fn own(statements: &str) -> Result<Pack, Vec<Mistake>> {
    let text = [HEADER, statements].concat();
    read(&[house::pack("own", &text)], &house::vocabulary(), Mode::Strict)
}

fn codes(statements: &str) -> Vec<String> {
    let mistakes = own(statements).err().unwrap_or_default();
    mistakes.iter().map(|mistake| mistake.code.to_string()).collect()
}

fn rule(lines: &str) -> String {
    format!(
        "position = [{{ id = \"boss\", name = {{ zh = \"总\" }} }}]\n\n[[obligation]]\nid = \"x\"\nname = {{ zh = \"查\" }}\n\
         responsible = \"position:boss\"\ndue = \"3 days\"\nfulfilled_by = \"hand\"\n{lines}\n"
    )
}

#[test]
fn a_rule_over_parts_hangs_on_the_part_and_names_it_as_its_record_does() {
    let pack = own(&rule(
        "opens_on = \"project.advanced\"\nfor_each = \"project.tasks\"\nwhen = \"tasks.state == 'open' && project.active\"",
    ))
    .expect("it reads");
    let rule = pack.obligations.get("x").expect("there");
    assert_eq!(rule.of, "task");
    let (whole, part) = rule.trigger.parts().expect("of parts");
    assert_eq!(
        (whole, part.name.as_str(), part.kind.as_str()),
        ("project", "tasks", "task")
    );
}

#[test]
fn parts_that_no_record_has_are_refused() {
    let unknown = rule("opens_on = \"project.advanced\"\nfor_each = \"project.wheels\"");
    assert_eq!(codes(&unknown), ["unknown-part"]);
}

#[test]
fn a_sample_needs_a_list_to_draw_from() {
    let beat = rule(
        "every = \"month\"\nfor_each = \"inquiry\"\nsample = { per = \"inquiry.assignee\", take = \"10%\", least = 3 }",
    );
    let pack = own(&beat).expect("it reads");
    let sample = pack
        .obligations
        .get("x")
        .and_then(|rule| rule.trigger.sample.clone());
    assert_eq!(
        sample.map(|sample| (sample.take, sample.least)),
        Some((SampleSize::Percent(10), 3))
    );

    let one = rule("opens_on = \"inquiry.closed\"\nsample = { take = 1 }");
    assert_eq!(codes(&one), ["wrong-value"]);
    let own_events = rule("opens_on = \"task.created\"\nfor_each = \"project.tasks\"\nsample = { take = 1 }");
    assert_eq!(codes(&own_events), ["wrong-value"]);
}

fn form(fields: &str, makes: &str) -> String {
    format!(
        "[[form]]\nid = \"review\"\nname = {{ zh = \"评审\" }}\non = \"project\"\nfields = [{fields}]\nmakes = [{makes}]\n"
    )
}

const TITLE: &str = "{ id = \"title\", type = \"text\", name = { zh = \"题\" }, required = true }";

#[test]
fn a_sheet_makes_what_its_fields_of_the_same_name_give() {
    let pack = own(&form(TITLE, "{ record = \"task\", when = \"form.title != ''\" }")).expect("it reads");
    assert_eq!(pack.forms.get("review").map(|form| form.makes.len()), Some(1));
}

#[test]
fn a_sheet_that_cannot_make_a_record_is_refused() {
    let optional = TITLE.replace(", required = true", "");
    assert_eq!(codes(&form(&optional, "{ record = \"task\" }")), ["missing-key"]);
    let wrong = [
        TITLE,
        ", { id = \"due_on\", type = \"text\", name = { zh = \"日\" } }",
    ]
    .concat();
    assert_eq!(codes(&form(&wrong, "{ record = \"task\" }")), ["wrong-type"]);
    assert_eq!(
        codes(&form(TITLE, "{ record = \"interaction\" }")),
        ["not-supported-yet"]
    );
    assert_eq!(codes(&form(TITLE, "{ record = \"wheel\" }")), ["unknown-record"]);
    let elsewhere = form(TITLE, "{ record = \"task\" }").replace("on = \"project\"", "on = \"customer\"");
    assert_eq!(codes(&elsewhere), ["out-of-reach"]);
}

#[test]
fn a_notice_is_opened_by_events_alone_so_far() {
    let notice = "position = [{ id = \"boss\", name = { zh = \"总\" } }]\n\n[[notice]]\nid = \"n\"\nto = [\"position:boss\"]\n";
    assert_eq!(
        codes(&[notice, "every = \"month\"\n"].concat()),
        ["not-supported-yet"]
    );
}
