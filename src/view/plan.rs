//! Which pictures there are of a landscape: its own views, or where it declares none, an overview, everything,
//! and each domain.

use std::collections::BTreeSet;

use crate::{
    load::near::Nearest,
    model::{Application, GroupBy, Id, Landscape, View, ViewDirection, ViewLinks},
    say,
    text::{Lang, shown},
};

/// A picture that can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What it is called: a declared view's id, else made from its domain. Safe as a file name.
    pub name: String,
    /// What it shows.
    pub subject: Subject,
}

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A view that the landscape declares.
    Declared(Id<View>),
    /// Domains and kinds of parties, with the links between them merged.
    Overview,
    /// Every application and every link.
    Everything,
    /// One domain, with what it is linked to.
    Domain(String),
    /// Some applications of a domain that is too large for one picture, with what they are linked to.
    Part(Part),
}

/// A part of a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The domain.
    pub domain: String,
    /// Its applications in this part, the one with the most links first.
    pub applications: Vec<Id<Application>>,
    /// Which part, from 1 on.
    pub number: usize,
    /// Of how many.
    pub of: usize,
}

/// A view that doesn't exist was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchView {
    asked: String,
    near: Option<String>,
    known: Vec<String>,
}

impl NoSuchView {
    /// What to tell, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let asked = shown(&self.asked);
        if let Some(near) = &self.near {
            say!(
                lang,
                en: "there is no view `{asked}`; did you mean `{near}`?",
                nl: "er is geen weergave `{asked}`; bedoelt u `{near}`?",
            )
        } else {
            let known = self.known.join(", ");
            say!(
                lang,
                en: "there is no view `{asked}`; there are: {known}",
                nl: "er is geen weergave `{asked}`; er zijn: {known}",
            )
        }
    }
}

/// Every picture of a landscape.
#[must_use]
pub fn plans(landscape: &Landscape) -> Vec<Plan> {
    if !landscape.views.is_empty() {
        let declared = landscape.views.iter();
        return declared
            .map(|(id, view)| Plan { name: view.id.to_string(), subject: Subject::Declared(id) })
            .collect();
    }
    let mut plans = vec![
        Plan { name: "overview".to_owned(), subject: Subject::Overview },
        Plan { name: "everything".to_owned(), subject: Subject::Everything },
    ];
    let domains = landscape.applications.items().iter().filter_map(|application| application.domain.as_ref());
    let domains: BTreeSet<&str> = domains.map(|domain| &*domain.value).collect();
    for domain in domains {
        let stem = slug(domain);
        let taken = |name: &str| plans.iter().any(|plan| plan.name == name);
        let mut numbered = (2..).map(|number| format!("{stem}-{number}"));
        let name = if taken(&stem) { numbered.find(|name| !taken(name)) } else { None };
        plans.push(Plan { name: name.unwrap_or(stem), subject: Subject::Domain(domain.to_owned()) });
    }
    plans
}

/// The pictures that were asked for, or all where none was.
///
/// # Errors
/// When one of them doesn't exist.
pub fn chosen(landscape: &Landscape, asked: &[String]) -> Result<Vec<Plan>, NoSuchView> {
    let plans = plans(landscape);
    if asked.is_empty() {
        return Ok(plans);
    }
    let find = |name: &String| {
        plans.iter().find(|plan| plan.name == *name).cloned().ok_or_else(|| {
            let known: Vec<_> = plans.iter().map(|plan| plan.name.clone()).collect();
            let near = Nearest::default().find(name, known.iter().map(String::as_str)).map(str::to_owned);
            NoSuchView { asked: name.clone(), near, known }
        })
    };
    let mut chosen: Vec<Plan> = Vec::new();
    for name in asked {
        let plan = find(name)?;
        if !chosen.contains(&plan) {
            chosen.push(plan);
        }
    }
    Ok(chosen)
}

/// A domain as part of a file name: small letters, digits and hyphens.
fn slug(domain: &str) -> String {
    let plain = domain.chars().map(|character| match character.to_lowercase().next().unwrap_or('-') {
        plain @ ('a'..='z' | '0'..='9') => plain,
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        _ => '-',
    });
    let words: String = plain.take(60).collect();
    let words: Vec<&str> = words.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "domain".to_owned() } else { words.join("-") }
}

/// How a declared view wants to be drawn; what it leaves out has its default.
#[must_use]
pub fn manner(view: &View) -> (GroupBy, ViewLinks, ViewDirection) {
    (
        view.group_by.as_ref().map_or_else(GroupBy::default, |it| it.value),
        view.links.as_ref().map_or_else(ViewLinks::default, |it| it.value),
        view.direction.as_ref().map_or_else(ViewDirection::default, |it| it.value),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, source::Sources};

    fn landscape(text: &str) -> Landscape {
        let mut sources = Sources::default();
        sources.add("a.toml", text);
        load(&sources).landscape
    }

    #[test]
    fn without_views_there_is_an_overview_everything_and_each_domain() {
        let landscape = landscape(
            "[application.a]\nname = 'A'\ndomain = 'Sociaal domein'\n\
             [application.b]\nname = 'B'\ndomain = 'Overview'\n[application.c]\nname = 'C'\n",
        );
        let names: Vec<_> = plans(&landscape).into_iter().map(|plan| plan.name).collect();
        assert_eq!(names, ["overview", "everything", "overview-2", "sociaal-domein"]);
    }

    #[test]
    fn a_domain_cannot_escape_the_folder() {
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
        assert_eq!(slug("Financiën & Control"), "financien-control");
        assert_eq!(slug("…"), "domain");
    }

    #[test]
    fn a_view_that_does_not_exist_is_told_with_the_nearest() {
        let landscape = landscape("[view.raad]\ntitle = 'Raad'\n");
        let error = chosen(&landscape, &["raat".to_owned()]).unwrap_err();
        assert_eq!(error.message(Lang::En), "there is no view `raat`; did you mean `raad`?");
        assert_eq!(chosen(&landscape, &["raad".to_owned(), "raad".to_owned()]).unwrap().len(), 1);
    }
}
