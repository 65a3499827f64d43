//! What a list may be filtered and sorted by.

use sea_orm::{Condition, EntityTrait};
use serde::Serialize;
use utoipa::ToSchema;

use super::filter::Context;
use crate::failure::FieldFault;

/// Type of a field: which operators fit, and what the screen offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// Text; `contains` is without regard to case where the column is a key.
    Text,
    /// Whole number.
    Integer,
    /// Minor units of the home currency.
    Money,
    /// True or false.
    Flag,
    /// One of a few words.
    Choice,
    /// A day.
    Date,
    /// A moment; a date means that day in the company's zone.
    Instant,
    /// A member; knows `@me`.
    Member,
    /// A department; knows `@my_department`.
    Department,
    /// Any other id.
    Id,
}

/// A filter that is no plain column (team members, extra fields): from the operator and its value.
pub type Custom = fn(op: &str, value: &serde_json::Value, context: &Context) -> Option<Condition>;

/// A field of a list.
pub struct Field<E: EntityTrait> {
    /// Its name, the same as the fact's.
    pub name: &'static str,
    /// Its type.
    pub kind: FieldKind,
    /// The column it stands in.
    pub column: Option<E::Column>,
    /// How it is filtered if it is no column.
    pub custom: Option<Custom>,
    /// Whether one may sort by it.
    pub sortable: bool,
    /// Whether it may be empty.
    pub empty: bool,
}

impl<E: EntityTrait> Field<E> {
    /// A column that always holds a value, sortable.
    pub fn column(name: &'static str, kind: FieldKind, column: E::Column) -> Self {
        Self {
            name,
            kind,
            column: Some(column),
            custom: None,
            sortable: true,
            empty: false,
        }
    }

    /// A column that may be empty; empty ones come last.
    pub fn maybe(name: &'static str, kind: FieldKind, column: E::Column) -> Self {
        Self {
            empty: true,
            ..Self::column(name, kind, column)
        }
    }

    /// A field that is no column.
    pub fn custom(name: &'static str, kind: FieldKind, custom: Custom) -> Self {
        Self {
            name,
            kind,
            column: None,
            custom: Some(custom),
            sortable: false,
            empty: true,
        }
    }
}

/// All fields of a list.
pub struct Shape<E: EntityTrait> {
    /// The fields.
    pub fields: Vec<Field<E>>,
    /// The id column: it ends every order.
    pub id: E::Column,
    /// What the search box looks in.
    pub search: Option<fn(&str) -> Condition>,
}

/// A column to sort by.
pub struct SortKey<E: EntityTrait> {
    /// The column.
    pub column: E::Column,
    /// Largest first.
    pub falls: bool,
    /// Whether it may be empty.
    pub empty: bool,
}

impl<E: EntityTrait> Shape<E> {
    /// A field by name.
    pub fn field(&self, name: &str) -> Option<&Field<E>> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Reads `-amount,number` and adds the id, so that the order is total.
    pub fn sort_keys(&self, sort: &str) -> Result<Vec<SortKey<E>>, Vec<FieldFault>> {
        let mut keys = Vec::new();
        let mut faults = Vec::new();
        for word in sort.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let (falls, name) = word.strip_prefix('-').map_or((false, word), |name| (true, name));
            match self
                .field(name)
                .filter(|field| field.sortable)
                .and_then(|field| Some((field, field.column?)))
            {
                Some((field, column)) => keys.push(SortKey {
                    column,
                    falls,
                    empty: field.empty,
                }),
                None => faults.push(FieldFault::at("/sort", "unknown-field").with("field", name)),
            }
        }
        if keys.len() > 4 {
            faults.push(FieldFault::at("/sort", "too-many").with("limit", 4));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let falls = keys.last().is_some_and(|key| key.falls);
        keys.push(SortKey {
            column: self.id,
            falls,
            empty: false,
        });
        Ok(keys)
    }
}
