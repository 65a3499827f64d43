//! Sheets that people file, what must be on file, and extra fields.

use xianji_kernel::calendar::Span;
use xianji_kernel::text::Text;

use super::shelf::{Shelf, named};
use super::{RuleRef, Time, Who};
use crate::condition::Condition;

/// A sheet: report, minutes, check list, questionnaire, score sheet.
#[derive(Clone, Debug)]
pub struct Form {
    pub id: String,
    pub name: Text,
    pub on: FormSubject,
    /// When it applies at all.
    pub when: Option<Condition>,
    pub fields: Shelf<Field>,
    /// Least score (0 to 100) with which it counts as passed.
    pub pass: Option<u32>,
    /// How long a filing holds.
    pub valid: Option<Span>,
    /// Who fills it in; without, whoever may act on the subject. `customer` goes out by a link.
    pub filled_by: Option<Who>,
    pub anonymous: bool,
    /// It is the minutes of a meeting: those present are asked for.
    pub present: bool,
    /// Numbers its filings as a register under this prefix.
    pub list: Option<String>,
    /// Records that a filed sheet makes, from its fields of the same name.
    pub makes: Vec<Makes>,
}

/// A record that a sheet makes.
#[derive(Clone, Debug)]
pub struct Makes {
    /// Its kind.
    pub record: String,
    /// Only then; over the sheet and what it is filed on.
    pub when: Option<Condition>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormSubject {
    Record(String),
    Company,
    Lifecycle,
}

/// One line of a sheet. Ids are snake_case, because conditions read them.
#[derive(Clone, Debug)]
pub struct Field {
    pub id: String,
    pub name: Text,
    pub help: Option<Text>,
    pub ty: FieldType,
    pub unit: Option<String>,
    pub choices: Vec<Choice>,
    /// May not be left empty.
    pub required: bool,
    /// Must be filled before the record enters this state or stage.
    pub required_at: Option<String>,
    /// When the field is asked.
    pub when: Option<Condition>,
    /// Must be true of the sheet.
    pub check: Option<Condition>,
    /// What it is pre-filled with.
    pub fill: Option<Condition>,
    /// A reason is asked when it is changed from its pre-filled value, or when crossed.
    pub reason: bool,
    /// Its part of the score, in hundredths of the sum of all weights.
    pub weight: Option<u32>,
    /// Points (0 to 100) of each choice.
    pub points: Vec<(String, i64)>,
    /// Points straight between these: (value, points).
    pub curve: Vec<(f64, f64)>,
    /// A cross here fails the sheet.
    pub red: bool,
    /// Columns of a table or of action rows beyond owner and date.
    pub columns: Vec<Column>,
    /// Confidential in reads.
    pub masked: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldType {
    Text,
    Number,
    Money,
    Percent,
    Date,
    Choice,
    Flag,
    /// Tick or cross.
    Check,
    /// 0 to 100.
    Score,
    /// 1 to 5.
    Stars,
    /// 1 to 10.
    Level,
    Member,
    File,
    Signature,
    Table,
    /// Rows of what, who and until when; each becomes an obligation.
    Actions,
}

#[derive(Clone, Debug)]
pub struct Choice {
    pub id: String,
    pub name: Text,
}

#[derive(Clone, Debug)]
pub struct Column {
    pub id: String,
    pub name: Text,
    pub ty: FieldType,
    pub required: bool,
}

/// A field that the pack adds to a record.
#[derive(Clone, Debug)]
pub struct ExtraField {
    /// `inquiry.purchase_intent`: the record and the field.
    pub id: String,
    pub on: String,
    pub field: Field,
}

/// What must be on file.
#[derive(Clone, Debug)]
pub struct Deliverable {
    pub id: String,
    pub name: Text,
    /// Kind of record.
    pub of: String,
    /// From this stage on it is asked for; without, before the archive closes.
    pub stage: Option<String>,
    /// Asked only then, such as by grade.
    pub when: Option<Condition>,
    /// Taken from a form's filing or another record; without, a file is put in.
    pub from: Option<RuleRef>,
    pub copies: Vec<Medium>,
    pub keeper: Option<Who>,
    pub due: Option<Time>,
    /// Welcome but not asked for.
    pub optional: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    Electronic,
    Paper,
}

named!(Form, Field, ExtraField, Deliverable, Choice);
