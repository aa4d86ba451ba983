//! Who may ask: this machine's own browser, on a page that came from here.
//!
//! Any page on the web may send a browser to 127.0.0.1, and a name that it owns may be made to point there (DNS
//! rebinding). So the `Host` must be ours, and so must the `Origin` where there is one.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// What the page may load: its own script, style and icon, and news from here. No script, style or frame of others.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What every answer says of itself.
const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::CACHE_CONTROL, "no-store"),
    (header::REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// Answers who may ask, and refuses others.
pub async fn guard(State(port): State<u16>, request: Request, next: Next) -> Response {
    let named = request.uri().authority().is_none_or(|it| is_ours(it.as_str(), port));
    let mut response = if named && may_ask(request.headers(), port) {
        next.run(request).await
    } else {
        (StatusCode::FORBIDDEN, "Koppelkaart only answers its own page on this machine.\n").into_response()
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether whoever asks came by a name of ours, from no page or one of ours.
fn may_ask(headers: &HeaderMap, port: u16) -> bool {
    let one = |name: HeaderName| {
        let mut all = headers.get_all(name).iter();
        let first = all.next().map(|value| value.to_str().unwrap_or_default());
        // Said twice, it isn't known which counts.
        if all.next().is_some() { Some("") } else { first }
    };
    let host = one(header::HOST).is_some_and(|host| is_ours(host, port));
    let origin = one(header::ORIGIN);
    host && origin.is_none_or(|origin| origin.strip_prefix("http://").is_some_and(|host| is_ours(host, port)))
}

/// Whether a host with its port is this program's.
fn is_ours(host: &str, port: u16) -> bool {
    let ours = ["127.0.0.1", "localhost", "[::1]"];
    let (name, given) = match host.rsplit_once(':') {
        Some((name, digits)) if !digits.ends_with(']') => (name, digits.parse().ok()),
        _ => (host, Some(80)),
    };
    given == Some(port) && ours.iter().any(|it| name.eq_ignore_ascii_case(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_with_the_port_are_ours() {
        for host in ["127.0.0.1:8017", "localhost:8017", "LocalHost:8017", "[::1]:8017"] {
            assert!(is_ours(host, 8017), "{host}");
        }
        for host in
            ["127.0.0.1", "localhost:80", "evil.example:8017", "localhost.evil.example:8017", "[::1]", ""]
        {
            assert!(!is_ours(host, 8017), "{host}");
        }
        assert!(is_ours("localhost", 80) && is_ours("[::1]", 80), "80 is the port that goes without saying");
    }

    #[test]
    fn a_page_from_elsewhere_gets_nothing() {
        let asks = |all: &[(HeaderName, &'static str)]| {
            let mut map = HeaderMap::new();
            for (name, value) in all {
                map.append(name.clone(), HeaderValue::from_static(value));
            }
            may_ask(&map, 8017)
        };
        let host = (header::HOST, "localhost:8017");
        assert!(asks(std::slice::from_ref(&host)));
        assert!(asks(&[host.clone(), (header::ORIGIN, "http://localhost:8017")]));
        for origin in ["https://evil.example", "null", "http://localhost:8018", "https://localhost:8017"] {
            assert!(!asks(&[host.clone(), (header::ORIGIN, origin)]), "{origin}");
        }
        assert!(!asks(&[]), "without a host");
        assert!(!asks(&[host.clone(), host]), "with two");
    }
}
