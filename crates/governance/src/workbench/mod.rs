//! The first page: what I owe by due time, and beside it what the floors above put on my desk.

mod api;

pub(crate) use api::routes;
