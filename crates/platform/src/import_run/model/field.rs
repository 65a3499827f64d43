//! What can be filled by an import, and what a row's cells make of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::value::{self, Home};
use crate::failure::{FieldFault, Refused};
use crate::import_run::sheet::{Cell, SheetRow};

/// Something that a column can fill.
#[derive(Clone, Debug)]
pub struct ImportField {
    /// Its name, the same as in the API.
    pub name: String,
    /// What may stand in it.
    pub shape: Shape,
    /// Whether no row does without.
    pub required: bool,
    /// Headings that mean it, in any language.
    pub called: Vec<String>,
    /// What people call it, where the screen does not know (a pack's own field).
    pub label: Option<String>,
}

impl ImportField {
    /// A field and the headings that mean it.
    pub fn new(name: &str, shape: Shape, called: &[&str]) -> Self {
        Self {
            name: name.to_owned(),
            shape,
            required: false,
            called: called.iter().map(|one| (*one).to_owned()).collect(),
            label: None,
        }
    }

    /// One that no row does without.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }
}

/// What may stand in a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A text of so many characters at most.
    Text(usize),
    /// One of a few words, each with what people call it.
    Choice(Vec<(String, Vec<String>)>),
    /// Yes or no.
    Flag,
    /// Money: minor units and currency.
    Money,
    /// A whole number.
    Integer,
    /// A day.
    Date,
    /// A phone number.
    Phone,
    /// A mail address.
    Email,
    /// A code without spaces, in upper case.
    Code,
}

/// A row whose cells were understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filled {
    /// Its line in the file.
    pub number: u32,
    /// Values by field, in the form of the API; empty ones are left out.
    pub values: Map<String, Value>,
    /// The record that it looks like was looked at, or is to be ignored: make another one.
    pub anyway: bool,
}

impl Filled {
    /// A text, or nothing.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.values.get(field).and_then(Value::as_str)
    }

    /// A value in the form of the API, or nothing.
    pub fn get<T: serde::de::DeserializeOwned>(&self, field: &str) -> Option<T> {
        serde_json::from_value(self.values.get(field)?.clone()).ok()
    }
}

/// Why a row was not taken in, worded when it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The field, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Key of the text.
    pub code: String,
    /// Values that the text names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
}

impl Reason {
    /// One about the row as a whole.
    pub fn of_row(code: impl Into<String>) -> Self {
        Self {
            field: None,
            code: code.into(),
            values: BTreeMap::new(),
        }
    }

    /// The same with a value that the text names.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }

    /// All that a refusal says.
    pub fn of_refusal(refused: &Refused) -> Vec<Self> {
        if refused.faults.is_empty() {
            let values = refused
                .fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()));
            return vec![Self {
                field: None,
                code: refused.code.to_owned(),
                values: values.collect(),
            }];
        }
        refused.faults.iter().map(Self::from).collect()
    }
}

impl From<&FieldFault> for Reason {
    fn from(fault: &FieldFault) -> Self {
        let field = fault.pointer.trim_start_matches('/').trim_start_matches("extra/");
        let field = field.split('/').next().unwrap_or_default();
        Self {
            field: (!field.is_empty()).then(|| field.to_owned()),
            code: format!("fault-{}", fault.code),
            values: fault
                .fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
        }
    }
}

/// What a row gave: values, or all that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// Every cell was understood.
    Row(Filled),
    /// All that is wrong, for the row of this number.
    Wrong(u32, Vec<Reason>),
}

impl Given {
    /// Reads a row: `columns` says for each column which field it fills.
    pub fn of(row: &SheetRow, fields: &[ImportField], columns: &[Option<String>], home: &Home) -> Self {
        if let Some(code) = row.broken {
            return Self::Wrong(row.number, vec![Reason::of_row(format!("fault-{code}"))]);
        }
        let mut filled = Filled {
            number: row.number,
            ..Filled::default()
        };
        let mut wrong = Vec::new();
        for (column, name) in columns.iter().enumerate() {
            let field = name
                .as_ref()
                .and_then(|name| fields.iter().find(|field| field.name == *name));
            let Some(field) = field else { continue };
            let cell = row.cells.get(column).unwrap_or(&Cell::Empty);
            match value::read(&field.shape, cell, home) {
                // Of several columns for one field the first that holds something counts.
                Ok(Some(value)) => {
                    filled.values.entry(field.name.clone()).or_insert(value);
                }
                Ok(None) => {}
                Err(fault) => wrong.push(Reason::from(&FieldFault {
                    pointer: format!("/{}", field.name),
                    ..fault
                })),
            }
        }
        let missing = fields.iter().filter(|field| {
            let said = wrong
                .iter()
                .any(|reason: &Reason| reason.field.as_ref() == Some(&field.name));
            field.required && !said && !filled.values.contains_key(&field.name)
        });
        let missing: Vec<Reason> = missing
            .map(|field| Reason::from(&FieldFault::at(format!("/{}", field.name), "required")))
            .collect();
        wrong.extend(missing);
        if wrong.is_empty() {
            Self::Row(filled)
        } else {
            Self::Wrong(row.number, wrong)
        }
    }

    /// The row's line in the file.
    pub fn number(&self) -> u32 {
        match self {
            Self::Row(filled) => filled.number,
            Self::Wrong(number, _) => *number,
        }
    }
}

/// What a row's record was found by.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub struct Mark {
    /// Which kind of mark: `name`, `phone`.
    pub why: String,
    /// As it is matched.
    pub key: String,
}
