//! The whole house on a real database, through the HTTP API: scenarios of the regulations, controls kept and broken, rights of every role.
#![allow(clippy::unwrap_used)]

mod access;
mod bad_input;
mod company;
mod company_level;
mod controls_customers;
mod controls_initiation;
mod controls_inquiries;
mod controls_presales;
mod deal;
mod desk;
mod documents;
mod moving;
mod new_year;
mod person;
mod plans;
mod rights;
mod scenario_r02;
mod scenario_r04;
mod survey;
mod transfer;
