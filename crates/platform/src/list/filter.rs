//! The filter tree: read, checked against the fields, turned into a condition. Bounded in depth and number.

use chrono::{DateTime, Days, Months, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, SimpleExpr};
use sea_orm::{Condition, EntityTrait, Value as Bound};
use serde_json::Value;

use super::field::{Field, FieldKind, Shape};
use crate::failure::FieldFault;
use crate::id::{DepartmentId, MemberId};
use crate::identity::Actor;
use crate::policy_book::PolicyBook;

/// Depth of groups.
const DEEP: usize = 4;
/// Conditions in all.
const MANY: usize = 30;
/// Values of one `in`.
const VALUES: usize = 200;

/// What `@me`, `@my_department` and `@today` mean.
#[derive(Clone, Debug)]
pub struct Context {
    /// Who asks.
    pub me: Option<MemberId>,
    /// The asker's department.
    pub my_department: Option<DepartmentId>,
    /// The day in the company's zone.
    pub today: NaiveDate,
    /// The company's zone.
    pub zone: chrono_tz::Tz,
}

impl Context {
    /// For an actor at a moment.
    pub fn of(actor: &Actor, book: &PolicyBook, now: DateTime<Utc>) -> Self {
        Self {
            me: actor.member(),
            my_department: actor.department(),
            today: book.today(now),
            zone: book.zone(),
        }
    }

    /// `@today`, `@today-7d`, `@today+2w`, `@today-1m`, or a date written out.
    fn day(&self, text: &str) -> Option<NaiveDate> {
        let Some(rest) = text.strip_prefix("@today") else {
            return text.parse().ok();
        };
        if rest.is_empty() {
            return Some(self.today);
        }
        let (sign, rest) = rest.split_at_checked(1)?;
        let unit = rest.chars().last()?;
        let number: u32 = rest
            .strip_suffix(unit)?
            .parse()
            .ok()
            .filter(|number| *number <= 36_500)?;
        let days = match unit {
            'd' => Some(number),
            'w' => number.checked_mul(7),
            _ => None,
        };
        match (sign, days, unit) {
            ("-", Some(days), _) => self.today.checked_sub_days(Days::new(days.into())),
            ("+", Some(days), _) => self.today.checked_add_days(Days::new(days.into())),
            ("-", None, 'm') => self.today.checked_sub_months(Months::new(Ord::min(number, 1200))),
            ("+", None, 'm') => self.today.checked_add_months(Months::new(Ord::min(number, 1200))),
            _ => None,
        }
    }

    /// The first moment of a day.
    fn start(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        let midnight = day.and_hms_opt(0, 0, 0)?;
        midnight
            .and_local_timezone(self.zone)
            .earliest()
            .map(|local| local.with_timezone(&Utc))
    }
}

/// Reads a filter's text.
pub fn parse<E: EntityTrait>(
    text: &str,
    shape: &Shape<E>,
    context: &Context,
) -> Result<Condition, Vec<FieldFault>> {
    if text.len() > 20_000 {
        return Err(vec![FieldFault::at("/filter", "too-long").with("limit", 20_000)]);
    }
    let Ok(tree) = serde_json::from_str::<Value>(text) else {
        return Err(vec![
            FieldFault::at("/filter", "unreadable").with("words", "JSON"),
        ]);
    };
    let mut reader = Reader {
        shape,
        context,
        faults: Vec::new(),
        count: 0,
    };
    let condition = reader.node(&tree, "/filter", 1);
    if reader.faults.is_empty() {
        Ok(condition)
    } else {
        Err(reader.faults)
    }
}

struct Reader<'a, E: EntityTrait> {
    shape: &'a Shape<E>,
    context: &'a Context,
    faults: Vec<FieldFault>,
    count: usize,
}

impl<E: EntityTrait> Reader<'_, E> {
    fn node(&mut self, tree: &Value, pointer: &str, depth: usize) -> Condition {
        let Some(node) = tree.as_object() else {
            self.fault(pointer, "wrong-type");
            return Condition::all();
        };
        let (word, parts) = match (node.get("all"), node.get("any"), node.get("not")) {
            (Some(parts), None, None) if node.len() == 1 => ("all", parts),
            (None, Some(parts), None) if node.len() == 1 => ("any", parts),
            (None, None, Some(part)) if node.len() == 1 => {
                return if depth > DEEP {
                    self.too_deep(pointer)
                } else {
                    self.node(part, &format!("{pointer}/not"), depth + 1).not()
                };
            }
            _ => return self.leaf(node, pointer),
        };
        if depth > DEEP {
            return self.too_deep(pointer);
        }
        let Some(parts) = parts.as_array() else {
            self.fault(&format!("{pointer}/{word}"), "wrong-type");
            return Condition::all();
        };
        let mut condition = if word == "all" {
            Condition::all()
        } else {
            Condition::any()
        };
        if parts.is_empty() && word == "any" {
            return Condition::all();
        }
        for (place, part) in parts.iter().enumerate() {
            condition = condition.add(self.node(part, &format!("{pointer}/{word}/{place}"), depth + 1));
        }
        condition
    }

    fn too_deep(&mut self, pointer: &str) -> Condition {
        self.faults
            .push(FieldFault::at(pointer, "too-deep").with("limit", DEEP));
        Condition::all()
    }

    fn fault(&mut self, pointer: &str, code: &str) {
        self.faults.push(FieldFault::at(pointer, code));
    }

    fn leaf(&mut self, node: &serde_json::Map<String, Value>, pointer: &str) -> Condition {
        self.count += 1;
        if self.count == MANY + 1 {
            self.faults
                .push(FieldFault::at("/filter", "too-many").with("limit", MANY));
        }
        if let Some(other) = node
            .keys()
            .find(|key| !["field", "op", "value"].contains(&key.as_str()))
        {
            self.fault(&format!("{pointer}/{other}"), "unknown-field");
        }
        let name = node.get("field").and_then(Value::as_str).unwrap_or_default();
        let op = node.get("op").and_then(Value::as_str).unwrap_or_default();
        let value = node.get("value").unwrap_or(&Value::Null);
        let Some(field) = self.shape.field(name) else {
            self.fault(&format!("{pointer}/field"), "unknown-field");
            return Condition::all();
        };
        let found = match (field.custom, field.column) {
            (Some(custom), _) => custom(op, value, self.context).ok_or("value"),
            (None, Some(column)) => {
                compare(field, Expr::col((E::default(), column)), op, value, self.context)
            }
            (None, None) => Err("field"),
        };
        match found {
            Ok(condition) => condition,
            Err(member) => {
                self.fault(&format!("{pointer}/{member}"), "not-allowed");
                Condition::all()
            }
        }
    }
}

/// One comparison; the error names the member of the leaf that does not fit.
fn compare<E: EntityTrait>(
    field: &Field<E>,
    column: SimpleExpr,
    op: &str,
    value: &Value,
    context: &Context,
) -> Result<Condition, &'static str> {
    let bind = |value: &Value| bound(field.kind, value, context).ok_or("value");
    let ordered = matches!(
        field.kind,
        FieldKind::Integer | FieldKind::Money | FieldKind::Date | FieldKind::Instant | FieldKind::Text
    );
    let expr = match op {
        "empty" => column.is_null(),
        "filled" => column.is_not_null(),
        "eq" | "ne" if field.kind == FieldKind::Instant => {
            let (from, to) = day_of(value, context).ok_or("value")?;
            let within = column.clone().gte(from).and(column.clone().lt(to));
            if op == "eq" {
                within
            } else {
                within.not().or(column.is_null())
            }
        }
        "eq" => column.eq(bind(value)?),
        "ne" => column.clone().ne(bind(value)?).or(column.is_null()),
        "in" | "not_in" => {
            let values = value
                .as_array()
                .filter(|values| values.len() <= VALUES)
                .ok_or("value")?;
            let values = values.iter().map(bind).collect::<Result<Vec<_>, _>>()?;
            if op == "in" {
                column.is_in(values)
            } else {
                column.clone().is_not_in(values).or(column.is_null())
            }
        }
        "lt" if ordered => column.lt(bind(value)?),
        "lte" if ordered && field.kind == FieldKind::Instant => {
            column.lt(day_of(value, context).ok_or("value")?.1)
        }
        "lte" if ordered => column.lte(bind(value)?),
        "gt" if ordered && field.kind == FieldKind::Instant => {
            column.gte(day_of(value, context).ok_or("value")?.1)
        }
        "gt" if ordered => column.gt(bind(value)?),
        "gte" if ordered => column.gte(bind(value)?),
        "contains" if field.kind == FieldKind::Text => {
            let words = value.as_str().ok_or("value")?;
            column.like(LikeExpr::new(format!("%{}%", escape(words))).escape('\\'))
        }
        "starts" if field.kind == FieldKind::Text => {
            let words = value.as_str().ok_or("value")?;
            column.like(LikeExpr::new(format!("{}%", escape(words))).escape('\\'))
        }
        _ => return Err("op"),
    };
    Ok(Condition::all().add(expr))
}

/// Takes the meaning out of `%` and `_` in what a person typed.
pub(crate) fn escape(words: &str) -> String {
    words
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}

fn day_of(value: &Value, context: &Context) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let text = value.as_str()?;
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        let at = instant.with_timezone(&Utc);
        return Some((at, at.checked_add_signed(chrono::TimeDelta::microseconds(1))?));
    }
    let day = context.day(text)?;
    Some((context.start(day)?, context.start(day.succ_opt()?)?))
}

fn bound(kind: FieldKind, value: &Value, context: &Context) -> Option<Bound> {
    Some(match kind {
        FieldKind::Text | FieldKind::Choice => value.as_str()?.to_owned().into(),
        FieldKind::Integer => value.as_i64()?.into(),
        FieldKind::Money => value.as_i64().or_else(|| value.get("amount")?.as_i64())?.into(),
        FieldKind::Flag => value.as_bool()?.into(),
        FieldKind::Date => context.day(value.as_str()?)?.into(),
        FieldKind::Instant => day_of(value, context)?.0.into(),
        FieldKind::Member if value == "@me" => uuid::Uuid::from(context.me?).into(),
        FieldKind::Department if value == "@my_department" => uuid::Uuid::from(context.my_department?).into(),
        FieldKind::Member | FieldKind::Department | FieldKind::Id => {
            value.as_str()?.parse::<uuid::Uuid>().ok()?.into()
        }
    })
}
