//! The drawings of views. Each is made on a thread of its own, so that the page never waits long for one, and the last
//! that was made stays until there is a newer one.

use std::{
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use super::{live::Live, version::Version};
use crate::{
    say,
    view::{Plan, Readable, geometry::Rect, layout::Layout},
};

/// How long an answer waits for a drawing; most are made in less.
const PATIENCE: Duration = Duration::from_millis(1_500);

/// The views that someone looked at, by name.
#[derive(Default)]
pub struct Easel {
    views: Mutex<HashMap<String, View>>,
    /// Hears that something was made.
    made: Condvar,
}

#[derive(Default)]
struct View {
    /// The last drawing that was made.
    last: Option<Arc<Drawn>>,
    /// The last version that couldn't be drawn, and why.
    failed: Option<(Arc<Version>, String)>,
    /// A drawing is being made: one at a time, since each takes all processors.
    busy: bool,
    /// Someone was answered without it.
    awaited: bool,
}

/// A view as it is laid out.
pub struct Drawn {
    /// Of which version.
    pub version: Arc<Version>,
    /// What is in it.
    pub readable: Readable,
    /// Where everything stands.
    pub layout: Layout,
    /// Where the numbers of arrows stand.
    pub chips: Vec<Rect>,
}

/// What there is to see of a view.
pub struct Seen {
    /// The last drawing, maybe of an earlier version.
    pub drawn: Option<Arc<Drawn>>,
    /// Why that isn't of the version of now; none: it is.
    pub missing: Option<Missing>,
}

/// Why there is no drawing of a version.
pub enum Missing {
    /// It is being made.
    Making,
    /// It can't be made, in a sentence for people.
    Failed(String),
}

impl Easel {
    fn views(&self) -> MutexGuard<'_, HashMap<String, View>> {
        self.views.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What there is to see of the view of this name, else the first, of a version; none: there is nothing to draw. What
/// isn't drawn yet will be, and whoever looks hears of it then.
pub fn see(live: &Arc<Live>, version: &Arc<Version>, name: &str) -> Option<Seen> {
    let plan = version.plan(name)?;
    let until = Instant::now() + PATIENCE;
    let mut views = live.easel().views();
    loop {
        let view = views.entry(plan.name.clone()).or_default();
        if let Some(seen) = view.seen(version) {
            return Some(seen);
        }
        if !view.busy {
            view.busy = true;
            let (live, version, plan) = (Arc::clone(live), Arc::clone(version), plan.clone());
            thread::spawn(move || draw(&live, version, &plan));
        }
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            view.awaited = true;
            return Some(Seen { drawn: view.last.clone(), missing: Some(Missing::Making) });
        }
        views = live.easel().made.wait_timeout(views, left).unwrap_or_else(PoisonError::into_inner).0;
    }
}

/// Draws a view of a version, and tells those who were answered without it.
fn draw(live: &Live, version: Arc<Version>, plan: &Plan) {
    let (engine, lang) = (live.landscape().engine, version.analysis.lang);
    // A view that was never finished would be waited for until the end of days.
    let drawn = catch_unwind(AssertUnwindSafe(|| version.draw(plan, engine))).unwrap_or_else(|_| {
        Err(say!(
            lang,
            en: "drawing this failed, which is a mistake in koppelkaart",
            nl: "het tekenen hiervan liep vast, een fout in koppelkaart",
        ))
    });
    let mut views = live.easel().views();
    let view = views.entry(plan.name.clone()).or_default();
    view.busy = false;
    match drawn {
        Ok((readable, layout, chips)) => {
            view.last = Some(Arc::new(Drawn { version, readable, layout, chips }));
        }
        Err(reason) => view.failed = Some((version, reason)),
    }
    let awaited = std::mem::take(&mut view.awaited);
    drop(views);
    live.easel().made.notify_all();
    if awaited {
        live.tell_again();
    }
}

impl View {
    /// What came of drawing this version; none: it wasn't tried yet.
    fn seen(&self, version: &Arc<Version>) -> Option<Seen> {
        if self.last.as_ref().is_some_and(|drawn| Arc::ptr_eq(&drawn.version, version)) {
            return Some(Seen { drawn: self.last.clone(), missing: None });
        }
        let (_, reason) = self.failed.as_ref().filter(|(of, _)| Arc::ptr_eq(of, version))?;
        Some(Seen { drawn: self.last.clone(), missing: Some(Missing::Failed(reason.clone())) })
    }
}
