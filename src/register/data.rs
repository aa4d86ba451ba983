//! Which categories of personal data a row has (GDPR art. 30(1)(c)), and whether some need an exception or a law.

use super::{
    cell::{Cell, Line, name},
    scope::Scope,
};
use crate::{
    model::{Data, DataClass, Id},
    rules::categories,
    say,
    text::Lang,
};

/// The categories of personal data of a row.
pub struct Categories {
    /// By the activity's own word.
    declared: Vec<Id<Data>>,
    /// On the links.
    carried: Vec<Id<Data>>,
    /// The links of which it isn't known which personal data they carry, or whether any.
    unlisted: Vec<String>,
    classes: Vec<DataClass>,
}

impl Categories {
    /// Collects them.
    pub fn new(scope: &Scope<'_>) -> Self {
        let landscape = &scope.facts.landscape;
        let personal = |id: &Id<Data>| landscape.data.get(*id).class.is_personal();
        let declared = scope.activity().map(|id| landscape.processing.get(id));
        let declared =
            sorted(declared.into_iter().flat_map(|it| it.data.values()).filter(personal).collect());
        let on_links = scope
            .links
            .iter()
            .flat_map(|link| categories(link.link).filter(|category| scope.has(link, *category)));
        let carried = sorted(on_links.collect());
        let unlisted = scope.links.iter().filter(|link| !categories(link.link).any(|it| personal(&it)));
        let unlisted = unlisted.map(|link| scope.facts.the_link(link.link)).collect();
        let classes = declared.iter().chain(&carried).map(|id| landscape.data.get(*id).class.value).collect();
        Self { declared, carried, unlisted, classes }
    }

    /// The categories, a line each. What only the links show is marked where the activity lists others.
    pub fn cell(&self, scope: &Scope<'_>) -> Cell {
        let lang = scope.facts.lang;
        let line = |id: &Id<Data>, extra: bool| {
            let data = scope.facts.landscape.data.get(*id);
            let notes = class(data.class.value, lang).into_iter();
            let only = extra.then(|| say!(lang, en: "on links only", nl: "alleen op koppelingen"));
            let notes: Vec<_> = notes.chain(only).collect();
            let name = name(&data.name, &data.id);
            Line::said(if notes.is_empty() { name } else { format!("{name} ({})", notes.join("; ")) })
        };
        let declared = self.declared.iter().map(|id| line(id, false));
        let extra = self.carried.iter().filter(|id| !self.declared.contains(id));
        let extra = extra.map(|id| line(id, !self.declared.is_empty()));
        let unlisted = self.unlisted.iter().map(|link| Line::gap(lang, link));
        Cell::new(lang, declared.chain(extra).chain(unlisted))
    }

    /// Whether there is data of a class; nothing where that isn't known.
    pub fn have(&self, class: DataClass) -> Option<bool> {
        if self.classes.contains(&class) {
            return Some(true);
        }
        (self.unlisted.is_empty() && !self.classes.is_empty()).then_some(false)
    }
}

fn sorted(mut ids: Vec<Id<Data>>) -> Vec<Id<Data>> {
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Which law protects a category more than other personal data.
fn class(class: DataClass, lang: Lang) -> Option<String> {
    Some(match class {
        DataClass::NonPersonal | DataClass::Personal => return None,
        DataClass::SpecialCategory => {
            say!(lang, en: "special category, GDPR art. 9", nl: "bijzonder persoonsgegeven, AVG art. 9")
        }
        DataClass::Criminal => {
            say!(lang, en: "criminal data, GDPR art. 10", nl: "strafrechtelijk gegeven, AVG art. 10")
        }
        DataClass::NationalId => {
            say!(lang, en: "national identification number, GDPR art. 87", nl: "nationaal identificatienummer, AVG art. 87")
        }
    })
}
