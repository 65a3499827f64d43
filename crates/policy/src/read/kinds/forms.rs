//! `form`, `deliverable`, `field`.

use super::regulations::rule_of;
use super::services::kind;
use crate::condition::Expect;
use crate::model::*;
use crate::read::cx::{Cx, with_article};
use crate::read::node::{Node, Table, Value};
use crate::read::row::{Row, choice_of, text_of};
use crate::read::scene::Scene;
use crate::vocabulary::FactDecl;

pub(in crate::read) const FIELD_TYPES: [(&str, FieldType); 16] = [
    ("text", FieldType::Text),
    ("number", FieldType::Number),
    ("money", FieldType::Money),
    ("percent", FieldType::Percent),
    ("date", FieldType::Date),
    ("choice", FieldType::Choice),
    ("flag", FieldType::Flag),
    ("check", FieldType::Check),
    ("score", FieldType::Score),
    ("stars", FieldType::Stars),
    ("level", FieldType::Level),
    ("member", FieldType::Member),
    ("file", FieldType::File),
    ("signature", FieldType::Signature),
    ("table", FieldType::Table),
    ("actions", FieldType::Actions),
];

pub(super) fn form(row: Row<'_>) -> Option<Form> {
    let (id, name) = (row.id(), row.name());
    let node = row.need("on", "a kind of record, company or lifecycle")?;
    let on = match row.string("on")? {
        "company" => FormSubject::Company,
        "lifecycle" => FormSubject::Lifecycle,
        kind if row.cx.expect_kind(node, kind) => FormSubject::Record(kind.into()),
        _ => return None,
    };
    let subject = match &on {
        FormSubject::Record(kind) => kind.as_str(),
        _ => "company",
    };
    let known = row
        .cx
        .known
        .forms
        .get(&id)
        .map_or(Vec::new(), |form| form.fields.clone());
    let scene = Scene::of(row.cx, subject);
    let when = row.condition("when", &scene, Expect::Flag);
    row.need("fields", "[{ id = \"…\", type = \"text\" }]");
    let fields: Vec<Field> = row
        .rows("fields")
        .into_iter()
        .filter_map(|row| field(row, &scene, &known))
        .collect();
    report_doubles(&row, &fields);
    let pass = row
        .integer("pass", 0, 100)
        .and_then(|pass| u32::try_from(pass).ok());
    if pass.is_some() && !fields.iter().any(is_scored) {
        row.cx.report(
            row.spot(),
            "missing-key",
            "a field with weight or red, because pass is given",
        );
    }
    let form = Form {
        valid: row.span("valid"),
        filled_by: row.who("filled_by", &scene),
        anonymous: row.flag("anonymous"),
        present: row.flag("present"),
        list: row.string("list").map(str::to_string),
        makes: makes(&row, subject, &scene, &known),
        fields: fields.into_iter().collect(),
        id,
        name,
        on,
        when,
        pass,
    };
    row.not_yet("prints");
    for field in row.list("fields").iter().filter_map(Node::as_table) {
        expect_stage(&row, field, &form.on);
    }
    row.done();
    Some(form)
}

/// `required_at` of a sheet's field names a stage before which the field must be filled.
fn expect_stage(row: &Row<'_>, field: &Table, on: &FormSubject) {
    let Some(node) = field.get("required_at") else {
        return;
    };
    let fits = |of: &str| match on {
        FormSubject::Record(kind) => kind == of,
        FormSubject::Lifecycle => true,
        FormSubject::Company => false,
    };
    let stages = row.cx.known.stages.iter().filter(|(_, of)| fits(of));
    let known: Vec<&str> = stages.map(|(stage, _)| stage.as_str()).collect();
    let stage = node.as_text().unwrap_or_default();
    if !known.contains(&stage) {
        let expected = "a stage of the record that the form is filed on";
        row.cx
            .report_unknown(node, "unknown-state", stage, expected, known);
    }
}

/// Each names a kind that sheets on such a record may make; its fields of the same name fit, and what it needs is asked for.
fn makes(row: &Row<'_>, subject: &str, scene: &Scene, sheet: &[FactDecl]) -> Vec<Makes> {
    let around = scene.clone().with_facts("form", sheet.to_vec());
    let read = |inner: Row<'_>| {
        let node = inner.need("record", "a kind of record, task")?;
        let record = inner.string("record")?.to_string();
        let when = inner.condition("when", &around, Expect::Flag);
        inner.done();
        if !row.cx.expect_kind(node, &record) {
            return None;
        }
        let Some(making) = row
            .cx
            .vocabulary
            .kind(&record)
            .and_then(|kind| kind.making.as_ref())
        else {
            let hint = Some(format!("making {record} from a sheet is not supported yet"));
            let makeable = row.cx.vocabulary.kinds().filter(|kind| kind.making.is_some());
            let makeable: Vec<&str> = makeable.map(|kind| kind.name.as_str()).collect();
            let expected = format!("one of {}", makeable.join(", "));
            row.cx.report_hint(node, "not-supported-yet", expected, hint);
            return None;
        };
        if making.on != subject {
            let hint = Some(format!("this form is filed on {}", with_article(subject)));
            let expected = format!("what a form on {} makes", with_article(&making.on));
            row.cx.report_hint(node, "out-of-reach", expected, hint);
            return None;
        }
        for needed in &making.required {
            let asked = |line: &&Node| {
                let table = line.as_table();
                let flag = |key| table.and_then(|table| table.get(key)).map(|node| &node.value);
                table.and_then(|table| table.text("id")) == Some(needed)
                    && matches!(flag("required"), Some(Value::Flag(true)))
                    && flag("when").is_none()
            };
            if !row.list("fields").iter().any(|line| asked(&line)) {
                let expected = format!("a field {needed} with required = true, because a {record} needs one");
                row.cx.report(node, "missing-key", expected);
            }
        }
        for field in &making.fields {
            let Some(own) = sheet.iter().find(|own| own.name == field.name) else {
                continue;
            };
            if own.ty != field.ty {
                let expected = format!("a field {} of type {}, not {}", own.name, field.ty, own.ty);
                row.cx.report(node, "wrong-type", expected);
            }
        }
        Some(Makes { record, when })
    };
    row.rows("makes").into_iter().filter_map(read).collect()
}

fn is_scored(field: &Field) -> bool {
    field.weight.is_some() || field.red || matches!(field.ty, FieldType::Stars | FieldType::Score)
}

fn report_doubles(row: &Row<'_>, fields: &[Field]) {
    for (place, field) in fields.iter().enumerate() {
        if fields[..place].iter().any(|other| other.id == field.id) {
            let spot = row
                .table
                .get("fields")
                .and_then(Node::as_list)
                .and_then(|list| list.get(place));
            row.cx.report(
                spot.unwrap_or(row.spot()),
                "duplicate-id",
                format!("each field once, not {} again", field.id),
            );
        }
    }
}

fn field(row: Row<'_>, scene: &Scene, sheet: &[FactDecl]) -> Option<Field> {
    let (id, name, help) = (row.field_id(), row.name(), row.text("help"));
    row.need("type", "\"text\"");
    let ty = row.choice("type", &FIELD_TYPES);
    let choices = choices(&row);
    if ty == Some(FieldType::Choice) && choices.is_empty() && row.table.get("points").is_none() {
        row.cx.report(
            row.spot(),
            "missing-key",
            "choices = [\"…\"] of a field of type choice",
        );
    }
    let points = points(&row, &choices);
    let choices = if choices.is_empty() {
        of_points(&points)
    } else {
        choices
    };
    let curve = curve(&row);
    let around = scene.clone().with_facts("form", sheet.to_vec());
    let field = Field {
        unit: row.string("unit").map(str::to_string),
        required: row.flag("required"),
        required_at: row.string("required_at").map(str::to_string),
        when: row.condition("when", &around, Expect::Flag),
        check: row.condition("check", &around, Expect::Flag),
        fill: row.condition("fill", &around, Expect::Any),
        reason: row.flag("reason"),
        weight: row
            .integer("weight", 0, 10_000)
            .and_then(|weight| u32::try_from(weight).ok()),
        red: row.flag("red"),
        columns: row.rows("columns").into_iter().filter_map(column).collect(),
        masked: row.flag("masked"),
        ty: ty.unwrap_or(FieldType::Text),
        id,
        name,
        help,
        choices,
        points,
        curve,
    };
    row.not_yet("filterable");
    let table = matches!(field.ty, FieldType::Table | FieldType::Actions);
    if !field.columns.is_empty() && !table && ty.is_some() {
        row.cx.report(
            row.spot(),
            "wrong-value",
            "columns only of a field of type table or actions",
        );
    }
    if ty == Some(FieldType::Table) && field.columns.is_empty() {
        row.cx.report(
            row.spot(),
            "missing-key",
            "columns = [{ id = \"…\", type = \"text\" }]",
        );
    }
    row.done();
    Some(field)
}

fn column(row: Row<'_>) -> Option<Column> {
    let (id, name) = (row.field_id(), row.name());
    row.need("type", "\"text\"");
    let ty = row.choice("type", &FIELD_TYPES).unwrap_or(FieldType::Text);
    if matches!(ty, FieldType::Table | FieldType::Actions) {
        row.cx.report(
            row.spot(),
            "wrong-value",
            "a simple type, not a table inside a table",
        );
    }
    let required = row.flag("required");
    row.done();
    Some(Column {
        id,
        name,
        ty,
        required,
    })
}

/// The id of a form, with or without `form:`.
pub(super) fn form_named(row: &Row<'_>, key: &'static str) -> Option<String> {
    let node = row.node(key)?;
    let form = row.string(key)?;
    let form = form.strip_prefix("form:").unwrap_or(form);
    row.cx.expect_id(node, "form", form);
    Some(form.to_string())
}

/// Codes in quotes, or with names: `{ id = "now", name = { zh = "近期" } }`.
fn choices(row: &Row<'_>) -> Vec<Choice> {
    let read = |node: &Node| -> Option<Choice> {
        if let Some(id) = node.as_text() {
            return Some(Choice {
                id: id.into(),
                name: xianji_kernel::text::Text::zh(id),
            });
        }
        let inner = Row::new(row.cx, node)?;
        let id = inner.need_string("id", "\"…\"");
        let name = inner.node("name").map(|node| text_of(row.cx, node));
        inner.done();
        Some(Choice {
            name: name.unwrap_or_else(|| xianji_kernel::text::Text::zh(id.clone())),
            id,
        })
    };
    row.list("choices").iter().filter_map(read).collect()
}

fn of_points(points: &[(String, i64)]) -> Vec<Choice> {
    let choice = |id: &String| Choice {
        id: id.clone(),
        name: xianji_kernel::text::Text::zh(id.clone()),
    };
    points.iter().map(|(id, _)| choice(id)).collect()
}

fn points(row: &Row<'_>, choices: &[Choice]) -> Vec<(String, i64)> {
    let Some(inner) = row.node("points").and_then(|node| Row::new(row.cx, node)) else {
        return Vec::new();
    };
    let mut points = Vec::new();
    for entry in &inner.table.entries {
        match entry.node.value {
            Value::Integer(number) if (0..=100).contains(&number) => points.push((entry.key.clone(), number)),
            _ => row.cx.report(&entry.node, "wrong-value", "points from 0 to 100"),
        }
        if !choices.is_empty() && !choices.iter().any(|choice| choice.id == entry.key) {
            let known = choices.iter().map(|choice| choice.id.as_str());
            row.cx
                .report_unknown(&entry.node, "unknown-id", &entry.key, "one of the choices", known);
        }
    }
    points
}

fn curve(row: &Row<'_>) -> Vec<(f64, f64)> {
    let mut curve: Vec<(f64, f64)> = Vec::new();
    for node in row.list("curve") {
        match node.as_list() {
            Some([x, y]) if number(x).is_some() && number(y).is_some() => {
                let (x, y) = (number(x).unwrap_or_default(), number(y).unwrap_or_default());
                if curve.last().is_some_and(|(before, _)| *before >= x) {
                    row.cx.report(node, "wrong-value", "points in rising order");
                }
                if !(0.0..=100.0).contains(&y) {
                    row.cx.report(node, "wrong-value", "points from 0 to 100");
                }
                curve.push((x, y));
            }
            _ => row
                .cx
                .report(node, "wrong-type", "a value and its points, [15, 60]"),
        }
    }
    curve
}

fn number(node: &Node) -> Option<f64> {
    match node.value {
        Value::Integer(number) => Some(number as f64),
        Value::Float(number) if number.is_finite() => Some(number),
        _ => None,
    }
}

pub(super) fn extra_field(row: Row<'_>) -> Option<ExtraField> {
    let node = row.need("on", "a kind of record")?;
    let on = row.string("on")?.to_string();
    if !row.cx.expect_kind(node, &on) {
        return None;
    }
    let inner = Row::new(row.cx, row.node)?;
    inner.node("on");
    let field = field(inner, &Scene::of(row.cx, &on), &[])?;
    expect_point(&row, &on);
    Some(ExtraField {
        id: format!("{on}.{}", field.id),
        on,
        field,
    })
}

/// `required_at` names a state of the record or a stage of its lifecycles.
fn expect_point(row: &Row<'_>, kind: &str) {
    let Some(node) = row.table.get("required_at") else {
        return;
    };
    let states = row
        .cx
        .vocabulary
        .kind(kind)
        .map_or(&[][..], |kind| &kind.states[..])
        .iter()
        .map(String::as_str);
    let stages = row
        .cx
        .known
        .stages
        .iter()
        .filter(|(_, of)| *of == kind)
        .map(|(stage, _)| stage.as_str());
    let known: Vec<&str> = states.chain(stages).collect();
    let point = node.as_text().unwrap_or_default();
    if !known.contains(&point) {
        row.cx.report_unknown(
            node,
            "unknown-state",
            point,
            &format!("a state or stage of the {kind}"),
            known,
        );
    }
}

pub(super) fn deliverable(row: Row<'_>) -> Option<Deliverable> {
    let (id, name) = (row.id(), row.name());
    let of = kind(&row)?;
    let scene = Scene::of(row.cx, &of);
    let stage = row.node("stage").and_then(|node| {
        let stage = row.string("stage")?;
        row.cx.expect_id(node, "stage", stage);
        Some(stage.to_string())
    });
    let from = row.node("from").and_then(|node| {
        let text = row.string("from")?;
        rule_of(
            &row,
            node,
            text,
            &[RuleKind::Form, RuleKind::Approval, RuleKind::Record],
        )
    });
    let copies = copies(row.cx, row.list("copies"));
    if let Some(node) = row.table.get("of") {
        row.cx
            .expect_served(node, &of, "deliverable", "a kind of record that keeps a file");
    }
    let deliverable = Deliverable {
        when: row.condition("when", &scene, Expect::Flag),
        keeper: row.who("keeper", &scene),
        due: row.time("due", &scene),
        optional: row.flag("optional"),
        id,
        name,
        of,
        stage,
        from,
        copies,
    };
    row.done();
    Some(deliverable)
}

fn copies(cx: &Cx<'_>, nodes: &[Node]) -> Vec<Medium> {
    let words = [("electronic", Medium::Electronic), ("paper", Medium::Paper)];
    let copies: Vec<Medium> = nodes
        .iter()
        .filter_map(|node| choice_of(cx, node, &words))
        .collect();
    if copies.is_empty() {
        vec![Medium::Electronic]
    } else {
        copies
    }
}
