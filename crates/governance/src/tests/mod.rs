//! Gates, sheets, approvals and grades together, on a record kind of their own.

mod affair;
mod approvals;
mod forms;
mod gates;
mod grades;
