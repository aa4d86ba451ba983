//! Following data, compared with the slowest way to do it on small landscapes made at random.

use std::fmt::Write;

use koppelkaart::{
    analysis::{Levels, Options, analyze},
    finding::Level,
    graph::{Category, FlowGraph, Hop, Origin, Question},
    load::load,
    model::{Data, Endpoint, Id, Landscape},
    source::Sources,
    text::Lang,
};
use proptest::prelude::*;

const APPLICATIONS: usize = 5;
/// The second one is the people whom the data is about.
const PARTIES: usize = 2;
const CATEGORIES: usize = 3;

/// A link by numbers: both ends (applications first), what it carries and returns, and whether it is retired.
#[derive(Clone, Debug)]
struct Line {
    ends: [usize; 2],
    data: Vec<usize>,
    returns: Vec<usize>,
    retired: bool,
}

#[derive(Clone, Debug)]
struct Made {
    lines: Vec<Line>,
    /// By application.
    source_of: Vec<Vec<usize>>,
}

fn some(of: usize, at_most: usize) -> impl Strategy<Value = Vec<usize>> {
    prop::sample::subsequence((0..of).collect::<Vec<_>>(), 0..=at_most)
}

fn made() -> impl Strategy<Value = Made> {
    let line = (
        prop::array::uniform2(0..APPLICATIONS + PARTIES),
        prop::sample::subsequence((0..CATEGORIES).collect::<Vec<_>>(), 1..=2),
        prop_oneof![3 => Just(Vec::new()), 1 => some(CATEGORIES, 1)],
        prop::bool::weighted(0.1),
    );
    let line = line.prop_map(|(ends, data, returns, retired)| Line { ends, data, returns, retired });
    let source_of = prop::collection::vec(some(CATEGORIES, 1), APPLICATIONS);
    (prop::collection::vec(line, 0..9), source_of).prop_map(|(lines, source_of)| Made { lines, source_of })
}

fn end_id(end: usize) -> String {
    end.checked_sub(APPLICATIONS).map_or_else(|| format!("a{end}"), |party| format!("p{party}"))
}

fn list(ids: &[usize]) -> String {
    format!("[{}]", ids.iter().map(|id| format!("'d{id}'")).collect::<Vec<_>>().join(", "))
}

impl Made {
    fn toml(&self) -> String {
        let mut toml = "[landscape]\nname = 'Landschap'\n".to_owned();
        for category in 0..CATEGORIES {
            writeln!(toml, "[data.d{category}]\nname = 'D{category}'\nclass = 'personal'").unwrap();
        }
        for party in 0..PARTIES {
            let kind = if party == 1 { "data-subject" } else { "other" };
            writeln!(toml, "[party.p{party}]\nname = 'P{party}'\nkind = '{kind}'").unwrap();
        }
        for (application, source_of) in self.source_of.iter().enumerate() {
            let source_of = list(source_of);
            writeln!(toml, "[application.a{application}]\nname = 'A{application}'\nsource_of = {source_of}")
                .unwrap();
        }
        for line in &self.lines {
            let [from, to] = line.ends.map(end_id);
            let (data, returns) = (list(&line.data), list(&line.returns));
            writeln!(toml, "[[link]]\nfrom = '{from}'\nto = '{to}'\ndata = {data}\nreturns = {returns}")
                .unwrap();
            writeln!(toml, "lifecycle = '{}'", if line.retired { "retired" } else { "active" }).unwrap();
        }
        toml
    }

    fn landscape(&self) -> Landscape {
        let mut sources = Sources::default();
        sources.add("made.toml", self.toml());
        let loaded = load(&sources);
        assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
        loaded.landscape
    }

    /// Every step of a category: who → whom.
    fn steps(&self, category: usize) -> Vec<[usize; 2]> {
        let mut steps = Vec::new();
        for line in self.lines.iter().filter(|line| !line.retired) {
            let [from, to] = line.ends;
            steps.extend(line.data.contains(&category).then_some([from, to]));
            steps.extend(line.returns.contains(&category).then_some([to, from]));
        }
        steps
    }

    /// By node: the length of the shortest path of a category from these nodes, by walking every path.
    fn distances(&self, category: usize, from: &[usize]) -> Vec<Option<usize>> {
        fn walk(at: usize, path: &mut Vec<usize>, steps: &[[usize; 2]], best: &mut [Option<usize>]) {
            let length = path.len();
            best[at] = Some(best[at].map_or(length, |best| best.min(length)));
            // It doesn't run on through the people whom it is about.
            if at == APPLICATIONS + 1 && length > 0 {
                return;
            }
            path.push(at);
            for [_, to] in steps.iter().filter(|[from, _]| *from == at) {
                if !path.contains(to) {
                    walk(*to, path, steps, best);
                }
            }
            path.pop();
        }
        let steps = self.steps(category);
        let mut best = vec![None; APPLICATIONS + PARTIES];
        for start in from {
            walk(*start, &mut Vec::new(), &steps, &mut best);
        }
        best
    }

    /// Who has a category from someone who may originate it.
    fn sources(&self, category: usize) -> Vec<usize> {
        let declared = (0..APPLICATIONS).filter(|it| self.source_of[*it].contains(&category));
        let parties = APPLICATIONS..APPLICATIONS + PARTIES;
        let sending = parties.filter(|party| self.steps(category).iter().any(|[from, _]| from == party));
        declared.chain(sending).collect()
    }
}

fn end(number: usize) -> Endpoint {
    // A handful: it fits.
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

fn data(number: usize) -> Id<Data> {
    Id::new(u32::try_from(number).unwrap())
}

fn category(number: usize) -> Category {
    Category::Listed(data(number))
}

/// A way is a walk: each step carries the category and starts where the one before it ended.
fn is_walk(graph: &FlowGraph, way: &[Hop], category: Category) -> bool {
    way.windows(2).all(|pair| pair[0].to == pair[1].from)
        && way.iter().all(|hop| graph.carried(*hop).contains(category))
}

fn ends() -> std::ops::Range<usize> {
    0..APPLICATIONS + PARTIES
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_500) })]

    #[test]
    fn data_reaches_what_some_path_reaches(made in made(), from in 0..APPLICATIONS + PARTIES) {
        let graph = FlowGraph::new(&made.landscape());
        let all = graph.categories((0..CATEGORIES).map(category));
        let reach = graph.reach(&[end(from)], &all, |_| true);
        for one in 0..CATEGORIES {
            let distances = made.distances(one, &[from]);
            for at in ends() {
                prop_assert_eq!(reach.has(end(at), category(one)), distances[at].is_some(), "d{} at {}", one, at);
            }
        }
    }

    #[test]
    fn a_way_is_a_walk_and_none_is_shorter(made in made(), from in some(APPLICATIONS + PARTIES, 2)) {
        let graph = FlowGraph::new(&made.landscape());
        for one in 0..CATEGORIES {
            let ways = graph.ways(category(one), from.iter().map(|from| end(*from)));
            let distances = made.distances(one, &from);
            for at in ends() {
                let way = ways.to(end(at));
                prop_assert_eq!(way.as_ref().map(Vec::len), distances[at]);
                prop_assert_eq!(ways.steps(end(at)).map(|steps| steps as usize), distances[at]);
                let Some(way) = way else { continue };
                prop_assert!(is_walk(&graph, &way, category(one)));
                let start = way.first().map_or(end(at), |hop| hop.from);
                prop_assert!(from.contains(&number(start)));
                prop_assert!(way.last().is_none_or(|hop| hop.to == end(at)));
            }
        }
    }

    #[test]
    fn supply_comes_from_sources_only(made in made()) {
        let graph = FlowGraph::new(&made.landscape());
        for one in 0..CATEGORIES {
            let distances = made.distances(one, &made.sources(one));
            for at in ends() {
                prop_assert_eq!(graph.supply().has(end(at), category(one)), distances[at].is_some());
            }
        }
    }

    /// What fails takes away just what came over it.
    #[test]
    fn supply_over_fewer_steps_is_that_of_fewer_links(made in made(), gone in any::<prop::sample::Index>()) {
        prop_assume!(!made.lines.is_empty());
        let (landscape, gone) = (made.landscape(), gone.index(made.lines.len()));
        let graph = FlowGraph::new(&landscape);
        let (gone_id, _) = landscape.links.iter().nth(gone).unwrap();
        let left = graph.supply_over(|hop| hop.link != gone_id);
        let mut fewer = made.clone();
        fewer.lines[gone].retired = true;
        for one in 0..CATEGORIES {
            let distances = fewer.distances(one, &made.sources(one));
            for at in ends() {
                prop_assert_eq!(left.has(end(at), category(one)), distances[at].is_some());
            }
        }
    }

    #[test]
    fn whoever_sends_or_receives_holds_and_came_by_it_somehow(made in made()) {
        let graph = FlowGraph::new(&made.landscape());
        for one in 0..CATEGORIES {
            let touches = |at: usize| made.steps(one).iter().flatten().any(|it| *it == at);
            let holds = |at: &usize| touches(*at) || made.source_of.get(*at).is_some_and(|it| it.contains(&one));
            let holders: Vec<_> = ends().filter(holds).map(end).collect();
            prop_assert_eq!(graph.who_has(category(one)), &*holders);
            let origins = graph.origins(category(one));
            let ways = graph.ways(category(one), origins.iter().map(|(end, _)| *end));
            for at in ends() {
                prop_assert_eq!(graph.holds(end(at)).contains(category(one)), holders.contains(&end(at)));
                prop_assert_eq!(ways.to(end(at)).is_some(), holders.contains(&end(at)));
            }
            let known = made.sources(one);
            for (end, origin) in origins {
                prop_assert_eq!(origin != Origin::Unsaid, known.contains(&number(end)));
            }
        }
    }

    /// Every step without a source lies behind one that is told, and none that is told lies behind another.
    #[test]
    fn data_from_nowhere_is_told_where_it_starts(made in made()) {
        let graph = FlowGraph::new(&made.landscape());
        let all = graph.categories((0..CATEGORIES).map(category));
        let told = graph.unsourced(&all);
        for one in 0..CATEGORIES {
            let told: Vec<_> = told.iter().filter(|it| it.categories.contains(&data(one))).collect();
            let supplied = made.distances(one, &made.sources(one));
            let starts: Vec<_> = told.iter().map(|it| number(it.hop.from)).collect();
            let behind = made.distances(one, &starts);
            for [from, _] in made.steps(one) {
                prop_assert!(supplied[from].is_some() || behind[from].is_some(), "d{one} from {from} isn't told");
            }
            for unsourced in &told {
                let from = number(unsourced.hop.from);
                prop_assert!(supplied[from].is_none(), "d{one} does come to {from}");
                let others: Vec<_> = starts.iter().copied().filter(|it| *it != from).collect();
                prop_assert!(made.distances(one, &others)[from].is_none(), "d{one} at {from} is told already");
                let fed = made.steps(one).iter().any(|[_, to]| *to == from);
                prop_assert_eq!(unsourced.circle.is_empty(), !fed);
            }
            let circling = told.iter().filter(|it| it.categories[0] == data(one) && !it.circle.is_empty());
            for unsourced in circling {
                prop_assert!(is_walk(&graph, &unsourced.circle, category(one)));
                prop_assert_eq!(unsourced.circle.first(), Some(&unsourced.hop));
                prop_assert_eq!(unsourced.circle.last().map(|hop| hop.to), Some(unsourced.hop.from));
            }
        }
    }

    #[test]
    fn the_shortest_way_to_a_goal_is_the_shortest_of_all(
        made in made(),
        from in 0..APPLICATIONS,
        goal in 0..APPLICATIONS + PARTIES,
        wanted in some(CATEGORIES, CATEGORIES),
    ) {
        let graph = FlowGraph::new(&made.landscape());
        let categories = graph.categories(wanted.iter().map(|it| category(*it)));
        let starts = [end(from)];
        let question = Question { categories: &categories, from: Some(&starts), unlisted: false };
        let reaches = |hop: Hop| hop.to == end(goal);
        // The last step counts, so that a start which is the goal has to be left first.
        let lengths = wanted.iter().flat_map(|one| {
            let distances = made.distances(*one, &[from]);
            let people = APPLICATIONS + 1;
            let last = made.steps(*one).into_iter().filter(|[_, to]| *to == goal);
            last.filter_map(move |[sender, _]| distances[sender].filter(|_| sender != people).map(|it| it + 1))
        });
        let shortest = graph.shortest(question, reaches);
        prop_assert_eq!(shortest.as_ref().map(|(_, way)| way.len()), lengths.min());
        prop_assert_eq!(graph.steps(question, reaches).is_empty(), shortest.is_none());
        if let Some((category, way)) = shortest {
            prop_assert!(is_walk(&graph, &way, category) && categories.contains(category));
            prop_assert!(way[0].from == end(from) && way[way.len() - 1].to == end(goal));
        }
    }

    #[test]
    fn a_policy_is_violated_when_some_path_is_forbidden(
        made in made(),
        from in prop::option::of(0..APPLICATIONS),
        goal in 0..APPLICATIONS + PARTIES,
        one in 0..CATEGORIES,
    ) {
        let kind = if goal < APPLICATIONS { "application" } else { "party" };
        let from_key = from.map_or_else(String::new, |from| format!("from = 'a{from}'\n"));
        let (to, toml) = (end_id(goal), made.toml());
        let policy = format!("[policy.p]\ndata = 'd{one}'\n{from_key}reason = 'R'\nnever_reaches.{kind} = '{to}'\n");
        let mut sources = Sources::default();
        sources.add("made.toml", toml + &policy);
        let today = jiff::civil::date(2026, 11, 1);
        let options = Options { date: None, today, lang: Some(Lang::En), levels: Levels::default() };
        let analysis = analyze(&sources, &options);
        let found: Vec<_> = analysis.findings.iter().filter(|it| it.rule.id == "policy-violation").collect();
        let last = made.steps(one).into_iter().filter(|[_, to]| *to == goal);
        let shortest = match from {
            // Whoever sends it has it; how it came there depends on the sources.
            None => last.map(|_| None).next(),
            Some(from) => {
                let distances = made.distances(one, &[from]);
                let last = last.filter(|[sender, _]| *sender != APPLICATIONS + 1);
                last.filter_map(|[sender, _]| Some(Some(distances[sender]? + 1))).min()
            }
        };
        prop_assert_eq!(found.len(), usize::from(shortest.is_some()));
        let (Some(finding), Some(shortest)) = (found.first(), shortest) else { return Ok(()) };
        prop_assert_eq!((finding.level, &*finding.subject), (Level::Deny, "p"));
        let steps = finding.related.iter().filter(|label| label.message.starts_with("step ")).count();
        prop_assert!(shortest.map_or(steps > 0, |shortest| steps == shortest), "{steps} steps, not {shortest:?}");
    }
}

/// A chain of so many applications: far too deep for anything that recurses.
#[test]
fn a_long_chain_is_followed_to_its_end() {
    const LENGTH: usize = 200_000;
    let data = |id: &str| format!("[data.{id}]\nname = 'D'\nclass = 'personal'\n");
    let mut toml = format!("[landscape]\nname = 'Keten'\n{}{}", data("d0"), data("d1"));
    for at in 0..LENGTH {
        let source = match at {
            0 => "source_of = 'd0'\n",
            _ if at == LENGTH - 1 => "source_of = 'd1'\n",
            _ => "",
        };
        writeln!(toml, "[application.a{at}]\nname = 'A'\n{source}").unwrap();
        if at > 0 {
            writeln!(toml, "[[link]]\nfrom = 'a{}'\nto = 'a{at}'\ndata = 'd0'\nreturns = 'd1'", at - 1)
                .unwrap();
        }
    }
    let mut sources = Sources::default();
    sources.add("chain.toml", toml);
    let graph = FlowGraph::new(&load(&sources).landscape);
    let application = |at: usize| Endpoint::Application(Id::new(u32::try_from(at).unwrap()));
    let last = application(LENGTH - 1);
    assert!(graph.supply().has(last, category(0)));
    assert!(graph.supply().has(application(0), category(1)), "against the order in which all is written");
    assert_eq!(graph.origins(category(0)), [(application(0), Origin::Declared)]);
    assert_eq!(graph.ways(category(0), [application(0)]).to(last).map(|way| way.len()), Some(LENGTH - 1));
    let all = graph.categories([category(0)]);
    assert_eq!(graph.unsourced(&all), []);
    let question = Question { categories: &all, from: None, unlisted: false };
    let way = graph.shortest(question, |hop| hop.to == last).expect("it comes there").1;
    assert_eq!(way.len(), LENGTH - 1);
}
