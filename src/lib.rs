#![forbid(unsafe_code)]
pub mod text;
pub mod source;
pub mod norms;
pub mod model;
pub mod load;
