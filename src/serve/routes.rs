//! The few addresses that there are, and what each gives.

use std::{convert::Infallible, sync::Arc};

use axum::{
    Router,
    extract::{Query, State},
    http::{StatusCode, header},
    middleware,
    response::{
        Html, IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
    routing::get,
};
use tokio_stream::{Stream, StreamExt, wrappers::WatchStream};

use super::{answers, ask::Ask, easel, guard, live::Live, page, style};
use crate::view::theme;

/// Every address of the page.
pub fn routes(live: Arc<Live>, port: u16) -> Router {
    Router::new()
        .route("/", get(whole))
        .route("/answer.svg", get(picture))
        .route("/events", get(news))
        .route("/page.css", get(|| async { typed("text/css; charset=utf-8", style::css()) }))
        .route("/page.js", get(|| async { typed("text/javascript; charset=utf-8", include_str!("page.js")) }))
        .route("/icon.svg", get(|| async { typed("image/svg+xml", icon()) }))
        .with_state(live)
        .layer(middleware::from_fn_with_state(port, guard::guard))
}

/// The page as it is now, with what was asked.
async fn whole(State(live): State<Arc<Live>>, Query(ask): Query<Ask>) -> Response {
    aside(move || {
        let now = live.now();
        let seen = now.whole.as_ref().and_then(|version| easel::see(&live, version, &ask.view));
        Html(page::page(&now, seen.as_ref(), &ask)).into_response()
    })
    .await
}

/// The answer to what was asked, as a picture by itself.
async fn picture(State(live): State<Arc<Live>>, Query(ask): Query<Ask>) -> Response {
    aside(move || match answers::picture(&live.now(), &ask, live.landscape().engine) {
        Ok(svg) => typed("image/svg+xml", svg),
        Err(reason) => (StatusCode::NOT_FOUND, reason).into_response(),
    })
    .await
}

/// The number of each version, from the one that there is now.
async fn news(State(live): State<Arc<Live>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let versions = WatchStream::new(live.versions());
    let told = versions.map(|number| Ok(Event::default().event("version").data(number.to_string())));
    Sse::new(told).keep_alive(KeepAlive::default())
}

/// Does work off the thread that answers.
async fn aside(work: impl FnOnce() -> Response + Send + 'static) -> Response {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn typed(kind: &'static str, body: impl IntoResponse) -> Response {
    ([(header::CONTENT_TYPE, kind)], body).into_response()
}

/// A link between two applications, for the tab.
fn icon() -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path d=\"M9 16H23\" stroke=\"{}\" \
         stroke-width=\"4\"/><circle cx=\"7\" cy=\"16\" r=\"6\" fill=\"{}\"/><circle cx=\"25\" cy=\"16\" r=\"6\" fill=\"{}\"/></svg>",
        theme::SOFT,
        theme::INK,
        theme::INK,
    )
}
