//! Names that the public may not see, and free text without them.

use crate::{
    model::{Endpoint, Id, Landscape, Party, PartyKind},
    text::{Lang, Text, on_one_line},
};

/// What stands where something was taken out.
const WITHHELD: Text = Text { en: "[withheld]", nl: "[afgeschermd]" };

/// The names of a landscape that tell which products run where: of applications and what is said of them, of who
/// supplies or runs them, of networks.
#[derive(Clone, Debug)]
pub struct Mask {
    /// In small letters, the longest first: a name may be part of another.
    names: Vec<Vec<char>>,
    lang: Lang,
}

impl Mask {
    /// The names of this landscape.
    #[must_use]
    pub fn of(landscape: &Landscape, lang: Lang) -> Self {
        let mut names: Vec<Vec<char>> =
            secrets(landscape).into_iter().map(|name| small(&on_one_line(&name))).collect();
        names.sort_by(|one, other| other.len().cmp(&one.len()).then_with(|| one.cmp(other)));
        names.dedup();
        Self { names, lang }
    }

    /// The text with each of these names taken out, wherever it stands as a word of its own.
    #[must_use]
    pub fn cover(&self, text: &str) -> String {
        // As names are told: else one that is written over two lines wouldn't be known again.
        let characters: Vec<char> = on_one_line(text).chars().collect();
        let lowered: Vec<char> = characters.iter().map(|it| small_one(*it)).collect();
        let mut covered = String::with_capacity(text.len());
        let mut at = 0;
        while at < characters.len() {
            let begins = at == 0 || !lowered[at - 1].is_alphanumeric();
            let name = self.names.iter().find(|name| begins && starts(&lowered[at..], name));
            if let Some(name) = name {
                covered += WITHHELD.to(self.lang);
                at += name.len();
            } else {
                covered.push(characters[at]);
                at += 1;
            }
        }
        covered
    }
}

/// Whether a text starts with this name as a word of its own.
fn starts(text: &[char], name: &[char]) -> bool {
    text.starts_with(name) && text.get(name.len()).is_none_or(|next| !next.is_alphanumeric())
}

/// The names, and the parts of what is said of an application: a product often stands before a comma or colon.
fn secrets(landscape: &Landscape) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for (id, application) in landscape.applications.iter() {
        let described =
            application.description.iter().flat_map(|it| it.split([',', ':', ';', '(', ')', '·', '/']));
        all.extend(described.map(str::to_owned));
        all.push(landscape.endpoint_name(Endpoint::Application(id)).to_owned());
    }
    let suppliers = landscape.parties.iter().filter(|(id, party)| is_supplier(landscape, *id, party));
    all.extend(suppliers.map(|(_, party)| party.name.to_string()));
    all.extend(landscape.networks.items().iter().map(|network| network.name.to_string()));
    let trimmed = all.iter().map(|name| name.trim().to_owned());
    // A name of one letter is no name to find again in a text.
    trimmed.filter(|name| name.chars().count() > 1).collect()
}

/// Whether a party supplies or runs applications for others.
fn is_supplier(landscape: &Landscape, id: Id<Party>, party: &Party) -> bool {
    let is = |kind| party.kind.as_ref().is_some_and(|it| it.value == kind);
    let mut applications = landscape.applications.items().iter();
    is(PartyKind::Supplier)
        || applications.any(|it| {
            it.supplier.as_ref().is_some_and(|supplier| supplier.value == id)
                || (!is(PartyKind::Municipality) && it.operator.as_ref().is_some_and(|by| by.value == id))
        })
}

fn small(text: &str) -> Vec<char> {
    text.chars().map(small_one).collect()
}

/// A letter in its small form, where that is one letter too, so that places stay the same.
fn small_one(letter: char) -> char {
    let mut small = letter.to_lowercase();
    match (small.next(), small.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, source::Sources};

    fn mask() -> Mask {
        let mut sources = Sources::default();
        sources.add(
            "a.toml",
            "[party.p]\nname = 'PinkRoccade'\nkind = 'supplier'\n[party.q]\nname = 'Gemeente'\nkind = 'municipality'\n\
             [network.n]\nname = 'Serverruimte'\n\
             [application.a]\nname = 'Csam'\ndescription = 'CiVision: Wmo en Pwet'\noperator = 'q'\n\
             [application.b]\nname = 'Csam Plus'\n[application.x]\nname = 'X'\n",
        );
        Mask::of(&load(&sources).landscape, Lang::Nl)
    }

    #[test]
    fn a_name_is_taken_out_where_it_is_a_word() {
        let covered = |text| mask().cover(text);
        assert_eq!(covered("Csam is van PinkRoccade."), "[afgeschermd] is van [afgeschermd].");
        assert_eq!(covered("CIVISION in de serverruimte"), "[afgeschermd] in de [afgeschermd]");
        assert_eq!(covered("csam plus, csam"), "[afgeschermd], [afgeschermd]");
        assert_eq!(
            covered("Csamenwerking van de gemeente, X en Wmo"),
            "Csamenwerking van de gemeente, X en Wmo"
        );
        assert_eq!(covered(""), "");
    }

    #[test]
    fn a_name_is_known_again_whatever_lines_it_is_written_on_and_nothing_turns_the_text() {
        let mut sources = Sources::default();
        sources.add("a.toml", "[application.a]\nname = \"Key2\\nBurger\\u202Ezaken\"\n");
        let mask = Mask::of(&load(&sources).landscape, Lang::Nl);
        assert_eq!(mask.cover("in Key2\nBurger\u{202E}zaken\u{1b}[31m"), "in [afgeschermd]\u{FFFD}[31m");
        assert_eq!(
            mask.cover("in Key2 Burger\u{FFFD}zaken"),
            "in [afgeschermd]",
            "told by what tames it first"
        );
    }
}
