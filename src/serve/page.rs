//! The page: the verdict, search and filters, the drawing with a panel beside it, findings and links. All of it is
//! made here, for the address that was asked; the script only asks for another and puts the parts in their places.

use std::sync::Arc;

use maud::{DOCTYPE, Markup, html};

use super::{
    answers::{self, Answer},
    ask::Ask,
    choice,
    easel::{Missing, Seen},
    facts,
    filter::{CLASSES, Filter, Matches, Status},
    findings, links,
    live::Now,
    picture::{self, Marked},
    style,
    version::Version,
    words,
};
use crate::{
    model::Endpoint,
    report::page::{bar, marks},
    say,
    text::{self, Lang},
    view::{Part, Subject, labels::Labels, theme},
};

/// A version as it is shown.
pub struct Shown<'a> {
    /// What is told of.
    pub version: &'a Version,
    /// What was asked.
    pub ask: &'a Ask,
    /// In which language.
    pub lang: Lang,
    /// What links are called.
    pub labels: Labels<'a>,
}

impl Shown<'_> {
    /// How an address names what a finding is about; none where that can't be chosen.
    pub fn subject(&self, id: &str) -> Option<String> {
        let landscape = &self.version.analysis.landscape;
        let link = landscape.links.find(id).filter(|id| landscape.links.get(*id).is_current());
        if let Some(link) = link {
            return Some(choice::of_link(landscape, link));
        }
        let application = landscape.applications.find(id).map(Endpoint::Application);
        let end = application.or_else(|| landscape.parties.find(id).map(Endpoint::Party));
        end.map(|end| choice::of_end(landscape, end))
    }
}

/// The page as it is now, with what was asked.
pub fn page(now: &Now, seen: Option<&Seen>, ask: &Ask) -> String {
    let lang = now.lang;
    let told = now.told().map(|version| &**version);
    let shown = told.map(|version| Shown { version, ask, lang, labels: Labels::of(&version.analysis) });
    let title = told.map_or("Koppelkaart", |version| &version.attachment.title);
    let matches = told.map(|version| Filter::of(ask, &version.analysis.landscape).matches(version));
    let answer = told.and_then(|version| answers::answer(version, ask));
    let is_making = seen.is_some_and(|seen| matches!(seen.missing, Some(Missing::Making)));
    let page = html! {
        (DOCTYPE)
        html lang=(lang.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " · Koppelkaart" }
                link rel="icon" href="/icon.svg";
                link rel="stylesheet" href="/page.css";
                script src="/page.js" defer {}
                // The script hears when it is there.
                @if is_making { noscript { meta http-equiv="refresh" content="3"; } }
            }
            body data-version=(now.number) {
                a.skip href="#drawing" { (words::SKIP.to(lang)) }
                header {
                    h1 { (title) }
                    (status(now, told))
                    p #said role="status" {}
                    p #lost-touch hidden { (words::LOST_TOUCH.to(lang)) }
                }
                main {
                    @if let (Some(shown), Some(matches)) = (&shown, &matches) {
                        (verdict(shown))
                        (filters(shown, matches))
                    }
                    (views(now, ask))
                    div.side-by-side {
                        (drawing(now, seen, told, ask, matches.as_ref(), answer.as_ref()))
                        (panel(now, seen, shown.as_ref(), answer.as_ref()))
                    }
                    @if let (Some(shown), Some(matches)) = (&shown, &matches) {
                        section #findings aria-labelledby="findings-heading" {
                            h2 #findings-heading { (words::FINDINGS.to(lang)) }
                            (findings::list(shown, matches))
                        }
                        section #links aria-labelledby="links-heading" {
                            h2 #links-heading { (crate::attachment::words::LINKS.to(lang)) }
                            (links::table(shown, matches))
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}

/// As of when this is, what changed, and what can't be read.
fn status(now: &Now, told: Option<&Version>) -> Markup {
    let (lang, at) = (now.lang, &now.at);
    let change = now.change.map(|change| change.told(lang));
    html! {
        p #status {
            @match &now.version {
                Err(reason) => b { (say!(lang, en: "The landscape can't be read now: {reason}.", nl: "Het landschap is nu niet te lezen: {reason}.")) },
                Ok(_) => @match change {
                    Some(change) => (say!(lang, en: "Updated at {at}: {change}.", nl: "Bijgewerkt om {at}: {change}.")),
                    None => (say!(lang, en: "Read at {at}; follows the files as they are saved.", nl: "Gelezen om {at}; volgt de bestanden zodra ze worden opgeslagen.")),
                },
            }
            @if let Some(version) = told {
                @let day = text::date(version.analysis.date, lang);
                " " (say!(lang, en: "Judged as of {day}.", nl: "Beoordeeld per {day}."))
            }
        }
    }
}

fn verdict(shown: &Shown<'_>) -> Markup {
    let attachment = &shown.version.attachment;
    let state = theme::state_of_mood(attachment.mood);
    html! {
        section #verdict aria-label=(crate::attachment::words::VERDICT.to(shown.lang)) {
            div class={ "verdict is-" (style::class(state)) } {
                (marks::disc(state))
                div {
                    p { strong { (attachment.verdict) } }
                    p { (attachment.responsible) " " (crate::sentence::outcome(&shown.version.analysis)) }
                }
            }
            (bar::bar(attachment))
        }
    }
}

/// Where one of several can be chosen.
fn choose<'a>(
    name: &str,
    label: &str,
    chosen: &str,
    all: &str,
    options: impl Iterator<Item = (&'a str, String)>,
) -> Markup {
    html! {
        label { span { (label) }
            select name=(name) {
                option value="" { (all) }
                @for (value, text) in options { option value=(value) selected[value == chosen] { (text) } }
            }
        }
    }
}

/// What is asked besides, so that a form doesn't forget it.
pub fn kept(ask: &Ask, own: &[&str]) -> Markup {
    html! { @for (name, value) in ask.but(own) { input type="hidden" name=(name) value=(value); } }
}

fn filters(shown: &Shown<'_>, matches: &Matches) -> Markup {
    const OWN: [&str; 5] = ["q", "category", "class", "domain", "status"];
    let (ask, lang) = (shown.ask, shown.lang);
    let landscape = &shown.version.analysis.landscape;
    let data = landscape.data.items().iter().map(|it| (&*it.id, text::shown(&it.name).into_owned()));
    let classes = CLASSES.into_iter().map(|class| (class.key(), words::class(class).to(lang).to_owned()));
    let domains = landscape.applications.items().iter().filter_map(|it| it.domain.as_ref());
    let domains: std::collections::BTreeSet<&str> = domains.map(|domain| &*domain.value).collect();
    let domains = domains.into_iter().map(|domain| (domain, text::shown(domain).into_owned()));
    let statuses = Status::all().map(|(name, status)| {
        let word = match status {
            Status::Found => words::FOUND,
            Status::Security(state) => theme::look(state).word,
        };
        (name, word.to(lang).to_owned())
    });
    let all = words::ALL.to(lang);
    let clear = ask.with(|ask| {
        for own in [&mut ask.q, &mut ask.category, &mut ask.class, &mut ask.domain, &mut ask.status] {
            own.clear();
        }
    });
    html! {
        form #filters method="get" action="/" role="search" aria-label=(words::FILTERS.to(lang)) {
            (kept(ask, &OWN))
            label.search { span { (words::SEARCH.to(lang)) } input #search type="search" name="q" value=(ask.q) placeholder=(words::SEARCH_HINT.to(lang)) autocomplete="off"; }
            (choose("category", words::CATEGORY.to(lang), &ask.category, all, data))
            (choose("class", words::CLASS.to(lang), &ask.class, all, classes))
            (choose("domain", words::DOMAIN.to(lang), &ask.domain, all, domains))
            (choose("status", words::STATUS.to(lang), &ask.status, all, statuses))
            button.scriptless { (words::SHOW.to(lang)) }
            a.clear href=(clear) hidden[!ask.filters()] { (words::CLEAR.to(lang)) }
            p #count { @if ask.filters() { (links::count(shown, matches)) } }
        }
    }
}

fn views(now: &Now, ask: &Ask) -> Markup {
    let lang = now.lang;
    let Some(version) = &now.whole else { return html! { nav #views aria-label=(words::VIEWS.to(lang)) {} } };
    let current = version.plan(&ask.view).map(|plan| &plan.name);
    let landscape = &version.analysis.landscape;
    let title = |subject: &Subject| match subject {
        Subject::Declared(id) => {
            let view = landscape.views.get(*id);
            text::shown(view.title.as_ref().map_or(&*view.id, |title| &title.value)).into_owned()
        }
        Subject::Overview => say!(lang, en: "Overview", nl: "Overzicht"),
        Subject::Everything => say!(lang, en: "Everything", nl: "Alles"),
        Subject::Domain(domain) | Subject::Part(Part { domain, .. }) => text::shown(domain).into_owned(),
    };
    html! {
        nav #views aria-label=(words::VIEWS.to(lang)) {
            ul {
                @for plan in version.plans() {
                    li { a href=(ask.with(|ask| ask.view.clone_from(&plan.name))) aria-current=[(Some(&plan.name) == current).then_some("page")] { (title(&plan.subject)) } }
                }
            }
        }
    }
}

/// The drawing: of now where that can be drawn, else of the last version that could.
fn drawing(
    now: &Now,
    seen: Option<&Seen>,
    told: Option<&Version>,
    ask: &Ask,
    matches: Option<&Matches>,
    answer: Option<&Result<Answer, String>>,
) -> Markup {
    let drawn = seen.and_then(|seen| seen.drawn.as_ref()).map(|drawn| &*drawn.version);
    // Places in one version mean nothing in another.
    let is_told = drawn.zip(told).is_some_and(|(drawn, told)| std::ptr::eq(drawn, told));
    let own = drawn.filter(|_| !is_told).map(|it| Filter::of(ask, &it.analysis.landscape).matches(it));
    let matches = if is_told { matches } else { own.as_ref() };
    let touched = answer.and_then(|answer| answer.as_ref().ok()).filter(|_| is_told).map(Answer::touched);
    let marked = Marked { matches: matches.filter(|_| ask.filters()), touched: touched.as_ref() };
    picture::section(now, seen, ask, &marked)
}

/// What was chosen, what was asked, and what can be.
fn panel(
    now: &Now,
    seen: Option<&Seen>,
    shown: Option<&Shown<'_>>,
    answer: Option<&Result<Answer, String>>,
) -> Markup {
    let lang = now.lang;
    let close = |href: String| html! { a.close href=(href) { (words::CLOSE.to(lang)) } };
    html! {
        aside #panel aria-label=(words::PANEL.to(lang)) {
            @if let Some(shown) = shown {
                @let ask = shown.ask;
                @if !ask.select.is_empty() {
                    div.card #choice {
                        (close(ask.select("")))
                        @let drawn = seen.and_then(|seen| seen.drawn.as_deref());
                        @let drawn = drawn.filter(|drawn| std::ptr::eq(Arc::as_ptr(&drawn.version), shown.version));
                        @match choice::find(shown.version, drawn, &ask.select) {
                            Some(choice) => (facts::facts(shown, &choice)),
                            None => p { (words::GONE.to(lang)) },
                        }
                    }
                }
                @if let Some(answer) = answer {
                    div.card {
                        (close(ask.unanswered()))
                        @match answer {
                            Ok(answer) => (answer.markup(shown)),
                            Err(reason) => {
                                p #answer tabindex="-1" { (reason) }
                                @if ask.trace.is_empty() { (answers::since_when(ask, lang)) }
                            }
                        }
                    }
                }
                @if ask.select.is_empty() && answer.is_none() { p.soft { (words::NOTHING_CHOSEN.to(lang)) } }
                (following(shown))
            }
        }
    }
}

/// The form that asks where a category comes.
fn following(shown: &Shown<'_>) -> Markup {
    /// A browser stalls on longer lists of what may be typed.
    const MOST: usize = 1_000;
    let (ask, lang) = (shown.ask, shown.lang);
    let landscape = &shown.version.analysis.landscape;
    let data = landscape.data.items().iter().map(|it| (&*it.id, text::shown(&it.name).into_owned()));
    let applications = landscape.applications.items().iter().map(|it| (&it.id, &it.name));
    let ends = applications.chain(landscape.parties.items().iter().map(|it| (&it.id, &it.name)));
    let end = |name: &str, label: &str, value: &str| {
        html! { label { span { (label) } input name=(name) value=(value) list="ends" autocomplete="off"; } }
    };
    html! {
        @if !landscape.data.is_empty() {
            form #follow method="get" action="/" aria-label=(words::TRACE.to(lang)) {
                h2 { (words::TRACE.to(lang)) }
                (kept(ask, &["trace", "from", "to", "breach", "at", "time"]))
                (choose("trace", words::CATEGORY.to(lang), &ask.trace, words::CHOOSE.to(lang), data))
                (end("from", words::FROM.to(lang), &ask.from))
                (end("to", words::TO.to(lang), &ask.to))
                datalist #ends { @for (id, name) in ends.take(MOST) { option value=(id) { (text::shown(name)) } } }
                button { (words::FOLLOW.to(lang)) }
            }
        }
    }
}
