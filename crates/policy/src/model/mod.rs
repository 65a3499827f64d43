//! A loaded pack: every statement parsed and checked, ready to be asked. One file a family of statements.
//!
//! Nothing here reads files or knows TOML; `read` makes these and nobody else does.

mod count;
mod duties;
mod form;
mod given;
mod index;
mod need;
mod pack;
mod regulation;
mod rule;
mod service;
mod setting;
mod shelf;
mod stage;
mod time;
mod trigger;
mod who;

pub use count::{Count, CountSource, Credit, Dimension, Metric, MetricValue, Take};
pub use duties::{Body, Permission, Position, Reach, Secrecy, Skill, When};
pub use form::{Choice, Column, Deliverable, ExtraField, Field, FieldType, Form, FormSubject, Makes, Medium};
pub use given::Given;
pub use index::Index;
pub use need::{Need, NeedItem};
pub use pack::{InForce, Pack};
pub use regulation::{Clause, Control, Regulation, RuleKind, RuleRef};
pub use rule::{
    Approval, ApprovalStep, ApprovalSubject, Confirm, Effect, Escalation, Fulfilment, Gate, GatePoint,
    Notice, Obligation, OnTimeBy, Warn,
};
pub use service::{CalendarStatement, Pick, Route, Service};
pub use setting::{Setting, SettingType, SettingValue};
pub use shelf::{Named, Shelf};
pub use stage::{Grade, Grading, Lifecycle, Skip, Stage};
pub use time::{Length, Offset, Time};
pub use trigger::{EventPattern, Every, ForEach, Opening, Part, Sample, SampleSize, Trigger, Until};
pub use who::Who;
