//! HTTP of likely duplicates.

use axum::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use xianji_platform::http::{Ask, Call, Problem, answer};
use xianji_platform::record::people::{MemberName, Names};
use xianji_platform::{App, Failure};

use super::{TwinMark, queries};
use crate::contact::mask_number;
use crate::id::CustomerId;

/// Routes of this module.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(twins))
}

/// Which of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct TwinQuery {
    /// By what customers are taken for the same; by name unless said otherwise.
    #[param(inline)]
    pub by: Option<TwinMark>,
    /// Where the page before ended: its `next`.
    pub cursor: Option<String>,
}

/// A customer of a group.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerTwin {
    pub id: CustomerId,
    pub number: String,
    pub name: String,
    pub region: Option<String>,
    pub contact_count: i32,
    pub owner: Option<MemberName>,
}

/// Customers that share a mark.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerTwins {
    /// What they share; a phone number comes masked.
    pub shared: String,
    pub customers: Vec<CustomerTwin>,
}

/// A page of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerTwinPage {
    pub items: Vec<CustomerTwins>,
    /// Cursor of the next page, if there is one.
    pub next: Option<String>,
}

/// Customers on file that are likely to be the same, as far as the reader may see both.
#[utoipa::path(get, path = "/customers/twins", operation_id = "customer.twins", tag = "customer", params(TwinQuery),
    responses((status = 200, body = CustomerTwinPage), (status = "4XX", body = Problem)))]
async fn twins(call: Call, Ask(query): Ask<TwinQuery>) -> Result<Response, Failure> {
    let (db, scope) = (call.db(), call.scope("customer.read"));
    let mark = query.by.unwrap_or(TwinMark::Name);
    let (groups, next) = queries::page(&db, &scope, mark, query.cursor.as_deref()).await?;
    let owners = groups
        .iter()
        .flat_map(|group| &group.customers)
        .map(|one| one.owner_id);
    let names = Names::read(&db, owners).await?;
    let items = groups.into_iter().map(|group| CustomerTwins {
        shared: if mark == TwinMark::Phone {
            mask_number(&group.key)
        } else {
            group.key
        },
        customers: group
            .customers
            .into_iter()
            .map(|one| CustomerTwin {
                owner: names.of(one.owner_id),
                id: one.id,
                number: one.number,
                name: one.name,
                region: one.region,
                contact_count: one.contact_count,
            })
            .collect(),
    });
    answer::ok(&CustomerTwinPage {
        items: items.collect(),
        next,
    })
}
