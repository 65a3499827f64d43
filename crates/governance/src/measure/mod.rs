//! Numbers followed over time.

use serde_json::Value;
use xianji_platform::Failure;
use xianji_policy::condition::Period;

use crate::engine::{Case, Context};

/// A metric's value of the period so many periods back, for the subject's member or department; null when nothing was due.
pub async fn value(_ctx: &Context<'_>, _case: &Case, _metric: &str, _period: Period, _back: u32) -> Result<Value, Failure> {
    Ok(Value::Null)
}
