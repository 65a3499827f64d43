//! A sheet held against its form: every fault at once, each with its place.

use serde_json::{Map, Value};
use xianji_platform::FieldFault;
use xianji_policy::condition::{Condition, Facts, JudgeError};
use xianji_policy::model::{Field, Form};

use super::score::{Outcome, score};
use super::value;

/// A sheet as somebody sends it.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Values by field id.
    pub fields: Map<String, Value>,
    /// Reasons by field id.
    pub reasons: Map<String, Value>,
}

/// A sheet found sound, or all that is wrong with it.
#[derive(Debug)]
pub enum Checked {
    /// It may be filed.
    Sound {
        /// Values of the fields that were asked.
        fields: Map<String, Value>,
        /// Score and verdict.
        outcome: Outcome,
    },
    /// It may not.
    Faulty(Vec<FieldFault>),
}

/// Every condition of a form; whoever judges a sheet loads what these ask for.
pub fn conditions(form: &Form) -> Vec<&Condition> {
    form.fields
        .iter()
        .flat_map(|field| [&field.when, &field.check, &field.fill])
        .flatten()
        .collect()
}

/// Holds a sheet against its form. `facts` are those of the subject, `prefilled` what the form offered, `home` the home currency.
///
/// # Errors
/// A condition that cannot be judged on these facts.
pub fn check(
    form: &Form,
    sheet: &Sheet,
    prefilled: &Map<String, Value>,
    facts: &mut Facts,
    home: &str,
) -> Result<Checked, JudgeError> {
    let mut faults: Vec<FieldFault> = sheet
        .fields
        .keys()
        .filter(|id| form.fields.get(id).is_none())
        .map(|id| FieldFault::at(format!("/fields/{id}"), "unknown-field"))
        .collect();
    let mut fields = Map::new();
    for field in &form.fields {
        let sent = sheet.fields.get(&field.id).unwrap_or(&Value::Null);
        faults.extend(value::faults(field, sent, &format!("/fields/{}", field.id), home));
        fields.insert(
            field.id.clone(),
            if value::is_empty(sent) {
                Value::Null
            } else {
                sent.clone()
            },
        );
    }
    if !faults.is_empty() {
        // Conditions over values of the wrong type would only repeat the fault in other words.
        faults.extend(missing(form, &fields));
        return Ok(Checked::Faulty(faults));
    }
    facts
        .roots
        .insert("form".into(), Value::Object(value::facts(&fields)));
    for field in &form.fields {
        let asked = field.when.as_ref().map_or(Ok(true), |when| when.judge(facts))?;
        if !asked {
            fields.insert(field.id.clone(), Value::Null);
            continue;
        }
        faults.extend(faults_of(field, &fields, sheet, prefilled, facts)?);
    }
    if !faults.is_empty() {
        return Ok(Checked::Faulty(faults));
    }
    let outcome = score(form, &fields);
    Ok(Checked::Sound { fields, outcome })
}

fn missing<'a>(form: &'a Form, fields: &'a Map<String, Value>) -> impl Iterator<Item = FieldFault> + 'a {
    let plain = form
        .fields
        .iter()
        .filter(|field| field.required && field.when.is_none());
    plain
        .filter(|field| fields.get(&field.id).is_none_or(Value::is_null))
        .map(|field| FieldFault::at(format!("/fields/{}", field.id), "required"))
}

fn faults_of(
    field: &Field,
    fields: &Map<String, Value>,
    sheet: &Sheet,
    prefilled: &Map<String, Value>,
    facts: &Facts,
) -> Result<Vec<FieldFault>, JudgeError> {
    let pointer = format!("/fields/{}", field.id);
    let sent = fields.get(&field.id).unwrap_or(&Value::Null);
    let mut faults = Vec::new();
    if field.required && sent.is_null() {
        faults.push(FieldFault::at(&pointer, "required"));
    }
    if let Some(check) = &field.check
        && !sent.is_null()
        && !check.judge(facts)?
    {
        faults.push(FieldFault::at(&pointer, "check-failed").with("check", check.text()));
    }
    let reason = sheet
        .reasons
        .get(&field.id)
        .is_some_and(|reason| !value::is_empty(reason));
    if field.reason && !reason && asks_reason(field, sent, prefilled) {
        faults.push(FieldFault::at(format!("/reasons/{}", field.id), "required"));
    }
    Ok(faults)
}

/// A reason is asked where a pre-filled value was changed, or a check crossed.
fn asks_reason(field: &Field, sent: &Value, prefilled: &Map<String, Value>) -> bool {
    let crossed = sent == &Value::Bool(false);
    match prefilled.get(&field.id).filter(|offered| !offered.is_null()) {
        Some(offered) => value::as_fact(offered) != value::as_fact(sent),
        None => crossed && field.fill.is_none(),
    }
}
