//! Follows the files of the landscape, however an editor saves them.
//!
//! The operating system tells when something happens in the folder; what is then read decides whether anything
//! changed. Since not every disk tells (networks, virtual machines), the files are read now and then anyway, and
//! where nothing can be heard at all, every second.

use std::{
    sync::{
        Arc,
        mpsc::{self, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use camino::Utf8Path;
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
    notify::{self, RecommendedWatcher, RecursiveMode},
};

use super::live::Live;
use crate::say;

/// How long it must be quiet before files are read: an editor saves in several steps.
const QUIET: Duration = Duration::from_millis(60);
/// How often files are read where the operating system tells of changes.
const NOW_AND_THEN: Duration = Duration::from_secs(5);
/// The same where it doesn't.
const OFTEN: Duration = Duration::from_secs(1);

/// Follows the landscape on a thread of its own, for as long as the program runs.
pub fn start(live: Arc<Live>, tell: impl Fn(String) + Send + 'static) {
    thread::spawn(move || follow(&live, &tell));
}

fn follow(live: &Live, tell: &impl Fn(String)) {
    let (sender, events) = mpsc::channel();
    let path = &live.landscape().path;
    let mut watcher = watch(path, &sender);
    if let Err(error) = &watcher {
        let lang = live.now().lang;
        tell(say!(
            lang,
            en: "changes aren't told by this system ({error}); the files are read every second instead",
            nl: "dit systeem meldt wijzigingen niet ({error}); de bestanden worden nu elke seconde gelezen",
        ));
    }
    loop {
        let wait = if watcher.is_ok() { NOW_AND_THEN } else { OFTEN };
        match events.recv_timeout(wait) {
            // What more came meanwhile is read at once.
            Ok(()) => while events.try_recv().is_ok() {},
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        live.refresh();
        // A folder that was taken away is no longer watched, also when it comes back.
        if live.now().version.is_err() {
            watcher = Err(notify::Error::path_not_found());
        } else if watcher.is_err() {
            watcher = watch(path, &sender);
        }
    }
}

type Watcher = Debouncer<RecommendedWatcher, RecommendedCache>;

/// Sends a word whenever something happens in the folder, or in that of the file.
fn watch(path: &Utf8Path, sender: &Sender<()>) -> notify::Result<Watcher> {
    let sender = sender.clone();
    let mut watcher = new_debouncer(QUIET, None, move |told: DebounceEventResult| {
        // That files are read is told too, also when it is this program that reads them.
        let only_read = |events: &Vec<DebouncedEvent>| events.iter().all(|event| event.kind.is_access());
        if !told.as_ref().is_ok_and(only_read) {
            // Only when the program ends does nobody listen.
            sender.send(()).ok();
        }
    })?;
    if path.is_dir() {
        watcher.watch(path, RecursiveMode::Recursive)?;
    } else {
        // An editor puts another file in the place of this one.
        let folder = path.parent().filter(|it| !it.as_str().is_empty()).unwrap_or(Utf8Path::new("."));
        watcher.watch(folder, RecursiveMode::NonRecursive)?;
    }
    Ok(watcher)
}
