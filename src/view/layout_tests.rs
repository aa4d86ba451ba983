//! Every node and arrow is placed, whatever Graphviz loses on the way.

use super::super::drawing::Arrow;
use super::super::{DrawError, malice, samples};
use super::*;

fn places_all(drawing: &Drawing, layout: &Layout) {
    assert_eq!(layout.nodes.len(), drawing.nodes.len());
    assert_eq!(layout.arrows.len(), drawing.arrows.len());
    assert!(layout.arrows.iter().all(|course| course.bezier.len() % 3 == 1));
}

#[test]
fn the_fixture_really_loses_arrows_in_the_first_way() {
    let drawing = malice::loses_edges();
    let error = attempt(&drawing, Engine::Embedded, How::Rooms).unwrap_err();
    assert!(matches!(error, DrawError::Lost { .. }), "{error:?}");
}

#[test]
fn a_graph_that_loses_arrows_is_laid_out_in_another_way() {
    let drawing = malice::loses_edges();
    let layout = layout(&drawing, Engine::Embedded).unwrap();
    places_all(&drawing, &layout);
    assert_eq!(layout.how, How::WithoutRooms);
    assert!(layout.how.note().is_some(), "who looks must be told");
    assert!(layout.rooms.iter().all(Option::is_none));
    assert_eq!(layout.cards[3].note, ["Domein 3"], "each card names its room instead");
}

#[test]
fn every_way_places_everything() {
    let drawing = samples::social_domain();
    for how in How::ALL {
        places_all(&drawing, &attempt(&drawing, Engine::Embedded, how).unwrap());
    }
}

#[test]
fn cards_do_not_overlap_and_stand_in_their_room() {
    for drawing in [samples::social_domain(), samples::everything(), samples::overview()] {
        let layout = layout(&drawing, Engine::Embedded).unwrap();
        for (i, one) in layout.nodes.iter().enumerate() {
            for other in &layout.nodes[i + 1..] {
                assert_eq!(one.overlap(*other), 0.0);
            }
            if let Some(room) = drawing.nodes[i].room.and_then(|room| layout.rooms[room]) {
                assert!((one.overlap(room) - one.w * one.h).abs() < 1.0, "{}", drawing.nodes[i].label);
            }
        }
    }
}

#[test]
fn nothing_at_all_is_laid_out_as_nothing() {
    let layout = layout(&Drawing::default(), Engine::Embedded).unwrap();
    assert_eq!((layout.width, layout.height), (0.0, 0.0));
}

#[test]
fn arrows_to_oneself_and_side_by_side_all_get_a_course() {
    let mut drawing = samples::pair();
    let one = drawing.arrows[0].clone();
    drawing.arrows.push(one.clone());
    drawing.arrows.push(Arrow { from: 1, to: 0, ..one.clone() });
    drawing.arrows.push(Arrow { from: 1, to: 1, ..one });
    let layout = layout(&drawing, Engine::Embedded).unwrap();
    places_all(&drawing, &layout);
    assert_ne!(layout.arrows[0].bezier, layout.arrows[1].bezier);
}

#[test]
fn a_missing_dot_is_told_as_such() {
    // Where a `dot` is installed this draws instead, and then it must draw everything.
    let drawing = samples::pair();
    match layout(&drawing, Engine::Installed) {
        Ok(layout) => places_all(&drawing, &layout),
        Err(error) => {
            assert_eq!(error, DrawError::NoGraphviz);
            assert!(error.message(crate::text::Lang::Nl).contains("`dot`"));
        }
    }
}
