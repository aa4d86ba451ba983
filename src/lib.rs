//! Judges and draws which personal data runs between a municipality's applications.

#![forbid(unsafe_code)]

pub mod text;
pub mod view;
