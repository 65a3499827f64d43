//! A large company: 100,000 customers, 200,000 contacts, 100,000 projects and a million events a scale, written in bulk and not by the
//! actions, on top of what `serve --starter` writes. What follows from them (measures, kept sums, seals, what a night brings) is made by
//! the product's own commands. The same scale gives the same company.

mod bulk;
mod customers;
mod events;
mod inquiries;
mod make;
mod people;
mod projects;
pub mod shape;

pub use customers::customer_id;
pub use make::{Cache, make};
pub use people::{BUSY, HEAD, MEMBER, PASSWORD, WHOLE};
pub use projects::{has_report, project_id};
