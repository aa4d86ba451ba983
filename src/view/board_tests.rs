//! Where the cards of an overview stand, and how its arrows run.

use super::super::drawing::Node;
use super::super::samples;
use super::*;

/// A domain or party without arrows.
fn node(label: String, shape: Shape) -> Node {
    Node { label, note: String::new(), shape, room: None }
}

#[test]
fn a_card_leaves_home_only_where_that_pays() {
    let drawing = samples::overview();
    let (cards, chips) = (cards(&drawing, false), chips(&drawing));
    let board = Board::of(&cards, &chips);
    let search = Search::of(&drawing, &board, &cards);
    let (home, settled) = (search.at_home(), search.settle());
    assert!(search.cost(&settled, |_| true) < search.cost(&home, |_| true));
    let mut squares = settled;
    squares.sort_unstable();
    squares.dedup();
    assert_eq!(squares.len(), drawing.nodes.len(), "each has a square of its own");
}

#[test]
fn where_no_arrow_asks_otherwise_parties_stand_at_both_sides() {
    let domains = (0..6).map(|i| node(format!("Domein {i}"), Shape::Domain));
    let nodes: Vec<Node> = domains.chain((0..4).map(|i| node(format!("Partij {i}"), Shape::Party))).collect();
    let layout = lay_out(&Drawing { nodes, ..Drawing::default() }).unwrap();
    let x = |node: usize| layout.nodes[node].centre().x;
    for domain in 0..6 {
        assert!(x(6) < x(domain) && x(7) < x(domain), "the first parties are left of {domain}");
        assert!(x(8) > x(domain) && x(9) > x(domain), "the others right of it");
    }
}

#[test]
fn arrows_run_behind_no_card_and_stay_on_the_paper() {
    let drawing = samples::overview();
    let layout = lay_out(&drawing).unwrap();
    for (arrow, path) in drawing.arrows.iter().zip(layout.paths()) {
        assert_eq!(super::super::reroute::behind(&layout, arrow, &path, 0.0), 0.0, "{arrow:?}");
        let (right, bottom) = (path.bounds.x + path.bounds.w, path.bounds.y + path.bounds.h);
        assert!(path.bounds.x >= 0.0 && path.bounds.y >= 0.0, "{arrow:?}");
        assert!(right <= layout.width && bottom <= layout.height, "{arrow:?}");
    }
}

#[test]
fn what_is_no_overview_or_is_too_large_is_left_to_graphviz() {
    assert!(lay_out(&samples::social_domain()).is_none());
    let nodes: Vec<Node> = (0..=MOST).map(|i| node(format!("Domein {i}"), Shape::Domain)).collect();
    assert!(lay_out(&Drawing { nodes: nodes[..MOST].to_vec(), ..Drawing::default() }).is_some());
    assert!(lay_out(&Drawing { nodes, ..Drawing::default() }).is_none());
}
