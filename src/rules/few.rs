//! A handful of what may be many: findings name the first ones and count the rest.

use std::borrow::Cow;

use crate::{
    finding::{Finding, Label},
    say,
    source::Location,
    text::Lang,
};

/// How many are named or shown.
const FEW: usize = 4;

/// Names in a row, the first few of them.
pub fn names<'a>(lang: Lang, names: impl IntoIterator<Item = Cow<'a, str>>) -> String {
    let all: Vec<_> = names.into_iter().collect();
    // Counting one saves nothing: its name is as short.
    if all.len() <= FEW + 1 {
        return all.join(", ");
    }
    let (first, more) = (all[..FEW].join(", "), all.len() - FEW);
    say!(lang, en: "{first} and {more} more", nl: "{first} en nog {more}")
}

/// Adds related places to a finding, the first few of them; the last one tells how many more there are.
pub fn places(finding: &mut Finding, lang: Lang, places: impl IntoIterator<Item = (Location, String)>) {
    let mut places = places.into_iter();
    finding.related.extend(places.by_ref().take(FEW).map(|(location, message)| Label { location, message }));
    let more = places.count();
    if let (1.., Some(last)) = (more, finding.related.last_mut()) {
        last.message += &say!(lang, en: " (and {more} more)", nl: " (en nog {more})");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_four_are_named_and_the_rest_is_counted_where_that_saves_something() {
        let named = |count| {
            names(Lang::En, ["a", "b", "c", "d", "e", "f", "g"].map(Cow::Borrowed).into_iter().take(count))
        };
        assert_eq!(named(0), "");
        assert_eq!(named(1), "a");
        assert_eq!(named(5), "a, b, c, d, e");
        assert_eq!(named(6), "a, b, c, d and 2 more");
        assert_eq!(named(7), "a, b, c, d and 3 more");
    }
}
