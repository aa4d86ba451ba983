//! Gives something another id, everywhere: the landscape means the same afterwards, or nothing is changed.

use super::{
    names::{Target, at, occurrences, spot, targets},
    project::Judged,
    spots::What,
};
use crate::{
    load::is_id,
    mend::Edit,
    model::{Kind, Landscape},
    say,
    source::{Location, SourceId},
    text::shown,
};

/// What can be renamed at a byte: where its id stands, and what it is.
///
/// # Errors
/// Why nothing can, for people.
pub fn renamable(judged: &Judged, source: SourceId, byte: usize) -> Result<(Location, Kind, String), String> {
    let lang = judged.analysis.lang;
    let nothing = || say!(lang, en: "there is no id here", nl: "hier staat geen id");
    let spot = spot(judged, source, byte).ok_or_else(nothing)?;
    match &targets(judged, spot)[..] {
        [Target::Thing(Kind::Link, id)] if !has_own_id(&judged.analysis.landscape, id) => Err(say!(
            lang,
            en: "this link has no id of its own: give it one with the key `id`, or rename one of its ends",
            nl: "deze koppeling heeft geen eigen id: geef haar er een met de sleutel `id`, of hernoem een van de uiteinden",
        )),
        [Target::Thing(kind, id)] => Ok((at(source, spot), *kind, id.clone())),
        [Target::Thing(..), ..] => Err(say!(
            lang,
            en: "several things have this id: rename the one that is meant where it is declared",
            nl: "meer dan één ding heeft dit id: hernoem wat bedoeld is waar het wordt vastgelegd",
        )),
        _ => Err(nothing()),
    }
}

fn has_own_id(landscape: &Landscape, id: &str) -> bool {
    landscape.links.find(id).is_none_or(|id| landscape.links.get(id).table.id.is_some())
}

/// The edits that give what stands at a byte another id.
///
/// # Errors
/// Why it can't have it, for people.
pub fn rename(judged: &Judged, source: SourceId, byte: usize, new: &str) -> Result<Vec<Edit>, String> {
    let (_, kind, old) = renamable(judged, source, byte)?;
    if old == new {
        return Ok(Vec::new());
    }
    allowed(judged, kind, &old, new)?;
    let places = occurrences(judged, &Target::Thing(kind, old));
    Ok(places.into_iter().map(|it| Edit { location: it.location, text: new.to_owned() }).collect())
}

/// Whether a thing can have an id without anything coming to mean something else.
fn allowed(judged: &Judged, kind: Kind, old: &str, new: &str) -> Result<(), String> {
    let analysis = &judged.analysis;
    let (lang, landscape) = (analysis.lang, &analysis.landscape);
    if !is_id(new) {
        let new = shown(new);
        return Err(say!(
            lang,
            en: "`{new}` can't be an id: letters, digits, `_` and `-`, and a letter or digit first",
            nl: "`{new}` kan geen id zijn: letters, cijfers, `_` en `-`, met voorop een letter of cijfer",
        ));
    }
    let shares = |other: Kind| {
        let ends = |kind| matches!(kind, Kind::Application | Kind::Party);
        other == kind || ends(other) && ends(kind)
    };
    // Asked of the text itself, since a table that can't be read is no part of the landscape.
    let declared = |id: &str, fits: &dyn Fn(Kind) -> bool| {
        let all = judged.sources.iter().flat_map(|(source, _)| judged.spots(source));
        let is_it = |what: &What| matches!(what, What::Id(kind, it) if it == id && fits(*kind));
        all.filter(|spot| is_it(&spot.what)).count()
    };
    if declared(new, &shares) > 0 {
        return Err(say!(lang, en: "`{new}` is taken", nl: "`{new}` is al in gebruik"));
    }
    if declared(old, &|other| shares(other) && other != kind) > 0 {
        return Err(say!(
            lang,
            en: "an application and a party both have this id: give one of them another by hand first",
            nl: "een applicatie en een partij hebben allebei dit id: geef een van de twee eerst zelf een ander",
        ));
    }
    // An acceptance names a subject of any kind: with two of a name it would come to cover another.
    let accepted = landscape.acceptances.iter().map(|it| &*it.subject.value);
    for subject in accepted {
        let others = || landscape.subjects().any(|(id, other, _)| id == old && other != kind);
        if subject == new || subject == old && others() {
            let subject = shown(subject);
            return Err(say!(
                lang,
                en: "an acceptance names `{subject}`, and it would no longer be clear of what it is",
                nl: "een acceptatie noemt `{subject}`, en het zou niet meer duidelijk zijn waarvan zij is",
            ));
        }
    }
    Ok(())
}
