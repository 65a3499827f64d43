//! The engine's rooms together, on record kinds of their own.

mod affair;
mod approvals;
mod confirmations;
mod forms;
mod gates;
mod grades;
mod keeping;
mod leaving;
mod makes;
mod parts;
mod people;
mod rhythm;
