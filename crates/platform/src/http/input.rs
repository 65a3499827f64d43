//! Bodies, paths and queries, parsed once at the door. A body is held against the same schema that the OpenAPI document publishes, so all
//! faults come at once, each with its JSON pointer.

use std::any::TypeId;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, RwLock};

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::header;
use axum::http::request::Parts;
use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind as Kind;
use serde::de::DeserializeOwned;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

use crate::app::App;
use crate::failure::{Failure, FieldFault, Invalid, NotJson, TooLarge, WrongMediaType};

/// A JSON body, checked.
pub struct Input<T>(pub T);

impl<T: DeserializeOwned + ToSchema + Send + 'static> FromRequest<App> for Input<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let media = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        if !media.starts_with("application/json") {
            return Err(WrongMediaType.into());
        }
        let bytes = Bytes::from_request(request, app).await.map_err(|_| TooLarge)?;
        let value: Value = serde_json::from_slice(&bytes).map_err(|_| NotJson)?;
        read(value).map(Self)
    }
}

/// Checks a value against the schema of `T` and reads it; texts become NFC.
pub fn read<T: DeserializeOwned + ToSchema + 'static>(mut value: Value) -> Result<T, Failure> {
    let mut faults = Vec::new();
    normalise(&mut value, &mut String::new(), &mut faults);
    let validator = validator::<T>()?;
    faults.extend(validator.iter_errors(&value).flat_map(|error| faults_of(&error)));
    if !faults.is_empty() {
        faults.dedup();
        return Err(Invalid(faults).into());
    }
    serde_json::from_value(value)
        .map_err(|error| Invalid(vec![FieldFault::at("", "unreadable").with("words", error)]).into())
}

/// NFC, and no U+0000, which PostgreSQL cannot hold.
fn normalise(value: &mut Value, pointer: &mut String, faults: &mut Vec<FieldFault>) {
    match value {
        Value::String(text) => {
            if text.contains('\0') {
                faults.push(FieldFault::at(pointer.clone(), "control-character"));
            }
            if !unicode_normalization::is_nfc(text) {
                *text = text.nfc().collect();
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter_mut().enumerate() {
                descend(item, &place.to_string(), pointer, faults);
            }
        }
        Value::Object(fields) => {
            for (name, item) in fields.iter_mut() {
                descend(item, &name.replace('~', "~0").replace('/', "~1"), pointer, faults);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn descend(item: &mut Value, step: &str, pointer: &mut String, faults: &mut Vec<FieldFault>) {
    let length = pointer.len();
    pointer.push('/');
    pointer.push_str(step);
    normalise(item, pointer, faults);
    pointer.truncate(length);
}

fn faults_of(error: &jsonschema::ValidationError<'_>) -> Vec<FieldFault> {
    let here = error.instance_path().to_string();
    let below = |name: &str| format!("{here}/{}", name.replace('~', "~0").replace('/', "~1"));
    match error.kind() {
        Kind::Required { property } => vec![FieldFault::at(
            below(property.as_str().unwrap_or_default()),
            "required",
        )],
        Kind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|name| FieldFault::at(below(name), "unknown-field"))
            .collect(),
        Kind::MaxLength { limit } => vec![FieldFault::at(here, "too-long").with("limit", limit)],
        Kind::MinLength { .. } => vec![FieldFault::at(here, "required")],
        Kind::Maximum { limit } | Kind::ExclusiveMaximum { limit } => {
            vec![FieldFault::at(here, "too-large").with("limit", limit)]
        }
        Kind::Minimum { limit } | Kind::ExclusiveMinimum { limit } => {
            vec![FieldFault::at(here, "too-small").with("limit", limit)]
        }
        Kind::MaxItems { limit } => vec![FieldFault::at(here, "too-many").with("limit", limit)],
        Kind::MinItems { limit } => vec![FieldFault::at(here, "too-few").with("limit", limit)],
        Kind::Enum { options } => vec![FieldFault::at(here, "not-a-choice").with("options", options)],
        Kind::Type { .. } => vec![FieldFault::at(here, "wrong-type")],
        Kind::Format { format } => vec![FieldFault::at(here, "wrong-format").with("format", format)],
        Kind::Pattern { .. } => vec![FieldFault::at(here, "wrong-format").with("format", "text")],
        _ => vec![FieldFault::at(here, "not-allowed")],
    }
}

static VALIDATORS: LazyLock<RwLock<HashMap<TypeId, Arc<Validator>>>> = LazyLock::new(RwLock::default);

fn validator<T: ToSchema + 'static>() -> Result<Arc<Validator>, Failure> {
    let id = TypeId::of::<T>();
    if let Ok(known) = VALIDATORS.read()
        && let Some(validator) = known.get(&id)
    {
        return Ok(validator.clone());
    }
    let mut parts = Vec::new();
    T::schemas(&mut parts);
    let schemas: serde_json::Map<String, Value> = parts
        .into_iter()
        .map(|(name, schema)| Ok((name, serde_json::to_value(schema)?)))
        .collect::<Result<_, Failure>>()?;
    let mut whole = serde_json::to_value(T::schema())?;
    if let Some(whole) = whole.as_object_mut() {
        whole.insert("components".into(), serde_json::json!({ "schemas": schemas }));
    }
    let built = jsonschema::options()
        .should_validate_formats(true)
        .build(&whole)
        .map_err(|error| Failure::broken(format!("schema of {}: {error}", std::any::type_name::<T>())))?;
    let validator = Arc::new(built);
    if let Ok(mut known) = VALIDATORS.write() {
        known.insert(id, validator.clone());
    }
    Ok(validator)
}

/// A path's parts. What cannot be read names nothing that exists.
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for At<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        // U+0000 is in no name and no id, and PostgreSQL cannot even be asked for it.
        if parts.uri.path().contains("%00") {
            return Err(Failure::not_found("record"));
        }
        let Path(value) = Path::<T>::from_request_parts(parts, app)
            .await
            .map_err(|_| Failure::not_found("record"))?;
        Ok(Self(value))
    }
}

/// A query string.
pub struct Ask<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Ask<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Failure> {
        // As in a body; a filter may also write it as JSON does.
        let query = parts.uri.query().unwrap_or_default();
        if ["%00", "%5Cu0000", "%5cu0000", "\\u0000"]
            .iter()
            .any(|nul| query.contains(nul))
        {
            return Err(Invalid::one("", "control-character").into());
        }
        let read = Query::<T>::from_request_parts(parts, app).await;
        read.map(|Query(value)| Self(value)).map_err(|error| {
            Invalid(vec![
                FieldFault::at("", "unreadable").with("words", error.body_text()),
            ])
            .into()
        })
    }
}
