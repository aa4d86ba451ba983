//! What the landscape says of what was chosen, and what it doesn't.

use maud::{Markup, html};

use super::{
    choice::{self, Choice},
    findings,
    page::Shown,
    quote, style, words,
};
use crate::{
    attachment::words::columns,
    model::{Application, Data, Date, Endpoint, Id, Item, Link, List, Lost, Party},
    report::page::marks,
    sentence::{LINKS, counted},
    source::Spanned,
    text::{self, Text, on_one_line, shown},
};

/// Everything about what was chosen.
pub fn facts(shown: &Shown<'_>, choice: &Choice<'_>) -> Markup {
    let landscape = &shown.version.analysis.landscape;
    match choice {
        Choice::End(Endpoint::Application(id)) => application(shown, *id),
        Choice::End(Endpoint::Party(id)) => party(shown, *id),
        Choice::Link(id) => link(shown, *id),
        Choice::Crowd(label, ends) => html! {
            (heading(&text::shown(label), ""))
            ul { @for end in *ends { li { (shown.end(*end)) } } }
        },
        Choice::Bundle(links) => {
            let ends = links.first().map(|id| landscape.links.get(*id).ends());
            let names = ends.map(|ends| ends.map(|end| landscape.endpoint_name(end)).map(text::shown));
            let title = match &names {
                Some([from, to]) if links.iter().all(|id| Some(landscape.links.get(*id).ends()) == ends) => {
                    format!("{from} → {to}")
                }
                _ => columns::WHERE.to(shown.lang).to_owned(),
            };
            html! {
                (heading(&title, &counted(links.len(), LINKS, shown.lang)))
                ul.neighbours { @for id in *links { li { (shown.link(*id)) } } }
            }
        }
    }
}

fn heading(name: &str, kind: &str) -> Markup {
    html! {
        h2 #chosen tabindex="-1" { (name) }
        @if !kind.is_empty() { p.soft { (kind) } }
    }
}

/// What is declared, a label and a value each; and the labels of what isn't.
#[derive(Default)]
struct Facts {
    known: Vec<(Text, Markup)>,
    missing: Vec<Text>,
}

impl Facts {
    /// Something that should be known.
    fn should(&mut self, label: Text, value: Option<Markup>) {
        match value {
            Some(value) => self.known.push((label, value)),
            None => self.missing.push(label),
        }
    }

    /// Something that may be told.
    fn may(&mut self, label: Text, value: Option<Markup>) {
        self.known.extend(value.map(|value| (label, value)));
    }

    fn markup(&self, shown: &Shown<'_>, lost: &Lost) -> Markup {
        let lang = shown.lang;
        html! {
            h3 { (words::FACTS.to(lang)) }
            dl { @for (label, value) in &self.known { div { dt { (marks::breakable(label.to(lang))) } dd { (value) } } } }
            @if !self.missing.is_empty() {
                p {
                    (words::NOT_KNOWN.to(lang)) ": "
                    @for (at, label) in self.missing.iter().enumerate() { @if at > 0 { ", " } em.gap { (label.to(lang).to_lowercase()) } }
                }
            }
            @if !lost.is_empty() {
                p { (words::LOST.to(lang)) ": " @if lost.all { "…" } (lost.keys.join(", ")) }
            }
        }
    }
}

fn said(value: Option<&Spanned<Box<str>>>) -> Option<Markup> {
    value.map(|value| html! { (on_one_line(value)) })
}

fn application(shown: &Shown<'_>, id: Id<Application>) -> Markup {
    let (landscape, lang) = (&shown.version.analysis.landscape, shown.lang);
    let it = landscape.applications.get(id);
    let party = |id: Option<&Spanned<Id<Party>>>| id.map(|id| shown.end(Endpoint::Party(id.value)));
    let mut facts = Facts::default();
    facts.may(Text { en: "Description", nl: "Omschrijving" }, said(it.description.as_ref()));
    facts.should(words::DOMAIN, said(it.domain.as_ref()));
    facts.should(Text { en: "Owner", nl: "Eigenaar" }, said(it.owner.as_ref()));
    facts.should(columns::CONTROLLER, shown.parties(&it.controller));
    facts.should(Text { en: "Run by", nl: "Beheerder" }, party(it.operator.as_ref()));
    facts.should(Text { en: "Supplier", nl: "Leverancier" }, party(it.supplier.as_ref()));
    facts.may(COUNTRY, it.country.as_ref().map(|it| html! { (it.code()) }));
    facts.should(NETWORK, it.network.as_ref().map(|it| called(&landscape.networks.get(it.value).name)));
    facts.may(Text { en: "Source of", nl: "Bron van" }, shown.categories(&it.source_of));
    facts.should(
        Text { en: "Access logging", nl: "Logging van toegang" },
        shown.yes(it.access_logging.as_ref()),
    );
    facts.should(
        Text { en: "Access by role", nl: "Toegang per rol" },
        shown.yes(it.role_based_access.as_ref()),
    );
    facts.may(LIFECYCLE, shown.written(it.lifecycle.as_ref()));
    let day = |date: &Spanned<Date>| html! { (text::date(date.value.0, lang)) };
    facts.should(Text { en: "Supported until", nl: "Ondersteund tot" }, it.end_of_support.as_ref().map(day));
    facts.may(Text { en: "GEMMA component", nl: "GEMMA-component" }, said(it.component.as_ref()));
    facts.may(Text { en: "Read more", nl: "Meer lezen" }, said(it.url.as_ref()));
    let end = Endpoint::Application(id);
    html! {
        (heading(&text::shown(&it.name), Text { en: "application", nl: "applicatie" }.to(lang)))
        (facts.markup(shown, &it.lost))
        (findings::about(shown, &it.id))
        (neighbours(shown, end))
        (questions(shown, end, &it.id))
        (written(shown, it))
    }
}

fn party(shown: &Shown<'_>, id: Id<Party>) -> Markup {
    let it = shown.version.analysis.landscape.parties.get(id);
    let mut facts = Facts::default();
    facts.should(Text { en: "Kind", nl: "Soort" }, shown.written(it.kind.as_ref()));
    facts.should(COUNTRY, it.country.as_ref().map(|it| html! { (it.code()) }));
    facts.should(Text { en: "Contact", nl: "Contact" }, said(it.contact.as_ref()));
    facts.should(
        Text { en: "Data protection officer", nl: "Functionaris gegevensbescherming" },
        said(it.dpo.as_ref()),
    );
    html! {
        (heading(&text::shown(&it.name), Text { en: "party", nl: "partij" }.to(shown.lang)))
        (facts.markup(shown, &it.lost))
        (findings::about(shown, &it.id))
        (neighbours(shown, Endpoint::Party(id)))
        (written(shown, it))
    }
}

fn link(shown: &Shown<'_>, id: Id<Link>) -> Markup {
    let (analysis, lang) = (&shown.version.analysis, shown.lang);
    let landscape = &analysis.landscape;
    let it = landscape.links.get(id);
    let [from, to] = it.ends().map(|end| text::shown(landscape.endpoint_name(end)));
    let mut facts = Facts::default();
    facts.should(columns::FROM, Some(shown.end(it.from.value)));
    facts.should(columns::TO, Some(shown.end(it.to.value)));
    facts.may(Text { en: "Description", nl: "Omschrijving" }, said(it.description.as_ref()));
    let personal = || {
        Some(
            html! { (Text { en: "personal data:", nl: "persoonsgegevens:" }.to(lang)) " " (shown.yes(it.personal_data.as_ref())?) },
        )
    };
    facts.should(columns::DATA, shown.categories(&it.data).or_else(personal));
    facts.may(Text { en: "Comes back", nl: "Komt terug" }, shown.categories(&it.returns));
    facts.should(Text { en: "Marked secure", nl: "Als beveiligd opgegeven" }, shown.yes(it.secure.as_ref()));
    facts.should(columns::PROTOCOL, said(it.protocol.as_ref()));
    facts.may(Text { en: "TLS", nl: "TLS" }, it.tls.as_ref().map(|it| html! { (it.value.label()) }));
    facts.should(
        Text { en: "Authentication", nl: "Authenticatie" },
        shown.written(it.authentication.as_ref()),
    );
    let network = crate::rules::network(landscape, it);
    facts.should(NETWORK, network.map(|id| called(&landscape.networks.get(id).name)));
    facts.may(Text { en: "Standard", nl: "Standaard" }, said(it.standard.as_ref()));
    facts.may(Text { en: "Mode", nl: "Wijze" }, shown.written(it.mode.as_ref()));
    let day = |date: &Spanned<Date>| html! { (text::date(date.value.0, lang)) };
    facts.should(Text { en: "Last checked", nl: "Laatst nagegaan" }, it.verified.as_ref().map(day));
    facts.may(Text { en: "Evidence", nl: "Bewijs" }, said(it.evidence.as_ref()));
    let responsible: Vec<_> = crate::rules::controllers(landscape, it);
    facts.should(columns::CONTROLLER, shown.ends(responsible.into_iter().map(Endpoint::Party)));
    let activities = it.processing.values().map(|id| called(&landscape.processing.get(id).name));
    facts.should(Text { en: "Processing activity", nl: "Verwerkingsactiviteit" }, listed(activities));
    let agreements = it.agreement.values().map(|id| landscape.agreements.get(id));
    let agreements = agreements.map(|it| called(it.name.as_ref().map_or(&*it.id, |name| &name.value)));
    facts.may(Text { en: "Agreement", nl: "Overeenkomst" }, listed(agreements));
    facts.may(Text { en: "How often", nl: "Hoe vaak" }, said(it.frequency.as_ref()));
    facts.may(LIFECYCLE, shown.written(it.lifecycle.as_ref()));
    html! {
        (heading(&format!("{from} → {to}"), &format!("{} {}", columns::LINK.to(lang).to_lowercase(), text::shown(&it.id))))
        p { (style::state(analysis.links[id.index()].security, lang)) }
        (facts.markup(shown, &it.lost))
        (findings::about(shown, &it.id))
        (written(shown, it))
    }
}

const COUNTRY: Text = Text { en: "Country", nl: "Land" };
const NETWORK: Text = Text { en: "Network", nl: "Netwerk" };
const LIFECYCLE: Text = Text { en: "In use", nl: "In gebruik" };

fn called(name: &str) -> Markup {
    html! { (text::shown(name)) }
}

/// These after one another; none where there are none.
fn listed(all: impl IntoIterator<Item = Markup>) -> Option<Markup> {
    let all: Vec<Markup> = all.into_iter().collect();
    (!all.is_empty())
        .then(|| html! { @for (at, one) in all.iter().enumerate() { @if at > 0 { ", " } (one) } })
}

/// The links of an application or party, to walk on along.
fn neighbours(shown: &Shown<'_>, end: Endpoint) -> Markup {
    let landscape = &shown.version.analysis.landscape;
    let links = |at: usize| {
        let here = move |(_, link): &(Id<Link>, &Item<Link>)| link.ends()[at] == end;
        landscape.current_links().filter(here).map(move |(id, link)| (id, link.ends()[1 - at]))
    };
    let list = |title: Text, at: usize| {
        html! {
            @if links(at).next().is_some() {
                h3 { (title.to(shown.lang)) }
                ul.neighbours { @for (id, other) in links(at) { li { (shown.end(other)) " " (shown.chip(id)) } } }
            }
        }
    };
    html! { (list(words::INCOMING, 1)) (list(words::OUTGOING, 0)) }
}

/// What can be asked of an application.
fn questions(shown: &Shown<'_>, end: Endpoint, id: &str) -> Markup {
    let (version, lang) = (shown.version, shown.lang);
    let landscape = &version.analysis.landscape;
    let held = version.graph.holds(end);
    let held = landscape.data.iter().filter(|(id, _)| held.contains(crate::graph::Category::Listed(*id)));
    let follow = |data: &str| {
        shown.ask.with(|ask| {
            ask.ask_nothing();
            data.clone_into(&mut ask.trace);
            id.clone_into(&mut ask.from);
        })
    };
    let breach = shown.ask.with(|ask| {
        ask.ask_nothing();
        id.clone_into(&mut ask.breach);
    });
    html! {
        p { a href=(breach) { (words::BREACH.to(lang)) } }
        @let held: Vec<_> = held.collect();
        @if !held.is_empty() {
            p {
                (words::TRACE.to(lang)) ": "
                @for (at, (_, data)) in held.iter().enumerate() { @if at > 0 { ", " } a href=(follow(&data.id)) { (text::shown(&data.name)) } }
            }
        }
    }
}

fn written<T>(shown: &Shown<'_>, item: &Item<T>) -> Markup {
    html! {
        h3 { (words::SOURCE.to(shown.lang)) }
        (quote::table(&shown.version.sources, item.header, shown.lang))
    }
}

impl Shown<'_> {
    /// An application or party, to be chosen.
    pub fn end(&self, end: Endpoint) -> Markup {
        let landscape = &self.version.analysis.landscape;
        let id = choice::of_end(landscape, end);
        html! { a href=(self.ask.select(&id)) data-id=(id) { (shown(landscape.endpoint_name(end))) } }
    }

    /// A link with its ends, to be chosen.
    pub fn link(&self, id: Id<Link>) -> Markup {
        let landscape = &self.version.analysis.landscape;
        let [from, to] = landscape.links.get(id).ends().map(|end| shown(landscape.endpoint_name(end)));
        html! { (from) " → " (to) " " (self.chip(id)) }
    }

    /// The number of a link with its state, to be chosen.
    pub fn chip(&self, id: Id<Link>) -> Markup {
        let analysis = &self.version.analysis;
        let (key, state) = (choice::of_link(&analysis.landscape, id), analysis.links[id.index()].security);
        let number = self.labels.number(id);
        html! {
            a class={ "pill is-" (style::class(state)) } href=(self.ask.select(&key)) data-id=(key) {
                span.heard { (columns::LINK.to(self.lang)) " " } (number) " " (marks::disc(state)) " "
                span { (crate::view::theme::look(state).word.to(self.lang)) }
            }
        }
    }

    fn ends(&self, ends: impl Iterator<Item = Endpoint>) -> Option<Markup> {
        listed(ends.map(|end| self.end(end)))
    }

    fn parties(&self, parties: &List<Id<Party>>) -> Option<Markup> {
        self.ends(parties.values().map(Endpoint::Party))
    }

    /// Categories with their class.
    fn categories(&self, all: &List<Id<Data>>) -> Option<Markup> {
        let data = &self.version.analysis.landscape.data;
        listed(all.values().map(|id| data.get(id)).map(|it| {
            html! { (shown(&it.name)) " " span.soft { "(" (words::class(it.class.value).to(self.lang)) ")" } }
        }))
    }

    fn yes(&self, value: Option<&Spanned<bool>>) -> Option<Markup> {
        let word = |yes: bool| if yes { Text { en: "yes", nl: "ja" } } else { Text { en: "no", nl: "nee" } };
        value.map(|value| html! { (word(value.value).to(self.lang)) })
    }

    /// A value as the language writes it.
    fn written<T>(&self, value: Option<&Spanned<T>>) -> Option<Markup> {
        let text = |it: &Spanned<T>| self.version.sources.text(it.location).trim_matches(['"', '\'']);
        value.map(|value| html! { (shown(text(value))) })
    }
}
