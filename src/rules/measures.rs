//! What an application with personal data says yes or no to.

use super::{Facts, Findings, holders::holders};
use crate::{model::Application, say, source::Spanned, text::Text};

/// A measure that protects the data in an application, and what to say of one that doesn't take it.
pub struct Measure {
    /// The key.
    pub key: &'static str,
    /// What an application says of it.
    pub given: fn(&Application) -> Option<&Spanned<bool>>,
    /// What comes after "holds personal data, but" where it says no.
    pub no: Text,
    /// The same in a few words, at the no.
    pub label: Text,
    /// What comes there where it doesn't say.
    pub unknown: Text,
}

impl Measure {
    /// Tells of every application with personal data that doesn't say yes.
    pub fn demand(&self, facts: &Facts<'_>, out: &mut Findings) {
        for holder in holders(facts) {
            let item = holder.application;
            let (location, label, but) = match (self.given)(item) {
                Some(given) if given.value => continue,
                Some(given) => (given.location, self.label.to(facts.lang).to_owned(), self.no),
                None => {
                    let key = self.key;
                    let label = say!(facts.lang, en: "`{key}` is left out", nl: "`{key}` ontbreekt");
                    (item.header, label, self.unknown)
                }
            };
            let (name, but) = (holder.name(), but.to(facts.lang));
            let message = say!(
                facts.lang,
                en: "{name} holds personal data, but {but}",
                nl: "{name} bevat persoonsgegevens, maar {but}",
            );
            let Some(finding) = out.tell((&item.id, &item.lost), location, label, message) else { continue };
            finding.related.extend(holder.proof(facts));
        }
    }
}
