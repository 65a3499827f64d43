//! How types that are written as one word or sentence look in the OpenAPI document: texts with
//! an example. The others derive their schema.

use crate::beat::{Beat, Stretch};
use crate::calendar::{Period, Span};
use std::borrow::Cow;
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

macro_rules! written_as_text {
    ($($kind:ty, $name:literal, $example:literal;)*) => {$(
        impl PartialSchema for $kind {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new().schema_type(Type::String).examples([$example]).into()
            }
        }

        impl ToSchema for $kind {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }
        }
    )*};
}

written_as_text! {
    Span, "Span", "3 working days";
    Period, "WorkingPeriod", "09:00-12:00";
    Beat, "Beat", "RRULE:FREQ=WEEKLY;BYDAY=FR";
    Stretch, "CalendarPeriod", "2026-Q1";
}
