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
fn an_arrow_that_graphviz_loses_is_noticed() {
    // Where room is kept for chips Graphviz loses arrows of this one: the picture would be a lie.
    let labels = Plan {
        newrank: false,
        rooms: true,
        labels: true,
        nodesep: 0.17,
        ranksep: 0.32,
        reversed: false,
        outward: false,
        anchored: true,
    };
    let drawing = malice::loses_edges();
    let lost = here(&drawing, Engine::Embedded, How::Rooms, labels, &Told::of(&drawing, true));
    assert!(matches!(lost, Err(DrawError::Lost { .. })));
}

#[test]
fn a_graph_that_graphviz_loses_arrows_of_is_laid_out_whole() {
    let drawing = malice::loses_edges();
    places_all(&drawing, &layout(&drawing, Engine::Embedded).unwrap());
}

#[test]
fn where_rooms_cannot_be_drawn_each_card_names_its_own() {
    let layout = attempt(&samples::pair(), Engine::Embedded, How::WithoutRooms).unwrap();
    assert!(layout.rooms.iter().all(Option::is_none));
    assert_eq!(layout.cards[0].note, ["Sociaal domein"]);
    assert!(layout.how.note().is_some(), "who looks must be told");
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
    match layout(&drawing, Engine::Installed(Patience::of(std::time::Duration::from_mins(1)))) {
        Ok(layout) => places_all(&drawing, &layout),
        Err(error) => {
            assert_eq!(error, DrawError::NoGraphviz);
            assert!(error.message(crate::text::Lang::Nl).contains("`dot`"));
        }
    }
}

#[test]
fn the_name_of_a_room_is_broken_only_where_there_is_no_space_for_it() {
    let mut drawing = samples::pair();
    drawing.rooms = samples::rooms(&["Dienstverlening"]);
    let names = |drawing: &Drawing| layout(drawing, Engine::Embedded).unwrap().room_names;
    assert_eq!(names(&drawing), [["DIENSTVERLENING"]], "two cards are wide enough");
    drawing.nodes.truncate(1);
    drawing.arrows.clear();
    assert_eq!(names(&drawing)[0].concat().replace('-', ""), "DIENSTVERLENING");
    assert!(names(&drawing)[0].len() > 1, "one card isn't");
}

#[test]
fn what_is_not_told_to_the_engine_would_have_changed_no_place() {
    for drawing in [samples::social_domain(), samples::overview(), malice::hostile()] {
        for how in [How::Rooms, How::WithoutRooms, How::ByForce] {
            let told = Told::of(&drawing, how.has_rooms());
            for plan in how.plans(&drawing, &told.chips) {
                let [places, picture] = [Detail::Places, Detail::Picture].map(|detail| {
                    let dot = print(&told.graph(&drawing, plan, detail));
                    read_back(&drawing, &graphviz(&dot, how == How::ByForce).unwrap(), how, &told).unwrap()
                });
                assert_eq!(places, picture, "{how:?}, {plan:?}");
            }
        }
    }
}
