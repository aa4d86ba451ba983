//! How what is said is read and written, and how a request is refused.

use lsp_server::ErrorCode;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Why a request isn't answered.
#[derive(Debug)]
pub struct Refusal {
    /// In the protocol's words.
    pub code: ErrorCode,
    /// For people.
    pub message: String,
}

impl Refusal {
    /// A request that isn't answered.
    #[must_use]
    pub fn new(code: ErrorCode, message: &str) -> Self {
        Self { code, message: message.to_owned() }
    }
}

/// Of a file whose address leads elsewhere.
#[must_use]
pub fn not_a_file() -> Refusal {
    Refusal::new(ErrorCode::InvalidParams, "not a file on this machine")
}

/// Parameters as their type.
///
/// # Errors
/// What they lack.
pub fn read<T: DeserializeOwned>(params: Value) -> Result<T, Refusal> {
    serde_json::from_value(params).map_err(|error| Refusal::new(ErrorCode::InvalidParams, &error.to_string()))
}

/// An answer as JSON.
///
/// # Errors
/// When it can't be written, which would be a mistake here.
pub fn written(answer: impl serde::Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(answer).map_err(|error| Refusal::new(ErrorCode::InternalError, &error.to_string()))
}
