//! HTTP of rates.

use axum::http::StatusCode;
use axum::response::Response;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::entity::ExchangeRate;
use super::{actions, queries};
use crate::app::App;
use crate::failure::Failure;
use crate::http::{Call, Input, Listed, Problem, Total, answer};
use crate::record::people::{MemberName, Names};

/// Routes of rates.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, enter))
}

/// What a currency is worth from a day on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExchangeRate)]
pub struct RateView {
    /// ISO code, `USD`.
    pub currency: String,
    /// From this day on, until the next.
    pub from_on: NaiveDate,
    /// Millionths of a major unit of the home currency for a major unit of this: 7.12 is 7120000.
    pub rate_ppm: i64,
    /// Who entered it.
    pub entered_by: Option<MemberName>,
    /// When.
    pub entered_at: DateTime<Utc>,
}

impl RateView {
    fn of(rate: ExchangeRate, names: &Names) -> Self {
        Self {
            entered_by: names.of(rate.entered_by),
            currency: rate.currency,
            from_on: rate.from_on,
            rate_ppm: rate.rate_ppm,
            entered_at: rate.entered_at,
        }
    }
}

/// All rates, by currency, the latest first.
#[utoipa::path(get, path = "/rates", operation_id = "rate.list", tag = "company",
    responses((status = 200, body = Listed<RateView>), (status = "4XX", body = Problem)))]
async fn list(call: Call) -> Result<Response, Failure> {
    let rates = queries::all(&call.db()).await?;
    let names = Names::read(&call.db(), rates.iter().map(|rate| rate.entered_by)).await?;
    let total = Total {
        count: rates.len() as u64,
        exact: true,
    };
    let items = rates.into_iter().map(|rate| RateView::of(rate, &names)).collect();
    answer::ok(&Listed::<RateView> {
        items,
        next: None,
        total,
    })
}

/// A rate to enter.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EnterRate {
    /// ISO code, `USD`.
    #[schema(min_length = 3, max_length = 3)]
    pub currency: String,
    /// From this day on.
    pub from_on: NaiveDate,
    /// Millionths of a major unit of the home currency for a major unit of this.
    #[schema(minimum = 1)]
    pub rate_ppm: i64,
}

/// Enters a rate; one of the same currency and day is written over.
#[utoipa::path(post, path = "/rates", operation_id = "rate.enter", tag = "company", request_body = EnterRate,
    responses((status = 200, body = RateView), (status = "4XX", body = Problem)))]
async fn enter(call: Call, Input(body): Input<EnterRate>) -> Result<Response, Failure> {
    let mut work = call.begin().await?;
    let rate = actions::enter(&mut work, &body.currency, body.from_on, body.rate_ppm).await?;
    let names = Names::read(&work.db(), [rate.entered_by]).await?;
    work.answer(StatusCode::OK, &RateView::of(rate, &names)).await
}
