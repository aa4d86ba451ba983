//! Where such data may be too: where it goes, over which links that aren't secured, and where it came from.

use std::collections::BTreeSet;

use super::{Point, Section, Told, words};
use crate::{
    analysis::Security,
    follow::breach::Passage,
    model::Endpoint,
    say,
    text::{Text, number},
};

/// How many places that data comes directly to are named.
const NEAR: usize = 10;
/// How many of those further on.
const FAR: usize = 6;

pub fn section(told: &Told<'_>) -> Section {
    let mut points = Vec::new();
    if told.breach.stakes.is_empty() {
        return Section { title: TITLE, points };
    }
    points.push(downstream(told));
    points.extend(unsecured(told));
    points.push(upstream(told));
    if !told.breach.downstream.is_empty() || !told.breach.upstream.is_empty() {
        points.push(warn(told));
    }
    Section { title: TITLE, points }
}

const TITLE: Text = Text { en: "Where such data may be too", nl: "Waar zulke gegevens nog meer kunnen zijn" };

/// What people call these ends; how many there are.
fn names(told: &Told<'_>, ends: &BTreeSet<Endpoint>, most: usize) -> (String, String) {
    let names = words::few(ends.iter().map(|end| told.end(*end)), most, told.lang());
    (names, number(ends.len(), told.lang()))
}

/// The ends of those steps that are chosen, but for what is known already.
fn ends<'a>(
    passages: impl Iterator<Item = &'a Passage>,
    end: fn(&Passage) -> Endpoint,
    known: &[&BTreeSet<Endpoint>],
) -> BTreeSet<Endpoint> {
    passages.map(end).filter(|end| known.iter().all(|known| !known.contains(end))).collect()
}

fn downstream(told: &Told<'_>) -> Point {
    let (lang, all) = (told.lang(), &told.breach.downstream);
    let label = say!(lang, en: "Sent on to", nl: "Verstuurd naar");
    let to = |passage: &Passage| passage.hop.to;
    let near = ends(all.iter().filter(|it| it.direct && it.certain), to, &[]);
    let far = ends(all.iter().filter(|it| it.certain), to, &[&near]);
    let maybe = ends(all.iter().filter(|it| !it.certain), to, &[&near, &far]);
    let (names_near, _) = names(told, &near, NEAR);
    let text = if near.is_empty() {
        say!(lang, en: "nowhere, as far as is declared", nl: "nergens heen, voor zover opgegeven")
    } else {
        names_near
    };
    let mut point = Point::know(label, text);
    if !far.is_empty() {
        let (far, count) = names(told, &far, FAR);
        point.notes.push(say!(lang, en: "from there it may have gone on to {count} more: {far}", nl: "van daar kunnen zij verder zijn gegaan naar {count} andere: {far}"));
    }
    if !maybe.is_empty() {
        let (maybe, count) = names(told, &maybe, FAR);
        point.notes.push(say!(
            lang,
            en: "perhaps to {count} more, over links that don't list what they carry: {maybe}",
            nl: "misschien naar {count} andere, over koppelingen die niet benoemen wat erover gaat: {maybe}",
        ));
    }
    point
}

/// The links on which it leaves the application and that aren't known to be secured; how many there are further on.
fn unsecured(told: &Told<'_>) -> Option<Point> {
    let lang = told.lang();
    let (near, far): (Vec<&Passage>, Vec<&Passage>) = told.breach.downstream.iter().partition(|it| it.direct);
    if near.is_empty() {
        return None;
    }
    let label = say!(lang, en: "Over links that aren't shown to be secured", nl: "Over koppelingen die niet aantoonbaar beveiligd zijn");
    let of = |security: Security, what: Text| {
        let links = near.iter().filter(|it| it.security == security);
        let links = links.map(|it| format!("{} ({})", told.end(it.hop.to), told.link(it.hop.link)));
        let links = words::few(links, FAR, lang);
        (!links.is_empty()).then(|| format!("{}: {links}", what.to(lang)))
    };
    let notes: Vec<_> = [
        of(Security::NotSecured, Text { en: "declared as not secured", nl: "opgegeven als niet beveiligd" }),
        of(
            Security::NotCredible,
            Text {
                en: "marked secure, contradicted by what else is declared",
                nl: "opgegeven als beveiligd, in strijd met wat verder is opgegeven",
            },
        ),
        of(Security::Unknown, Text { en: "not known whether secured", nl: "niet bekend of beveiligd" }),
    ]
    .into_iter()
    .flatten()
    .collect();
    let links = |passages: &[&Passage], chosen: fn(Security) -> bool| {
        let chosen = passages.iter().filter(|it| chosen(it.security));
        chosen.map(|it| it.hop.link).collect::<BTreeSet<_>>().len()
    };
    let (here, further) = (links(&near, is_open), links(&far, is_open));
    let (all, attention) = (links(&near, |_| true), links(&near, |it| it == Security::Attention));
    let (all, open) = (number(all, lang), number(here, lang));
    let mut text = say!(lang, en: "{open} of {all} from here", nl: "{open} van {all} vanaf hier");
    if here == 0 {
        text += &say!(lang, en: ", by what is declared", nl: ", naar wat is opgegeven");
    }
    if attention > 0 {
        let attention = number(attention, lang);
        text += &say!(lang, en: "; {attention} with a point of attention", nl: "; {attention} met een aandachtspunt");
    }
    if further > 0 {
        let further = number(further, lang);
        text += &say!(lang, en: "; further on {further}", nl: "; verderop {further}");
    }
    Some(Point::know(label, text).with(notes))
}

/// Whether nothing shows that a link is secured.
const fn is_open(security: Security) -> bool {
    matches!(security, Security::NotSecured | Security::NotCredible | Security::Unknown)
}

fn upstream(told: &Told<'_>) -> Point {
    let (lang, all) = (told.lang(), &told.breach.upstream);
    let label = say!(lang, en: "Received from", nl: "Ontvangen van");
    let from = |passage: &Passage| passage.hop.from;
    let near = ends(all.iter().filter(|it| it.direct), from, &[]);
    let far = ends(all.iter(), from, &[&near]);
    if near.is_empty() {
        return Point::know(
            label,
            say!(lang, en: "nobody, as far as is declared", nl: "niemand, voor zover opgegeven"),
        );
    }
    let (names_near, _) = names(told, &near, NEAR);
    let mut point = Point::know(label, names_near);
    if !far.is_empty() {
        let (far, count) = names(told, &far, FAR);
        point.notes.push(
            say!(lang, en: "those may have it from {count} more: {far}", nl: "die kunnen zij hebben van {count} andere: {far}"),
        );
    }
    point
}

/// Whom a breach may touch too.
fn warn(told: &Told<'_>) -> Point {
    let lang = told.lang();
    Point::todo(
        say!(lang, en: "Warn those at the other ends", nl: "Waarschuw de andere kant"),
        say!(
            lang,
            en: "whoever got the data, if it can have been changed; and whoever is linked, if passwords or keys of the link can have leaked",
            nl: "wie de gegevens ontving, als zij gewijzigd kunnen zijn; en wie gekoppeld is, als wachtwoorden of sleutels van de koppeling gelekt kunnen zijn",
        ),
    )
}
