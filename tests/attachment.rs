//! What a council gets: its counts add up, the version for everyone tells nothing that it shouldn't, and what changed
//! since an earlier report is told.

use std::collections::BTreeSet;

use koppelkaart::{
    analysis::{Analysis, Levels, Options, Security, analyze},
    attachment::{
        Attachment, compose, plans, public,
        trend::{Change, trend},
    },
    graph::FlowGraph,
    load::files,
    model::{Audience, Status},
    source::Sources,
    text::Lang,
};

fn judged(sources: &Sources) -> Analysis {
    let today = jiff::civil::date(2026, 11, 1);
    analyze(sources, &Options { date: None, today, lang: None, levels: Levels::default() })
}

fn of(text: &str) -> Analysis {
    let mut sources = Sources::default();
    sources.add("a.toml", text);
    let analysis = judged(&sources);
    assert!(!analysis.is_incomplete(), "{:?}", analysis.findings);
    analysis
}

fn example() -> Analysis {
    judged(&files::read("landscape".into(), "".into()).expect("the example"))
}

fn attachment(analysis: &Analysis) -> Attachment {
    let graph = FlowGraph::new(&analysis.landscape);
    let plans = plans(analysis, &[], Audience::Internal).expect("its own views");
    compose(analysis, &graph, &plans)
}

fn open(analysis: &Analysis) -> Attachment {
    let plans = plans(analysis, &[], Audience::Public).expect("its own views");
    public(analysis, &FlowGraph::new(&analysis.landscape), &plans, &attachment(analysis))
}

const SMALL: &str = r#"
[landscape]
name = "Klein"
date = 2026-11-01
[data.bsn]
name = "BSN"
class = "national-id"
[party.gemeente]
name = "Gemeente"
kind = "municipality"
[party.maker]
name = "Maker BV"
kind = "supplier"
[network.zaal]
name = "Serverzaal"
[application.a]
name = "Alfapakket"
description = "Alfasoft: burgerzaken"
domain = "Publiek"
supplier = "maker"
owner = "Teamleider Publiek"
[application.b]
name = "Betadesk"
domain = "Zorg"
[norm.1]
text = "Tussen Alfapakket en Betadesk lopen alleen beveiligde lijnen."
rules = ["insecure-protocol"]
action = "De lijn vervangen"
owner = "Beheerder Betadesk"
due = 2027-01-31
[[link]]
id = "K1"
from = "a"
to = "b"
data = "bsn"
secure = true
protocol = "ftp"
controller = "gemeente"
[[link]]
id = "K2"
from = "b"
to = "a"
personal_data = false
[[link]]
id = "K3"
from = "b"
to = "maker"
data = "bsn"
controller = "gemeente"
"#;

#[test]
fn what_falls_short_stands_with_who_mends_it_and_by_when() {
    let attachment = attachment(&of(SMALL));
    let told: Vec<_> = attachment.exceptions.iter().map(|it| (&*it.number, it.state)).collect();
    assert_eq!(told, [("K1", Security::NotCredible), ("K3", Security::Unknown)], "the worst first");
    let first = &attachment.exceptions[0];
    assert_eq!((&*first.from, &*first.to, &*first.data), ("Alfapakket", "Betadesk", "BSN"));
    assert_eq!(first.owner.as_deref(), Some("Beheerder Betadesk"), "whoever owns the norm that it breaks");
    assert_eq!(first.due.as_deref(), Some("31 januari 2027"));
    assert_eq!(first.action.as_deref(), Some("De lijn vervangen"));
    // K3 breaks no norm that someone owns, and nobody answers for the application that sends it.
    assert_eq!((&attachment.exceptions[1].owner, &attachment.exceptions[1].due), (&None, &None));
}

#[test]
fn the_counts_add_up() {
    for analysis in [of(SMALL), example()] {
        let attachment = attachment(&analysis);
        let tally = analysis.summary.tally;
        assert_eq!(attachment.shares.iter().map(|share| share.count).sum::<usize>(), tally.links);
        assert_eq!(attachment.links.len(), tally.links);
        for share in &attachment.shares {
            let rows = attachment.links.iter().filter(|row| row.state == share.state).count();
            assert_eq!(rows, share.count);
        }
        let unsecured = |it: &&koppelkaart::attachment::Exception| it.state >= Security::NotCredible;
        assert_eq!(attachment.exceptions.iter().filter(unsecured).count(), tally.unsecured);
        let attention: BTreeSet<_> = attachment.points.iter().flat_map(|point| &point.links).collect();
        assert_eq!(attention.len(), tally.attention);
        assert_eq!(attachment.norms.len(), analysis.norms.len());
    }
}

#[test]
fn every_link_is_in_the_first_picture() {
    let analysis = example();
    let attachment = attachment(&analysis);
    let picture = attachment.pictures.first().expect("a picture");
    let drawn: usize = picture.arrows.iter().map(|arrow| arrow.count).sum();
    assert_eq!(drawn, analysis.summary.tally.links);
    // The table tells which arrow each link is part of.
    for arrow in &picture.arrows {
        let rows = attachment.links.iter().filter(|row| row.arrow.as_deref() == Some(&*arrow.number)).count();
        assert_eq!(rows, arrow.count, "arrow {}", arrow.number);
    }
}

#[test]
fn the_version_for_everyone_has_the_same_counts_and_no_name_of_a_product() {
    let public = open(&of(SMALL));
    let internal = attachment(&of(SMALL));
    assert_eq!(
        (&public.verdict, &public.shares, &public.responsible),
        (&internal.verdict, &internal.shares, &internal.responsible)
    );
    assert_eq!(public.pairs.iter().map(|pair| pair.links).sum::<usize>(), internal.links.len());
    let all = format!("{public:?}").to_lowercase();
    for secret in ["alfa", "beta", "maker bv", "serverzaal", "ftp", "k1", "k3", "versleutelt niet"] {
        assert!(!all.contains(secret), "{secret}: {all}");
    }
    assert_eq!(public.norms[0].text, "Tussen [afgeschermd] en [afgeschermd] lopen alleen beveiligde lijnen.");
    assert_eq!(public.norms[0].status, Status::Red, "no greener for who may not see why");
}

#[test]
fn the_example_for_everyone_names_no_application_supplier_or_network() {
    let analysis = example();
    let all = format!("{:?}", open(&analysis)).to_lowercase();
    let landscape = &analysis.landscape;
    let names = landscape.applications.items().iter().map(|it| it.name.to_string());
    let networks = landscape.networks.items().iter().map(|it| it.name.to_string());
    for name in names.chain(networks) {
        let name = name.to_lowercase();
        let stands = all.match_indices(&name).any(|(at, _)| {
            let alone = |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric());
            alone(all[..at].chars().next_back()) && alone(all[at + name.len()..].chars().next())
        });
        assert!(!stands, "{name}");
    }
}

#[test]
fn what_changed_is_told_link_by_link_and_norm_by_norm() {
    let before = of(SMALL);
    let mended = SMALL.replace("protocol = \"ftp\"", "protocol = \"sftp\"\nauthentication = \"mutual-tls\"");
    let worse = mended.replace("id = \"K3\"", "id = \"K3\"\nsecure = false");
    let now = of(&worse.replace("id = \"K2\"", "id = \"K4\""));
    let trend = trend(&before, &now);
    let told: Vec<_> = trend.links.iter().map(|it| (it.change, it.number.as_deref())).collect();
    assert_eq!(
        told,
        [
            (Change::Worsened, Some("K3")),
            (Change::New, Some("K4")),
            (Change::Mended, Some("K1")),
            (Change::Gone, None),
        ]
    );
    let norms: Vec<_> = trend.norms.iter().map(|it| (it.before, it.now)).collect();
    assert_eq!(norms, [(Some(Status::Red), Some(Status::Green))]);
    let public = open(&now);
    assert!(public.trend.is_none());
}

#[test]
fn nothing_changed_is_said_too() {
    let trend = trend(&of(SMALL), &of(SMALL));
    assert_eq!((trend.links.len(), trend.norms.len()), (0, 0));
    let said = koppelkaart::attachment::trend::summary(&trend, Lang::Nl);
    assert_eq!(said, "Aan de koppelingen is niets veranderd.");
}

#[test]
fn views_for_everyone_and_for_the_organisation_are_kept_apart() {
    let analysis = of(&format!(
        "{SMALL}[view.raad]\ntitle = 'Raad'\naudience = 'public'\n[view.intern]\ntitle = 'Intern'\n"
    ));
    let names = |audience| {
        let plans = plans(&analysis, &[], audience).expect("declared");
        plans.into_iter().map(|plan| plan.name).collect::<Vec<_>>()
    };
    assert_eq!(names(Audience::Internal), ["intern"]);
    assert_eq!(names(Audience::Public), ["raad"]);
}
