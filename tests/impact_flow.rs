//! What breaks without an application, compared with taking it out and walking every way that is left, on small
//! landscapes made at random; and on a chain that is too long to recurse.

use std::{collections::BTreeSet, fmt::Write, thread};

use koppelkaart::{
    follow::{
        impact::{Fate, impact},
        weak_spots::weak_spots,
    },
    graph::{Category, FlowGraph, Size},
    load::load,
    model::{Application, Arena, Endpoint, Id, Item, Landscape},
    source::Sources,
};
use proptest::prelude::*;

const APPLICATIONS: usize = 6;
/// The second one is the people whom the data is about.
const PARTIES: usize = 2;
const PEOPLE: usize = APPLICATIONS + 1;
const CATEGORIES: usize = 2;

/// A link by numbers: both ends (applications first), and what it carries; nothing: it doesn't list that.
#[derive(Clone, Debug)]
struct Line {
    ends: [usize; 2],
    data: Vec<usize>,
    returns: Vec<usize>,
}

#[derive(Clone, Debug)]
struct Made {
    lines: Vec<Line>,
    /// By application.
    source_of: Vec<Vec<usize>>,
}

fn some(at_most: usize) -> impl Strategy<Value = Vec<usize>> {
    prop::sample::subsequence((0..CATEGORIES).collect::<Vec<_>>(), 0..=at_most)
}

fn made() -> impl Strategy<Value = Made> {
    let data =
        prop_oneof![6 => prop::sample::subsequence((0..CATEGORIES).collect::<Vec<_>>(), 1..=2), 1 => some(0)];
    let returns = prop_oneof![4 => some(0), 1 => some(1)];
    let line = (prop::array::uniform2(0..APPLICATIONS + PARTIES), data, returns);
    let line = line.prop_map(|(ends, data, returns)| Line { ends, data, returns });
    (prop::collection::vec(line, 0..12), prop::collection::vec(some(1), APPLICATIONS))
        .prop_map(|(lines, source_of)| Made { lines, source_of })
}

fn end_id(end: usize) -> String {
    end.checked_sub(APPLICATIONS).map_or_else(|| format!("a{end}"), |party| format!("p{party}"))
}

fn list(ids: &[usize]) -> String {
    format!("[{}]", ids.iter().map(|id| format!("'d{id}'")).collect::<Vec<_>>().join(", "))
}

impl Made {
    fn landscape(&self) -> Landscape {
        let mut toml = "[landscape]\nname = 'Landschap'\n".to_owned();
        for category in 0..CATEGORIES {
            writeln!(toml, "[data.d{category}]\nname = 'D{category}'\nclass = 'personal'").unwrap();
        }
        toml += "[party.p0]\nname = 'P0'\n[party.p1]\nname = 'P1'\nkind = 'data-subject'\n";
        for (application, source_of) in self.source_of.iter().enumerate() {
            let source_of = list(source_of);
            writeln!(toml, "[application.a{application}]\nname = 'A'\nsource_of = {source_of}").unwrap();
        }
        for line in &self.lines {
            let [from, to] = line.ends.map(end_id);
            writeln!(toml, "[[link]]\nfrom = '{from}'\nto = '{to}'").unwrap();
            let (data, returns) = (list(&line.data), list(&line.returns));
            let content =
                if line.data.is_empty() { "personal_data = true" } else { &format!("data = {data}") };
            let returns = if line.data.is_empty() { "[]" } else { &returns };
            writeln!(toml, "{content}\nreturns = {returns}").unwrap();
        }
        let mut sources = Sources::default();
        sources.add("made.toml", toml);
        let loaded = load(&sources);
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        loaded.landscape
    }

    /// Every step of a category that doesn't touch `off`: who → whom.
    fn steps(&self, category: usize, off: usize) -> Vec<[usize; 2]> {
        let mut steps = Vec::new();
        for line in self.lines.iter().filter(|line| !line.ends.contains(&off) && !line.data.is_empty()) {
            let [from, to] = line.ends;
            steps.extend(line.data.contains(&category).then_some([from, to]));
            steps.extend(line.returns.contains(&category).then_some([to, from]));
        }
        steps
    }

    /// Everyone whom a category comes to from these without `off`, themselves included.
    fn reached(&self, category: usize, from: &[usize], off: usize) -> BTreeSet<usize> {
        let mut reached: BTreeSet<_> = from.iter().copied().collect();
        loop {
            let before = reached.len();
            for [sender, to] in self.steps(category, off) {
                // It doesn't run on through the people whom it is about; they start their own.
                if reached.contains(&sender) && (sender != PEOPLE || from.contains(&sender)) {
                    reached.insert(to);
                }
            }
            if reached.len() == before {
                return reached;
            }
        }
    }

    /// Who may originate a category by the contract, without `off`: who declares it, and a party that sends it.
    fn sources(&self, category: usize, off: usize) -> Vec<usize> {
        let declared = (0..APPLICATIONS).filter(|it| *it != off && self.source_of[*it].contains(&category));
        let sends = |party: &usize| self.steps(category, off).iter().any(|[from, _]| from == party);
        declared.chain((APPLICATIONS..APPLICATIONS + PARTIES).filter(sends)).collect()
    }

    /// What hangs together without `off`, whichever way the links run and not through people: the smallest number
    /// of what each hangs together with, by end.
    fn together(&self, off: usize) -> Vec<usize> {
        let mut group: Vec<_> = (0..APPLICATIONS + PARTIES).collect();
        for _ in 0..APPLICATIONS + PARTIES {
            for [one, other] in self.lines.iter().map(|line| line.ends) {
                if ![one, other].contains(&off) && ![one, other].contains(&PEOPLE) {
                    let least = group[one].min(group[other]);
                    (group[one], group[other]) = (least, least);
                }
            }
        }
        group
    }
}

fn end(number: usize) -> Endpoint {
    let index = |number: usize| u32::try_from(number).unwrap();
    match number.checked_sub(APPLICATIONS) {
        None => Endpoint::Application(Id::new(index(number))),
        Some(party) => Endpoint::Party(Id::new(index(party))),
    }
}

fn number(end: Endpoint) -> usize {
    match end {
        Endpoint::Application(id) => id.index(),
        Endpoint::Party(id) => APPLICATIONS + id.index(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    /// Taken out of the text, it is gone; what then still reaches whom is walked step by step.
    #[test]
    fn whoever_loses_data_is_reached_no_more(made in made(), off in 0..APPLICATIONS) {
        let landscape = made.landscape();
        let graph = FlowGraph::new(&landscape);
        let found = impact(&landscape, end(off).application().unwrap());
        for category in 0..CATEGORIES {
            let id = Category::Listed(Id::new(u32::try_from(category).unwrap()));
            let behind = made.reached(category, &[off], usize::MAX);
            let sure = made.reached(category, &made.sources(category, off), off);
            let origins: Vec<_> = graph.origins(id).iter().map(|(end, _)| number(*end)).collect();
            let others: Vec<_> = origins.into_iter().filter(|it| *it != off).collect();
            let maybe = made.reached(category, &others, off);
            for at in (0..APPLICATIONS + PARTIES).filter(|at| *at != off) {
                let of = |it: &&koppelkaart::follow::impact::Supply| (it.end, Category::Listed(it.category)) == (end(at), id);
                let supply = found.data.iter().find(of);
                prop_assert_eq!(supply.is_some(), behind.contains(&at), "d{} at {}", category, at);
                let Some(supply) = supply else { continue };
                let direct = made.steps(category, usize::MAX).contains(&[off, at]);
                prop_assert_eq!(supply.direct, direct);
                match &supply.fate {
                    Fate::Lost { .. } => prop_assert!(!maybe.contains(&at)),
                    Fate::Unknown => prop_assert!(maybe.contains(&at) && !sure.contains(&at)),
                    Fate::Stays { source, over } => {
                        prop_assert!(made.sources(category, off).contains(&number(*source)));
                        prop_assert!(made.reached(category, &[number(*source)], off).contains(&at));
                        prop_assert_eq!(over.is_none(), *source == end(at));
                    }
                }
                prop_assert_eq!(sure.contains(&at), matches!(supply.fate, Fate::Stays { .. }));
            }
        }
    }

    /// Counting for all at once is counting for each.
    #[test]
    fn the_overview_counts_what_each_answer_tells(made in made()) {
        let landscape = made.landscape();
        let spots = weak_spots(&landscape);
        let mut counted = 0;
        for (application, _) in landscape.applications.iter() {
            let found = impact(&landscape, application);
            for (category, _) in landscape.data.iter() {
                let lost = found.data.iter().filter(|it| it.category == category);
                let lost: Vec<_> = lost.filter(|it| matches!(it.fate, Fate::Lost { .. })).map(|it| it.end).collect();
                let told = spots.carriers.iter().filter(|it| it.application == application);
                let told = told.flat_map(|it| &it.categories).find(|it| it.category == category);
                prop_assert_eq!(told.map_or(Size::default(), |it| it.starved), Size::of(&lost));
                counted += usize::from(told.is_some());
            }
        }
        prop_assert_eq!(counted, spots.carriers.iter().map(|it| it.categories.len()).sum::<usize>());
        prop_assert!(spots.carriers.is_sorted_by(|one, next| one.worst() >= next.worst()));
        prop_assert!(spots.cut_points.is_sorted_by(|one, next| one.cut_off >= next.cut_off));
    }

    #[test]
    fn a_single_source_is_the_only_origin_that_feeds_another(made in made()) {
        let landscape = made.landscape();
        let graph = FlowGraph::new(&landscape);
        let spots = weak_spots(&landscape);
        for category in 0..CATEGORIES {
            let id = Category::Listed(Id::new(u32::try_from(category).unwrap()));
            let feeds = |at: usize| made.steps(category, usize::MAX).iter().any(|[from, to]| *from == at && to != from);
            let origins: Vec<_> = graph.origins(id).into_iter().map(|(end, _)| number(end)).collect();
            let feeding: Vec<_> = origins.iter().copied().filter(|it| feeds(*it)).collect();
            let told = spots.sources.iter().find(|it| Category::Listed(it.category) == id);
            if let Some(told) = told {
                prop_assert_eq!(&feeding, &[number(told.source)]);
                let fed = made.reached(category, &feeding, usize::MAX);
                let fed: Vec<_> = fed.into_iter().filter(|it| !origins.contains(it)).map(end).collect();
                prop_assert_eq!(told.dependents, Size::of(&fed));
            } else if let [source] = feeding[..] {
                // Whoever gets it has it already.
                prop_assert!(made.reached(category, &[source], usize::MAX).iter().all(|it| origins.contains(it)));
            }
        }
    }

    #[test]
    fn a_cut_point_is_what_the_rest_hangs_together_by(made in made(), off in 0..APPLICATIONS) {
        let landscape = made.landscape();
        let graph = FlowGraph::new(&landscape);
        let (before, after) = (made.together(usize::MAX), made.together(off));
        let mut parts: Vec<_> = (0..APPLICATIONS + PARTIES)
            .filter(|group| *group != off && before[*group] == before[off])
            .map(|group| (0..APPLICATIONS + PARTIES).filter(|at| *at != off && after[*at] == group).map(end).collect::<Vec<_>>())
            .filter(|part| !part.is_empty())
            .collect();
        let sizes = |parts: &[Vec<Endpoint>]| parts.iter().map(Size::of).collect::<Vec<_>>();
        let found = graph.cut_points().into_iter().find(|it| Endpoint::Application(it.application) == end(off));
        prop_assert_eq!(found.is_some(), parts.len() > 1);
        parts.sort_by_key(|part| std::cmp::Reverse(Size::of(part)));
        if let Some(found) = found {
            prop_assert_eq!(found.parts, parts.len());
            let cut_off: Vec<_> = parts[1..].concat();
            prop_assert_eq!(found.cut_off, Size::of(&cut_off));
        }
        // People who have no other link come apart too.
        let to_people = |line: &&Line| line.ends.contains(&PEOPLE) && line.ends != [PEOPLE, PEOPLE];
        let mut links = made.lines.iter().filter(to_people).peekable();
        if links.peek().is_some() && links.all(|line| line.ends.contains(&off)) {
            parts.push(vec![end(PEOPLE)]);
            parts.sort_by_key(|part| std::cmp::Reverse(Size::of(part)));
        }
        let told = graph.parts_without(end(off));
        prop_assert_eq!(sizes(&told), sizes(&parts));
        let all = |parts: &[Vec<Endpoint>]| parts.concat().into_iter().collect::<BTreeSet<_>>();
        prop_assert_eq!(all(&told), all(&parts));
    }
}

/// From one to the next, all the way: each brings the data to all behind it.
fn chain(length: u32) -> Landscape {
    let mut sources = Sources::default();
    sources.add(
        "chain.toml",
        "[data.d]\nname = 'D'\nclass = 'personal'\n[application.a]\nname = 'A'\nsource_of = 'd'\n[application.b]\nname = 'B'\n[[link]]\nfrom = 'a'\nto = 'b'\ndata = 'd'\n",
    );
    let mut landscape = load(&sources).landscape;
    let [first, other] = [0, 1].map(|index| landscape.applications.items()[index].clone());
    let link = landscape.links.items()[0].clone();
    let named =
        |item: &Item<Application>, number: u32| Item { id: format!("a{number}").into(), ..item.clone() };
    landscape.applications = (0..length)
        .map(|number| named(if number == 0 { &first } else { &other }, number))
        .collect::<Arena<_>>();
    let links = (1..length).map(|number| {
        let mut link = link.clone();
        link.id = format!("l{number}").into();
        link.table.from.value = Endpoint::Application(Id::new(number - 1));
        link.table.to.value = Endpoint::Application(Id::new(number));
        link
    });
    landscape.links = links.collect::<Arena<_>>();
    landscape
}

#[test]
fn a_long_chain_is_not_too_deep() {
    const LENGTH: u32 = 300_000;
    let asked = || {
        let landscape = chain(LENGTH);
        let spots = weak_spots(&landscape);
        let found = impact(&landscape, Id::new(LENGTH / 2));
        (spots.cut_points.len(), spots.cut_points[0].cut_off, spots.carriers[0].worst(), found.data.len())
    };
    let asked = thread::Builder::new().stack_size(256 * 1024).spawn(asked).unwrap().join().unwrap();
    let applications = |applications| Size { applications, parties: 0 };
    let all = LENGTH as usize;
    // All but both ends; without one in the middle, half comes apart; all but the first are behind the first.
    assert_eq!(asked, (all - 2, applications((all - 1) / 2), applications(all - 1), all / 2 - 1));
}
