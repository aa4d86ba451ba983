//! Second pass: every planned table is parsed and read, by itself and in parallel.

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

use super::{
    names::Names,
    plan::{Job, Planned},
    problem::{Fault, Problem},
    table::{self, Place},
    value::Value,
};
use crate::{
    model::{
        About, Acceptance, Agreement, Application, Data, Form, Item, Kind, Link, Network, Norm, Party,
        Policy, Processing, Setting, View,
    },
    source::{Sources, Spanned},
};

/// A table that was read, of whichever kind.
pub enum Table {
    /// `[landscape]`
    Landscape(Box<Item<About>>),
    /// `[party.ID]`
    Party(Item<Party>),
    /// `[data.ID]`
    Data(Item<Data>),
    /// `[network.ID]`
    Network(Item<Network>),
    /// `[application.ID]`
    Application(Box<Item<Application>>),
    /// `[[link]]`
    Link(Box<Item<Link>>),
    /// `[processing.ID]`
    Processing(Box<Item<Processing>>),
    /// `[agreement.ID]`
    Agreement(Box<Item<Agreement>>),
    /// `[norm.ID]`
    Norm(Box<Item<Norm>>),
    /// `[view.ID]`
    View(Box<Item<View>>),
    /// `[policy.ID]`
    Policy(Box<Item<Policy>>),
    /// `[[acceptance]]`
    Acceptance(Box<Item<Acceptance>>),
    /// `[rules]`
    Rules(Vec<(Spanned<Box<str>>, Spanned<Setting>)>),
}

/// What came of a table.
pub struct Outcome {
    /// The table; none where too little of it could be read, or its id was taken.
    pub table: Option<Table>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// Parses a stretch of text and reads the tables in it.
pub fn work(sources: &Sources, names: &Names, job: &Job) -> Vec<Outcome> {
    let text = &sources.get(job.source).text()[job.range.clone()];
    let (root, error) = match DeTable::parse(text) {
        Ok(root) => (root, None),
        Err(error) => {
            // What the parser saves of it keeps the rest of the landscape from falling over it.
            (DeTable::parse_recoverable(text).0, Some(error))
        }
    };
    let worker = Worker { names, job, text, error: error.as_ref() };
    job.tables.iter().map(|planned| worker.read(planned, root.get_ref())).collect()
}

struct Worker<'a> {
    names: &'a Names,
    job: &'a Job,
    text: &'a str,
    error: Option<&'a toml::de::Error>,
}

impl Worker<'_> {
    /// Reads one table out of the parsed text.
    fn read(&self, planned: &Planned, root: &DeTable<'_>) -> Outcome {
        let title = title(planned);
        let place = Place {
            names: self.names,
            source: self.job.source,
            base: self.job.range.start,
            header: planned.header,
            title: &title,
            subject: match planned.kind.form() {
                Form::Named => &planned.id,
                Form::Single => planned.kind.key(),
                Form::Element => &title,
            },
            telling: telling(planned.kind),
        };
        let empty = DeTable::new();
        let found = if self.job.body { Some(root) } else { find(root, planned) };
        let table = if planned.broken { &empty } else { found.unwrap_or(&empty) };
        let mut outcome = self.table(planned, table, place);
        if let Some(error) = self.error {
            let span = error.span().unwrap_or_default();
            let fault = Fault::toml(error, self.text);
            outcome.problems = vec![place.problem(place.context().location(&span), fault)];
        }
        if planned.broken {
            outcome.problems.clear();
        }
        if planned.duplicate {
            outcome.table = None;
        }
        outcome
    }

    fn table(&self, planned: &Planned, table: &DeTable<'_>, place: Place<'_>) -> Outcome {
        match planned.kind {
            Kind::Landscape => self.named(planned, table, place, |item| Table::Landscape(Box::new(item))),
            Kind::Party => self.named(planned, table, place, Table::Party),
            Kind::Data => self.named(planned, table, place, Table::Data),
            Kind::Network => self.named(planned, table, place, Table::Network),
            Kind::Application => self.named(planned, table, place, |item| Table::Application(Box::new(item))),
            Kind::Processing => self.named(planned, table, place, |item| Table::Processing(Box::new(item))),
            Kind::Agreement => self.named(planned, table, place, |item| Table::Agreement(Box::new(item))),
            Kind::Norm => self.named(planned, table, place, |item| Table::Norm(Box::new(item))),
            Kind::View => self.named(planned, table, place, |item| Table::View(Box::new(item))),
            Kind::Policy => self.named(planned, table, place, |item| Table::Policy(Box::new(item))),
            Kind::Link => self.element(table, place, |item| Table::Link(Box::new(item))),
            Kind::Acceptance => self.element(table, place, |item| Table::Acceptance(Box::new(item))),
            Kind::Rules => Self::rules(table, place),
        }
    }

    /// Reads a table that others may refer to: where it lacks what it must have, its id still stands.
    fn named<T: DeserializeOwned + Default + NamedAfter>(
        &self,
        planned: &Planned,
        table: &DeTable<'_>,
        place: Place<'_>,
        wrap: impl FnOnce(Item<T>) -> Table,
    ) -> Outcome {
        let read = table::read::<T>(table, place);
        let mut lost = read.lost;
        lost.all |= read.table.is_none() || self.error.is_some() || planned.broken;
        let table = read.table.unwrap_or_else(|| T::named_after(&planned.id));
        let item = Item { id: planned.id.clone(), header: planned.header, lost, table };
        Outcome { table: Some(wrap(item)), problems: read.problems }
    }

    /// Reads a table that nothing refers to by a key of its own: where it lacks what it must have, it is gone.
    fn element<T: DeserializeOwned>(
        &self,
        table: &DeTable<'_>,
        place: Place<'_>,
        wrap: impl FnOnce(Item<T>) -> Table,
    ) -> Outcome {
        let mut read = table::read::<T>(table, place);
        // Only mistakes need a name before links have theirs; most tables have none.
        if !read.problems.is_empty() {
            let subject = rough_id(table, place);
            read.problems.iter_mut().for_each(|problem| problem.subject.clone_from(&subject));
        }
        let mut lost = read.lost;
        lost.all |= self.error.is_some();
        let item = read.table.map(|table| wrap(Item { id: "".into(), header: place.header, lost, table }));
        Outcome { table: item, problems: read.problems }
    }

    /// Reads `[rules]`, where every key is a rule.
    fn rules(table: &DeTable<'_>, place: Place<'_>) -> Outcome {
        let context = place.context();
        let mut settings = Vec::new();
        let mut problems = Vec::new();
        for (key, value) in table {
            let name: Box<str> = key.get_ref().as_ref().into();
            let rule = Spanned { value: name, location: context.location(&key.span()) };
            let read = Value::new(value.get_ref(), &value.span(), &context);
            match <Spanned<Setting> as serde::Deserialize>::deserialize(read) {
                Ok(setting) => settings.push((rule, setting)),
                Err(misread) => {
                    let location = context.location(&value.span());
                    problems.push(place.problem(location, table::fault(&rule.value, misread.kind)));
                }
            }
        }
        Outcome { table: Some(Table::Rules(settings)), problems }
    }
}

/// The keys of a kind that hold text which must say something. What a thing without a name is called is its id.
const fn telling(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Landscape => &["name"],
        Kind::Norm => &["text"],
        Kind::Policy => &["reason"],
        Kind::Acceptance => &["reason", "by"],
        _ => &[],
    }
}

/// How people write the header of a table.
fn title(planned: &Planned) -> String {
    let kind = planned.kind.key();
    match planned.kind.form() {
        Form::Named => format!("[{kind}.{}]", planned.id),
        Form::Single => format!("[{kind}]"),
        Form::Element => format!("[[{kind}]]"),
    }
}

/// The planned table in a parsed document.
fn find<'a, 'i>(root: &'a DeTable<'i>, planned: &Planned) -> Option<&'a DeTable<'i>> {
    let under = root.get(planned.kind.key())?.get_ref();
    let found = match (planned.kind.form(), under) {
        (Form::Named, DeValue::Table(named)) => named.get(&*planned.id)?.get_ref(),
        (Form::Element, DeValue::Array(items)) => items.get(planned.element)?.get_ref(),
        _ => under,
    };
    found.as_table()
}

/// What a link or acceptance may be called before it is read: its ends, or its title.
fn rough_id(table: &DeTable<'_>, place: Place<'_>) -> String {
    let text = |key| table.get(key).and_then(|value| value.get_ref().as_str());
    match (text("id"), text("from"), text("to"), text("subject")) {
        (Some(id), ..) => id.to_owned(),
        (_, Some(from), Some(to), _) => format!("{from}->{to}"),
        (.., Some(subject)) => subject.to_owned(),
        _ => place.title.to_owned(),
    }
}

/// What a table is called whose own name can't be read.
trait NamedAfter {
    fn named_after(id: &str) -> Self;
}

macro_rules! named_after {
    ($($type:ty),* ; $($nameless:ty),*) => {
        $(impl NamedAfter for $type {
            fn named_after(id: &str) -> Self {
                Self { name: Spanned { value: id.into(), ..Spanned::default() }, ..Self::default() }
            }
        })*
        $(impl NamedAfter for $nameless {
            fn named_after(_: &str) -> Self {
                Self::default()
            }
        })*
    };
}
named_after!(About, Party, Data, Network, Application, Processing; Agreement, Norm, View, Policy);
