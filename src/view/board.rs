//! A board of equal squares for pictures of domains, in which arrows run either way.
//!
//! Graphviz orders anew when one arrow changes. Here every card has a home that hardly depends on the others (domains in
//! the middle, parties at both sides, each in their order), and leaves it only where that makes arrows clearly shorter
//! or lets fewer of them cross. So who knows last year's picture finds the way in this one.

use super::cards::{CHIP_HEIGHT, Card, Chip, cards, chips};
use super::drawing::{Arrow, Drawing, Shape};
use super::geometry::{Line, Point, Rect, bounds, cross};
use super::layout::Layout;
use super::reroute::route;

/// What it costs when two arrows cross, and when one runs behind a card, as points of length.
const CROSSING: f64 = 100.0;
const BEHIND: f64 = 200.0;
/// What it costs per point to be away from home.
const HOMESICK: f64 = 2.0;
/// Of more cards than this, looking for their places takes too long, and of more arrows looking for their ways.
const MOST: usize = 24;
const MOST_ARROWS: usize = 120;
/// The width of a board against its height: that of the room for a picture on paper.
const RATIO: f64 = 2.2;
/// White between cards for arrows, beside their chips and above them.
const AISLE: (f64, f64) = (58.0, 62.0);

/// Lays out a picture of domains; nothing for another picture, or one too large.
#[must_use]
pub fn lay_out(drawing: &Drawing) -> Option<Layout> {
    let too_large = drawing.nodes.len() > MOST || drawing.arrows.len() > MOST_ARROWS;
    if !drawing.has_domains() || !drawing.rooms.is_empty() || too_large {
        return None;
    }
    let (cards, chips) = (cards(drawing, false), chips(drawing));
    let board = Board::of(&cards, &chips);
    let squares = Search::of(drawing, &board, &cards).settle();
    let (at, (width, height)) = board.paper(&squares);
    let place = |(square, card): (&usize, &Card)| {
        let middle = board.middle(*square);
        Rect::around(Point { x: middle.x - at.x, y: middle.y - at.y }, card.w, card.h)
    };
    let nodes = squares.iter().zip(&cards).map(place).collect();
    let mut layout = Layout { width, height, cards, chips, nodes, ..Layout::default() };
    route(drawing, &mut layout);
    widen(&mut layout);
    Some(layout)
}

/// Makes room for arrows that found no way on the paper.
fn widen(layout: &mut Layout) {
    let paths = layout.paths();
    let corners =
        |rect: Rect| [(rect.x, rect.y), (rect.x + rect.w, rect.y + rect.h)].map(|(x, y)| Point { x, y });
    let paper = corners(Rect { x: 0.0, y: 0.0, w: layout.width, h: layout.height });
    let all: Vec<Point> =
        paths.iter().flat_map(|path| corners(path.bounds.grown(1.0))).chain(paper).collect();
    let used = bounds(&all);
    let moved = |point: &mut Point| *point = Point { x: point.x - used.x, y: point.y - used.y };
    for card in &mut layout.nodes {
        (card.x, card.y) = (card.x - used.x, card.y - used.y);
    }
    for course in &mut layout.arrows {
        course.bezier.iter_mut().chain([&mut course.tip]).chain(&mut course.label).for_each(moved);
    }
    (layout.width, layout.height) = (used.w, used.h);
}

/// Squares, counted down columns from the left.
struct Board {
    columns: usize,
    rows: usize,
    /// The width and height of a square.
    square: (f64, f64),
    /// How much wider a square is than a card.
    aisle: f64,
}

impl Board {
    /// A board with room for all cards and one more.
    fn of(cards: &[Card], chips: &[Chip]) -> Self {
        let most = |sizes: &mut dyn Iterator<Item = f64>| sizes.fold(0.0, f64::max);
        let widest = most(&mut cards.iter().map(|card| card.w));
        let highest = most(&mut cards.iter().map(|card| card.h));
        let chip = most(&mut chips.iter().map(|chip| chip.w));
        let aisle = chip + AISLE.0;
        let square = (widest + aisle, highest + CHIP_HEIGHT + AISLE.1);
        let high = (real(cards.len()) * square.0 / (square.1 * RATIO)).sqrt();
        let rows = (1..cards.len()).take_while(|rows| real(*rows) <= high + 0.5).last().unwrap_or(1);
        Self { columns: (cards.len() + 1).div_ceil(rows), rows, square, aisle }
    }

    fn squares(&self) -> usize {
        self.columns * self.rows
    }

    /// Where the paper begins, and how large it is: rows and columns in which cards are. It depends on the cards only, so
    /// that no arrow moves them.
    fn paper(&self, squares: &[usize]) -> (Point, (f64, f64)) {
        let range = |of: fn(usize, usize) -> usize| {
            let all = || squares.iter().map(|square| of(*square, self.rows));
            (real(all().min().unwrap_or(0)), real(all().max().unwrap_or(0) + 1))
        };
        let (left, right) = range(|square, rows| square / rows);
        let (top, bottom) = range(|square, rows| square % rows);
        let x = left * self.square.0 + self.aisle / 2.0;
        let width = (right - left) * self.square.0 - self.aisle;
        (Point { x, y: top * self.square.1 }, (width, (bottom - top) * self.square.1))
    }

    fn middle(&self, square: usize) -> Point {
        let (column, row) = (real(square / self.rows), real(square % self.rows));
        Point { x: (column + 0.5) * self.square.0, y: (row + 0.5) * self.square.1 }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a board has few squares")]
const fn real(count: usize) -> f64 {
    count as f64
}

/// Where each card would like to stand: domains in three columns in the middle, parties at both sides.
fn homes(drawing: &Drawing, board: &Board) -> Vec<Point> {
    let at = |x: f64, y: f64| Point {
        x: x * real(board.columns) * board.square.0,
        y: y * real(board.rows) * board.square.1,
    };
    let is_party = |node: usize| drawing.nodes[node].shape == Shape::Party;
    let home = |node: usize| {
        let peers = || (0..drawing.nodes.len()).filter(|peer| is_party(*peer) == is_party(node));
        let before = peers().take_while(|peer| *peer < node).count();
        let share = (real(before) + 0.5) / real(peers().count());
        let columns = if is_party(node) { 2.0 } else { 3.0 };
        let column = (share * columns).floor();
        let x = if is_party(node) { 0.08 + 0.84 * column } else { 0.3 + 0.2 * column };
        at(x, share * columns - column)
    };
    (0..drawing.nodes.len()).map(home).collect()
}

/// The search for a square for each card.
struct Search<'a> {
    board: &'a Board,
    /// Pairs of cards between which arrows run, each once.
    ties: Vec<(usize, usize)>,
    homes: Vec<Point>,
    cards: &'a [Card],
}

/// A card goes to a square, and whoever is there comes in its place.
struct Swap {
    card: usize,
    square: usize,
}

impl<'a> Search<'a> {
    fn of(drawing: &Drawing, board: &'a Board, cards: &'a [Card]) -> Self {
        let pair = |arrow: &Arrow| (arrow.from.min(arrow.to), arrow.from.max(arrow.to));
        let mut ties: Vec<(usize, usize)> = drawing.arrows.iter().map(pair).collect();
        ties.retain(|(one, other)| one != other);
        ties.sort_unstable();
        ties.dedup();
        Self { board, ties, homes: homes(drawing, board), cards }
    }

    /// The square of each card: from home, one swap after another, each time the one that gains most.
    fn settle(&self) -> Vec<usize> {
        let mut at = self.at_home();
        // Each swap gains, so this ends; the bound is for what rounding may do.
        for _ in 0..20 * at.len() {
            let swaps = (0..at.len())
                .flat_map(|card| (0..self.board.squares()).map(move |square| Swap { card, square }));
            let gains = swaps.map(|swap| (self.gain(&at, &swap), swap));
            let best = gains.fold(None, |best: Option<(f64, Swap)>, (gain, swap)| match best {
                Some((most, _)) if gain <= most + ROUNDING => best,
                _ => Some((gain, swap)),
            });
            match best {
                Some((gain, swap)) if gain > ROUNDING => at = swapped(&at, &swap),
                _ => break,
            }
        }
        at
    }

    /// The free square nearest to the home of each card in turn.
    fn at_home(&self) -> Vec<usize> {
        let mut free: Vec<usize> = (0..self.board.squares()).collect();
        let mut nearest = |home: &Point| {
            let far = |square: usize| self.board.middle(square).distance(*home);
            let index = (0..free.len()).min_by(|a, b| far(free[*a]).total_cmp(&far(free[*b])));
            index.map_or(0, |index| free.remove(index))
        };
        self.homes.iter().map(&mut nearest).collect()
    }

    /// How much less it costs after a swap.
    fn gain(&self, at: &[usize], swap: &Swap) -> f64 {
        let other = at.iter().position(|square| *square == swap.square);
        if other.is_some_and(|other| other <= swap.card) {
            return 0.0;
        }
        let both = [Some(swap.card), other];
        let moves = |card: usize| both.contains(&Some(card));
        self.cost(at, moves) - self.cost(&swapped(at, swap), moves)
    }

    /// What everything costs in which a card has part that moves.
    fn cost(&self, at: &[usize], moves: impl Fn(usize) -> bool) -> f64 {
        let place = |card: usize| self.board.middle(at[card]);
        let moving = |(one, other): (usize, usize)| moves(one) || moves(other);
        let away =
            (0..at.len()).filter(|card| moves(*card)).map(|card| place(card).distance(self.homes[card]));
        let mut cost = away.sum::<f64>() * HOMESICK;
        for (i, &tie) in self.ties.iter().enumerate() {
            let line: Line = (place(tie.0), place(tie.1));
            if moving(tie) {
                cost += line.0.distance(line.1);
                let crossed = self.ties.iter().enumerate().filter(|(j, other)| {
                    let once = *j > i || !moving(**other);
                    once && apart(tie, **other) && cross(line, (place(other.0), place(other.1)))
                });
                cost += real(crossed.count()) * CROSSING;
            }
            let cards = (0..at.len()).filter(|card| *card != tie.0 && *card != tie.1);
            let passed = cards.filter(|card| moving(tie) || moves(*card)).filter(|card| {
                let (w, h) = (self.cards[*card].w + 2.0 * WHITE, self.cards[*card].h + 2.0 * WHITE);
                Rect::around(place(*card), w, h).length_within(line.0, line.1) > 0.0
            });
            cost += real(passed.count()) * BEHIND;
        }
        cost
    }
}

/// What a swap must gain to be one.
const ROUNDING: f64 = 1e-6;
/// A card wants this much white around it.
const WHITE: f64 = 7.0;

fn swapped(at: &[usize], swap: &Swap) -> Vec<usize> {
    let from = at[swap.card];
    let mut next: Vec<usize> =
        at.iter().map(|square| if *square == swap.square { from } else { *square }).collect();
    next[swap.card] = swap.square;
    next
}

/// Whether two pairs have nobody in common.
const fn apart(one: (usize, usize), other: (usize, usize)) -> bool {
    one.0 != other.0 && one.0 != other.1 && one.1 != other.0 && one.1 != other.1
}

#[cfg(test)]
#[path = "board_tests.rs"]
mod tests;
