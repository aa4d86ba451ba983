//! What is asked of the page: the part of its address after the `?`. So a reload, a bookmark and the back button give
//! the same page, and all of it works without a script.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

/// Everything that can be asked; empty: it wasn't.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Ask {
    /// Which view, by name.
    pub view: String,
    /// What was chosen, as [`super::choice`] writes it.
    pub select: String,
    /// Which category to follow, by id.
    pub trace: String,
    /// From where, by id.
    pub from: String,
    /// To where, by id.
    pub to: String,
    /// Which application is breached, by id.
    pub breach: String,
    /// Since when that is known: a day, or as the command's `--at` has it.
    pub at: String,
    /// At what time of that day.
    pub time: String,
    /// Words to search for.
    pub q: String,
    /// Only what carries this category, by id.
    pub category: String,
    /// Only what carries a category of this class.
    pub class: String,
    /// Only what has to do with this domain.
    pub domain: String,
    /// Only links in this state.
    pub status: String,
}

/// What needs no escape in a query.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':');

impl Ask {
    /// Each question by its name in an address.
    fn all(&self) -> [(&'static str, &str); 13] {
        [
            ("view", &self.view),
            ("select", &self.select),
            ("trace", &self.trace),
            ("from", &self.from),
            ("to", &self.to),
            ("breach", &self.breach),
            ("at", &self.at),
            ("time", &self.time),
            ("q", &self.q),
            ("category", &self.category),
            ("class", &self.class),
            ("domain", &self.domain),
            ("status", &self.status),
        ]
    }

    /// What is asked, but for these: a form sends those itself.
    pub fn but(&self, names: &[&str]) -> impl Iterator<Item = (&'static str, &str)> {
        self.all().into_iter().filter(|(name, value)| !value.is_empty() && !names.contains(name))
    }

    /// The address of the page where one thing more is asked, or less.
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut ask = self.clone();
        change(&mut ask);
        ask.address("/")
    }

    /// The address under which all this is asked.
    pub fn address(&self, path: &str) -> String {
        let asked =
            self.but(&[]).map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, PLAIN)));
        let asked: Vec<String> = asked.collect();
        format!("{path}?{}", asked.join("&"))
    }

    /// The address where this is chosen.
    pub fn select(&self, id: &str) -> String {
        self.with(|ask| id.clone_into(&mut ask.select))
    }

    /// The address where nothing is asked that has an answer.
    pub fn unanswered(&self) -> String {
        self.with(Self::ask_nothing)
    }

    /// Takes back every question that has an answer.
    pub fn ask_nothing(&mut self) {
        for it in
            [&mut self.trace, &mut self.from, &mut self.to, &mut self.breach, &mut self.at, &mut self.time]
        {
            it.clear();
        }
    }

    /// Whether anything is searched for or filtered by.
    pub fn filters(&self) -> bool {
        let filters = [&self.q, &self.category, &self.class, &self.domain, &self.status];
        filters.into_iter().any(|it| !it.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_asked_and_nothing_else() {
        let ask = Ask { view: "wmo".into(), q: "a&b=\"<é".into(), ..Ask::default() };
        assert_eq!(ask.select("link:a->b#2"), "/?view=wmo&select=link:a-%3Eb%232&q=a%26b%3D%22%3C%C3%A9");
        assert_eq!(Ask::default().address("/"), "/?");
    }
}
