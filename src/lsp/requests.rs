//! What the editor asks, one answer each.

use gen_lsp_types::LspRequestMethod as Asked;
use lsp_server::ErrorCode;
use serde_json::Value;

use super::server::{Refusal, Server};

/// Answers a request.
///
/// # Errors
/// When it can't be answered: why, in the protocol's words and for people.
pub fn answer(server: &mut Server, asked: Asked<'_>, params: Value) -> Result<Value, Refusal> {
    let _ = (server, params);
    match asked {
        _ => {
            let method = asked.as_str();
            Err(Refusal::new(ErrorCode::MethodNotFound, &format!("`{method}` isn't known here")))
        }
    }
}
