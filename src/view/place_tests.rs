//! Chips find their places: off cards, off other arrows, off one another.

use super::super::samples::Dice;
use super::*;

const WANT: Want = Want { size: (24.0, 15.0), beside: None };

fn place(paths: &[Path], wants: &[Want], solid: &[Rect]) -> Vec<Rect> {
    super::place(paths, &Grid::of(paths), wants, solid)
}

fn line(x0: f64, y0: f64, x1: f64, y1: f64) -> Path {
    let (from, to) = (Point { x: x0, y: y0 }, Point { x: x1, y: y1 });
    Path::along(&[from, from.towards(to, 0.3), from.towards(to, 0.6), to], to)
}

#[test]
fn a_chip_with_all_the_room_sits_in_the_middle() {
    let chips = place(&[line(0.0, 0.0, 206.0, 0.0)], &[WANT], &[]);
    assert!((chips[0].centre().x - 100.0).abs() < 1e-6, "{chips:?}");
}

#[test]
fn a_chip_leaves_its_own_arrowhead_free() {
    let crossing = line(8.0, -40.0, 8.0, 40.0);
    let short = line(0.0, 0.0, 48.0, 0.0);
    let chips = place(&[short, crossing], &[WANT, WANT], &[]);
    assert!(chips[0].x + chips[0].w <= 38.0, "{chips:?}");
}

#[test]
fn a_chip_slides_off_a_crossing() {
    let paths = [line(0.0, 0.0, 200.0, 0.0), line(97.0, -90.0, 97.0, 110.0)];
    let chips = place(&paths, &[WANT, WANT], &[]);
    assert_eq!(paths[1].length_within(chips[0]), 0.0);
    assert_eq!(paths[0].length_within(chips[1]), 0.0);
    assert_eq!(chips[0].overlap(chips[1]), 0.0);
}

#[test]
fn a_chip_slides_off_a_card() {
    let card = Rect { x: 60.0, y: -20.0, w: 70.0, h: 40.0 };
    let chips = place(&[line(0.0, 0.0, 300.0, 0.0)], &[WANT], &[card]);
    assert_eq!(chips[0].overlap(card), 0.0);
}

#[test]
fn chips_of_arrows_that_lie_close_do_not_lie_on_each_other() {
    let paths = [line(0.0, 0.0, 200.0, 0.0), line(0.0, 8.5, 200.0, 8.5), line(0.0, 17.0, 200.0, 17.0)];
    let chips = place(&paths, &[WANT; 3], &[]);
    for (one, other) in [(0, 1), (1, 2), (0, 2)] {
        assert_eq!(chips[one].overlap(chips[other]), 0.0, "{chips:?}");
    }
}

/// What [`place`] does, with every spot looked at and every chip compared with all others.
fn place_slowly(paths: &[Path], wants: &[Want], solid: &[Rect]) -> Vec<Rect> {
    let still = Still { arrows: &Grid::of(paths), solid: Boxes::of(solid) };
    let all = |i: usize| {
        let mut slider = Slider::of(paths, i, wants[i], &still);
        (0..slider.spots.len()).map(|spot| slider.look(spot, &still)).collect::<Vec<_>>()
    };
    let spots: Vec<_> = (0..paths.len()).map(all).collect();
    let mut order: Vec<usize> = (0..paths.len()).collect();
    order.sort_by_key(|i| spots[*i].iter().filter(|(_, cost)| *cost < FREE).count());
    let mut chosen = vec![None; paths.len()];
    for _ in 0..5 {
        for &i in &order {
            let others = chosen.iter().enumerate().filter(|(other, _)| *other != i);
            let others: Vec<Rect> = others.filter_map(|(_, chip)| *chip).collect();
            let costs = spots[i].iter().map(|(rect, cost)| {
                let hidden: f64 = others.iter().map(|chip| rect.grown(AIR).overlap(*chip)).sum();
                (*rect, cost + hidden * ON_CHIP)
            });
            chosen[i] = costs.reduce(|best, it| if it.1 < best.1 { it } else { best }).map(|it| it.0);
        }
    }
    chosen.into_iter().flatten().collect()
}

#[test]
fn chips_go_where_they_would_go_if_every_spot_were_looked_at() {
    let mut dice = Dice(5);
    let mut side = |most: usize| f64::from(u32::try_from(dice.roll(most)).unwrap());
    let mut far = 0;
    for _ in 0..8 {
        let arrows = (0..40).map(|_| line(side(400), side(300), 1_200.0 + side(400), side(300)));
        let paths: Vec<Path> = arrows.collect();
        let want = |_| Want { size: (20.0 + side(40), 15.0), beside: None };
        let mut wants: Vec<Want> = (0..39).map(want).collect();
        wants.push(Want { beside: Some(Point { x: 90.0, y: 90.0 }), ..WANT });
        // A wall in the middle, so that the best place of many is far from it.
        let wall = Rect { x: 600.0 + side(50), y: 0.0, w: 400.0, h: 200.0 + side(90) };
        let chips = place(&paths, &wants, &[wall]);
        assert_eq!(chips, place_slowly(&paths, &wants, &[wall]));
        far += chips.iter().filter(|chip| (chip.centre().x - 800.0).abs() > FREE / OFF_MIDDLE).count();
    }
    assert!(far > 20, "some must be far from the middle: {far}");
}

#[test]
fn an_arrow_too_short_for_its_chip_still_gets_one() {
    let chips = place(&[line(0.0, 0.0, 3.0, 0.0)], &[WANT], &[]);
    assert_eq!(chips.len(), 1);
    assert_eq!((chips[0].w, chips[0].h), WANT.size);
}
