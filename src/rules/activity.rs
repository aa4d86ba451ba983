//! What the rules on processing activities share.

use super::Facts;
use crate::{
    model::{Data, Id, Item, Processing},
    say,
    source::{Location, Spanned},
    text::{Lang, is_blank, shown},
};

/// How messages start about a processing activity.
pub fn the_activity(lang: Lang, activity: &Item<Processing>) -> String {
    let name = shown(&activity.name);
    say!(lang, en: "Processing activity {name}", nl: "Verwerkingsactiviteit {name}")
}

/// Where a text should stand that isn't there, and what to say of it: it is left out of the table, or it says
/// nothing.
pub fn gap(
    lang: Lang,
    key: &str,
    text: Option<&Spanned<Box<str>>>,
    header: Location,
) -> Option<(Location, String)> {
    match text {
        None => Some((header, say!(lang, en: "`{key}` is left out", nl: "`{key}` ontbreekt"))),
        Some(text) if is_blank(text) => {
            Some((text.location, say!(lang, en: "`{key}` is empty", nl: "`{key}` is leeg")))
        }
        Some(_) => None,
    }
}

/// The activities that are or may be about people, in reading order. One is not when it names data or serves
/// links, and none of that is personal: the GDPR asks nothing of it.
pub fn about_people<'a>(facts: &Facts<'a>) -> impl Iterator<Item = &'a Item<Processing>> + use<'a> {
    let landscape = facts.landscape;
    let mut personal = vec![false; landscape.processing.len()];
    let mut harmless = personal.clone();
    for (id, activity) in landscape.processing.iter() {
        let is_personal = |data: Id<Data>| landscape.data.get(data).class.is_personal();
        personal[id.index()] = activity.data.values().any(is_personal) || activity.lost.any_of(&["data"]);
        harmless[id.index()] = !activity.data.is_empty();
    }
    for link in &facts.links {
        let side = if link.personal || link.unknown_content() { &mut personal } else { &mut harmless };
        for id in link.served() {
            side[id.index()] = true;
        }
    }
    let all = landscape.processing.iter();
    all.filter(move |(id, _)| personal[id.index()] || !harmless[id.index()]).map(|(_, activity)| activity)
}

/// Whether an activity says that it needs a category.
pub fn names(activity: &Processing, category: Id<Data>) -> bool {
    activity.data.values().any(|named| named == category)
}
