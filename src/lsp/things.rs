//! Everything declared, in the few words that lists and explanations show of it.

use crate::{
    model::{Arena, Item, Kind, Landscape},
    source::{Location, Spanned},
};

/// Something declared.
#[derive(Debug)]
pub struct Thing<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is.
    pub kind: Kind,
    /// What people call it.
    pub name: String,
    /// What it is for, as far as someone wrote that down.
    pub about: Option<String>,
    /// What else one wants to see of it: keys with what they say.
    pub facts: Vec<(&'static str, String)>,
    /// Its header.
    pub header: Location,
}

/// The thing of a kind with this id.
#[must_use]
pub fn find<'a>(landscape: &'a Landscape, kind: Kind, id: &str) -> Option<Thing<'a>> {
    of(landscape, kind, Some(id)).next()
}

/// All things of a kind in reading order, or only the one with this id. What has no id to be asked by is left out.
pub fn of<'a>(
    landscape: &'a Landscape,
    kind: Kind,
    only: Option<&str>,
) -> Box<dyn Iterator<Item = Thing<'a>> + 'a> {
    match kind {
        Kind::Party => all(&landscape.parties, kind, only, |it, thing| {
            thing.name = text(&it.name);
            thing.fact("country", it.country.as_ref().map(|it| it.code().to_owned()));
            thing.fact("contact", it.contact.as_ref().map(text));
        }),
        Kind::Data => all(&landscape.data, kind, only, |it, thing| {
            thing.name = text(&it.name);
            thing.about = it.description.as_ref().map(text);
            thing.fact("class", Some(it.class.value.key().to_owned()));
        }),
        Kind::Network => all(&landscape.networks, kind, only, |it, thing| {
            thing.name = text(&it.name);
            thing.fact("controlled", it.controlled.as_ref().map(|it| it.value.to_string()));
            thing.fact("encrypted", it.encrypted.as_ref().map(|it| it.value.to_string()));
        }),
        Kind::Application => all(&landscape.applications, kind, only, |it, thing| {
            let party = |id| text(&landscape.parties.get(id).name);
            thing.name = text(&it.name);
            thing.about = it.description.as_ref().map(text);
            thing.fact("domain", it.domain.as_ref().map(text));
            thing.fact("owner", it.owner.as_ref().map(text));
            thing.fact("operator", it.operator.as_ref().map(|it| party(it.value)));
            thing.fact("supplier", it.supplier.as_ref().map(|it| party(it.value)));
            let controllers: Vec<_> = it.controller.values().map(party).collect();
            thing.fact("controller", (!controllers.is_empty()).then(|| controllers.join(", ")));
        }),
        Kind::Link => all(&landscape.links, kind, only, |it, thing| {
            let [from, to] = it.ends().map(|end| landscape.endpoint_name(end));
            thing.name = format!("{from} → {to}");
            thing.about = it.description.as_ref().map(text);
            let data: Vec<_> = it.data.values().map(|id| text(&landscape.data.get(id).name)).collect();
            thing.fact("data", (!data.is_empty()).then(|| data.join(", ")));
            thing.fact("protocol", it.protocol.as_ref().map(text));
        }),
        Kind::Processing => all(&landscape.processing, kind, only, |it, thing| {
            thing.name = text(&it.name);
            thing.about = it.purpose.as_ref().map(text);
            thing.fact("retention", it.retention.as_ref().map(text));
        }),
        Kind::Agreement => all(&landscape.agreements, kind, only, |it, thing| {
            let parties: Vec<_> =
                it.parties.values().map(|id| text(&landscape.parties.get(id).name)).collect();
            thing.name = it.name.as_ref().map_or_else(|| parties.join(", "), text);
            thing.fact("parties", Some(parties.join(", ")));
            thing.fact("expires", it.expires.as_ref().map(|it| it.value.to_string()));
        }),
        Kind::Norm => all(&landscape.norms, kind, only, |it, thing| thing.name = text(&it.text)),
        Kind::View => all(&landscape.views, kind, only, |it, thing| {
            thing.name = it.title.as_ref().map_or_else(|| thing.id.to_owned(), text);
        }),
        Kind::Policy => all(&landscape.policies, kind, only, |it, thing| thing.name = text(&it.reason)),
        Kind::Landscape | Kind::Acceptance | Kind::Rules => Box::new(std::iter::empty()),
    }
}

impl Thing<'_> {
    fn fact(&mut self, key: &'static str, value: Option<String>) {
        self.facts.extend(value.map(|value| (key, value)));
    }
}

fn all<'a, T>(
    arena: &'a Arena<T>,
    kind: Kind,
    only: Option<&str>,
    tell: impl Fn(&'a Item<T>, &mut Thing<'a>) + 'a,
) -> Box<dyn Iterator<Item = Thing<'a>> + 'a> {
    let items = match only.map(|id| arena.find(id)) {
        None => arena.items(),
        Some(None) => &[],
        Some(Some(id)) => &arena.items()[id.index()..=id.index()],
    };
    Box::new(items.iter().map(move |item| {
        let mut thing = Thing {
            id: &item.id,
            kind,
            name: String::new(),
            about: None,
            facts: Vec::new(),
            header: item.header,
        };
        tell(item, &mut thing);
        thing
    }))
}

fn text(text: &Spanned<Box<str>>) -> String {
    text.value.to_string()
}
