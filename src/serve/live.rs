//! The landscape as it is now, and the last one that could be drawn.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::watch;

use super::{Landscape, change::Change, easel::Easel, version::Version};
use crate::{
    load::files::{self, ReadError},
    source::Sources,
    text::Lang,
};

/// What the page shows, kept up to date.
pub struct Live {
    landscape: Landscape,
    now: RwLock<Arc<Now>>,
    easel: Easel,
    news: watch::Sender<u64>,
}

/// The state of affairs at one moment.
#[derive(Clone)]
pub struct Now {
    /// Goes up by one each time that something changes.
    pub number: u64,
    /// What was read last; none: it can't be read.
    pub version: Result<Arc<Version>, String>,
    /// The last version that could be read whole, and so can be drawn.
    pub whole: Option<Arc<Version>>,
    /// What became of the findings since the version before.
    pub change: Option<Change>,
    /// When this was read.
    pub at: String,
    /// The language of the page.
    pub lang: Lang,
}

impl Live {
    /// Reads the landscape for the first time.
    pub fn new(landscape: Landscape) -> Result<Self, ReadError> {
        let sources = files::read(&landscape.path, &landscape.here)?;
        let at = (landscape.clock)();
        let version = Arc::new(Version::new(sources, &(landscape.options)(), at.clone()));
        let whole = version.is_whole().then(|| Arc::clone(&version));
        let lang = version.analysis.lang;
        let now = Now { number: 1, version: Ok(version), whole, change: None, at, lang };
        let (news, _) = watch::channel(1);
        Ok(Self { landscape, now: RwLock::new(Arc::new(now)), easel: Easel::default(), news })
    }

    /// What there is to show.
    pub fn now(&self) -> Arc<Now> {
        Arc::clone(&self.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Hears the number of each version.
    pub fn versions(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    /// What is followed.
    pub const fn landscape(&self) -> &Landscape {
        &self.landscape
    }

    /// The drawings of it.
    pub const fn easel(&self) -> &Easel {
        &self.easel
    }

    /// Tells that there is more to see of the same version.
    pub fn tell_again(&self) {
        self.tell(Now::clone);
    }

    /// Puts something in the place of what there is now, and tells so.
    fn tell(&self, next: impl FnOnce(&Now) -> Now) {
        let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
        let number = now.number + 1;
        *now = Arc::new(Now { number, ..next(&now) });
        drop(now);
        self.news.send_replace(number);
    }

    /// Reads the landscape again; where anything changed, that is judged and told.
    pub fn refresh(&self) {
        let read = files::read(&self.landscape.path, &self.landscape.here);
        let read = read.map_err(|error| error.message(self.now().lang));
        let options = (self.landscape.options)();
        let before = self.now();
        let is_same = match (&read, &before.version) {
            (Ok(sources), Ok(version)) => version.today() == options.today && same(sources, &version.sources),
            (Err(reason), Err(before)) => reason == before,
            _ => false,
        };
        if is_same {
            return;
        }
        let at = (self.landscape.clock)();
        let version = read.map(|sources| Arc::new(Version::new(sources, &options, at.clone())));
        let good = version.as_ref().ok().filter(|version| version.is_whole());
        let now = Now {
            number: before.number,
            whole: good.cloned().or_else(|| before.whole.clone()),
            change: match (&before.version, &version) {
                (Ok(before), Ok(now)) => Some(Change::between(before, now)),
                _ => None,
            },
            lang: version.as_ref().map_or(before.lang, |version| version.analysis.lang),
            version,
            at,
        };
        self.tell(|_| now);
    }
}

/// Whether the files are the same, to the letter.
fn same(a: &Sources, b: &Sources) -> bool {
    a.iter().len() == b.iter().len()
        && a.iter()
            .zip(b.iter())
            .all(|((_, a), (_, b))| a.path() == b.path() && a.text() == b.text() && a.damage() == b.damage())
}

impl Now {
    /// What to tell findings and links of: the version of now, else the last one that could be read.
    pub fn told(&self) -> Option<&Arc<Version>> {
        self.version.as_ref().ok().or(self.whole.as_ref())
    }
}
