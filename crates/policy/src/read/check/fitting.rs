//! References lead to the right sort: an exemption to an approval of exemptions, a sheet to a form on that record.

use super::Whole;
use crate::model::*;

pub(super) fn check(whole: &Whole<'_>) {
    for gate in &whole.pack.gates {
        approval_is(
            whole,
            ("gate", &gate.id, "exempt"),
            gate.exempt.as_deref(),
            "exemption",
        );
    }
    for stage in &whole.pack.stages {
        let by = stage.skip.as_ref().and_then(|skip| skip.by.as_deref());
        approval_is(whole, ("stage", &stage.id, "skip"), by, "skip");
    }
    for rule in &whole.pack.obligations {
        approval_is(
            whole,
            ("obligation", &rule.id, "waiver"),
            rule.waiver.as_deref(),
            "waiver",
        );
        form_is_on(
            whole,
            ("obligation", &rule.id, "form"),
            rule.form.as_deref(),
            &rule.of,
        );
        gifts_fit(whole, rule);
    }
    for grading in &whole.pack.gradings {
        grading_fits(whole, grading);
    }
    for deliverable in &whole.pack.deliverables {
        deliverable_fits(whole, deliverable);
    }
    for form in &whole.pack.forms {
        scores_fit(whole, form);
    }
}

fn approval_is(whole: &Whole<'_>, place: (&str, &str, &str), id: Option<&str>, sort: &str) {
    let Some(approval) = id.and_then(|id| whole.pack.approvals.get(id)) else {
        return;
    };
    let fits = matches!(
        (&approval.subject, sort),
        (ApprovalSubject::Exemption(_), "exemption" | "skip")
            | (ApprovalSubject::Skip(_), "skip")
            | (ApprovalSubject::Waiver(_), "waiver")
    );
    if !fits {
        let hint = Some(format!("approval:{} has another subject", approval.id));
        whole.report(
            place,
            "wrong-reference",
            format!("an approval with subject = \"{sort}\""),
            hint,
        );
    }
}

fn form_is_on(whole: &Whole<'_>, place: (&str, &str, &str), id: Option<&str>, kind: &str) {
    let Some(form) = id.and_then(|id| whole.pack.forms.get(id)) else {
        return;
    };
    let fits = match &form.on {
        FormSubject::Record(on) => on == kind || super::reach::leads_to(whole, kind, on),
        FormSubject::Company | FormSubject::Lifecycle => true,
    };
    if !fits {
        let hint = Some(format!("form:{} is filed on another record", form.id));
        whole.report(place, "wrong-reference", format!("a form on {kind}"), hint);
    }
}

/// Whoever a grade must name, and the times it must give, are given by every grade.
fn gifts_fit(whole: &Whole<'_>, rule: &Obligation) {
    for part in rule.responsible.parts() {
        if let Who::Given(key) = part {
            each_gives(whole, rule, key, "who", |gift| matches!(gift, Given::Who(_)));
        }
    }
    let mut times: Vec<&String> = Vec::new();
    if let Some(Time::Given(key)) = &rule.due {
        times.push(key);
    }
    match &rule.trigger.opening {
        Opening::Every(Every::Given(key)) => {
            let sort =
                "a rhythm: \"1 working day\", \"1 week\", \"1 month\", \"3 months\", \"1 year\" or a beat";
            each_gives(whole, rule, key, sort, |gift| gift.beat().is_some());
        }
        Opening::Silent {
            lasts: Time::Given(key),
            ..
        } => times.push(key),
        _ => {}
    }
    for key in times {
        each_gives(whole, rule, key, "a duration", |gift| {
            matches!(gift, Given::Time(_))
        });
    }
}

fn each_gives(whole: &Whole<'_>, rule: &Obligation, key: &str, sort: &str, fits: fn(&Given) -> bool) {
    let gradings = whole.pack.gradings.iter().filter(|grading| grading.of == rule.of);
    for grade in gradings.flat_map(|grading| grading.grades.iter()) {
        if !grade.gives.get(key).is_some_and(fits) {
            let id = format!("{}/{}", grade.grading, grade.id);
            let hint = Some(format!("obligation:{} asks each grade for it", rule.id));
            whole.report(
                ("grade", &id, "gives"),
                "missing-key",
                format!("{key} = {sort}, in gives"),
                hint,
            );
        }
    }
}

fn grading_fits(whole: &Whole<'_>, grading: &Grading) {
    if grading.grades.is_empty() {
        whole.report(
            ("grading", &grading.id, "id"),
            "missing-key",
            "at least one [[grade]] of this grading",
            None,
        );
    }
    form_is_on(
        whole,
        ("grading", &grading.id, "sheet"),
        grading.sheet.as_deref(),
        &grading.of,
    );
    let confirm = grading
        .confirm
        .as_deref()
        .and_then(|id| whole.pack.approvals.get(id));
    if confirm.is_some_and(|approval| approval.subject != ApprovalSubject::Grade(grading.id.clone())) {
        let expected = format!("an approval with subject = \"grading:{}\"", grading.id);
        whole.report(
            ("grading", &grading.id, "confirm"),
            "wrong-reference",
            expected,
            None,
        );
    }
}

fn deliverable_fits(whole: &Whole<'_>, deliverable: &Deliverable) {
    let place = ("deliverable", deliverable.id.as_str(), "stage");
    let stage = deliverable
        .stage
        .as_ref()
        .and_then(|stage| whole.cx.known.stages.get(stage));
    if stage.is_some_and(|of| *of != deliverable.of) {
        whole.report(
            place,
            "wrong-reference",
            format!("a stage of {}", deliverable.of),
            None,
        );
    }
    let from = deliverable
        .from
        .as_ref()
        .filter(|from| from.kind == RuleKind::Form)
        .map(|from| from.id.as_str());
    form_is_on(
        whole,
        ("deliverable", &deliverable.id, "from"),
        from,
        &deliverable.of,
    );
}

/// A field with a weight needs a way from its value to points.
fn scores_fit(whole: &Whole<'_>, form: &Form) {
    for field in form.fields.iter().filter(|field| field.weight.is_some()) {
        let expected = match field.ty {
            FieldType::Choice if field.points.is_empty() => "points = { … }",
            FieldType::Number | FieldType::Percent | FieldType::Money if field.curve.is_empty() => {
                "curve = [[…]]"
            }
            FieldType::Text
            | FieldType::Date
            | FieldType::Member
            | FieldType::File
            | FieldType::Signature => "no weight on a field that is not a value",
            FieldType::Table | FieldType::Actions => "no weight on rows",
            _ => continue,
        };
        let hint = Some(format!("field {} has a weight", field.id));
        whole.report(("form", &form.id, "fields"), "no-score", expected, hint);
    }
}
