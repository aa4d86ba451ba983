//! The breach of an application, for whoever must act tonight: by when and whom to call, what was in it, where the same
//! data is, and what can't be known from here. One page of points that a terminal and Markdown both print.

mod authority;
mod html;
mod human;
mod json;
mod markdown;
mod now;
mod picture;
mod running;
mod stakes;
mod unknown;
mod words;

pub use self::{
    html::write as html, human::write as human, json::write as json, markdown::write as markdown,
    picture::picture,
};
use crate::{
    analysis::Analysis,
    follow::breach::{Breach, Duty, Moment},
    model::{Application, Item},
    say, sentence,
    text::{Lang, Text, shown},
};

/// What is told, and of when.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The landscape, judged as of the day of the breach.
    pub analysis: &'a Analysis,
    /// What it can tell of the breach.
    pub breach: &'a Breach,
    /// When the controller became aware of it, if that was given.
    pub moment: Option<&'a Moment>,
    /// It is read on a page with a field for that, not where the command was given.
    pub on_page: bool,
}

/// The whole page.
struct Page {
    title: String,
    lead: Vec<String>,
    sections: Vec<Section>,
}

/// A part of the page.
struct Section {
    title: Text,
    points: Vec<Point>,
}

/// One thing to do or to know.
struct Point {
    /// It is to be done, and can be ticked.
    todo: bool,
    /// What it is about; it may come out of the landscape.
    label: String,
    text: String,
    /// What is to be said about it. Each starts with words of ours.
    notes: Vec<String>,
}

impl Point {
    /// Something to do.
    fn todo(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { todo: true, ..Self::know(label, text) }
    }

    /// Something to know.
    fn know(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { todo: false, label: label.into(), text: text.into(), notes: Vec::new() }
    }

    fn with(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }
}

impl Told<'_> {
    const fn lang(&self) -> Lang {
        self.analysis.lang
    }

    fn duty(&self) -> Duty {
        Duty::on(self.analysis.date)
    }

    fn application(&self) -> &Item<Application> {
        self.analysis.landscape.applications.get(self.breach.application)
    }

    fn page(&self) -> Page {
        let lang = self.lang();
        let name = shown(&self.application().name);
        let sections =
            [now::section(self), stakes::section(self), running::section(self), unknown::section(self)];
        Page {
            title: say!(lang, en: "Breach of {name}: what now?", nl: "Datalek in {name}: wat nu?"),
            lead: vec![
                sentence::heading(self.analysis),
                say!(
                    lang,
                    en: "This follows from what the landscape declares. How great the risk to people is, it can't tell: that is for you to weigh.",
                    nl: "Dit volgt uit wat in het landschap is opgegeven. Hoe groot het risico voor mensen is, blijkt daar niet uit: dat weegt u zelf.",
                ),
            ],
            sections: sections.into_iter().filter(|section| !section.points.is_empty()).collect(),
        }
    }
}
