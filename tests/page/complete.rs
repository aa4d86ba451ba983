//! Every number adds up and is that of the judgement, every link and norm stands there once, and both languages are
//! whole.

use std::collections::BTreeSet;

use koppelkaart::{
    analysis::{Analysis, Security},
    sentence,
    text::number,
};

use crate::{
    MADE, Made,
    landscapes::{Judged, clean},
};

/// The first number in a text.
fn first_number(text: &str) -> usize {
    let digits =
        text.chars().skip_while(|it| !it.is_ascii_digit()).take_while(|it| it.is_ascii_digit() || *it == '.');
    digits.filter(char::is_ascii_digit).collect::<String>().parse().expect("a number")
}

/// How many current links are in a state.
fn in_state(analysis: &Analysis, state: Security) -> usize {
    analysis.links.iter().filter(|link| link.current && link.security == state).count()
}

#[test]
fn the_verdict_is_that_of_the_judgement() {
    for made in MADE.iter() {
        let said = made.texts(".verdict p");
        assert_eq!(said[0], sentence::verdict(&made.judged.analysis));
        assert_eq!(said[1], sentence::responsible(&made.judged.analysis.summary.tally, made.attachment.lang));
    }
}

#[test]
fn the_counts_under_the_bar_add_up_to_all_links_and_to_the_verdict() {
    for made in MADE.iter() {
        let analysis = &made.judged.analysis;
        let tally = analysis.summary.tally;
        let counts: Vec<usize> = made.texts(".shares li b").iter().map(|it| first_number(it)).collect();
        assert_eq!(counts[0], tally.links);
        assert_eq!(counts[1..].iter().sum::<usize>(), tally.links);
        let shares: Vec<usize> = made.attachment.shares.iter().map(|share| share.count).collect();
        assert_eq!(counts[1..], shares);
        let state = |state| in_state(analysis, state);
        assert_eq!(state(Security::Secured) + state(Security::Attention), tally.secured);
        assert_eq!(state(Security::NotCredible) + state(Security::NotSecured), tally.unsecured);
        assert_eq!(state(Security::Unknown), tally.unproven + tally.unknown_content);
    }
}

#[test]
fn what_falls_short_is_named_at_the_top_and_stands_in_the_table_with_what_is_done_by_whom_and_when() {
    for made in MADE.iter() {
        let tally = made.judged.analysis.summary.tally;
        let rows = made.texts("#exceptions tbody tr").len();
        assert!(rows >= tally.unsecured + tally.unproven + tally.unknown_content);
        assert_eq!(first_number(&made.texts("#exceptions caption")[0]), rows);
        let named: usize = made.texts(".which > p").iter().map(|kind| first_number(kind)).sum();
        assert_eq!(named, rows, "each is of one kind");
        let gap = if made.attachment.lang.tag() == "nl" { "niet vastgelegd" } else { "not recorded" };
        // Each on a line of its own: what is done, by whom, and when it is ready.
        let promised = made.attachment.exceptions.iter().flat_map(|it| [&it.action, &it.owner, &it.due]);
        let promised: Vec<_> = promised.map(|told| told.as_deref().unwrap_or(gap).to_owned()).collect();
        let lines = made.texts("#exceptions td:nth-child(6) p");
        assert_eq!(lines.len(), promised.len());
        for (line, told) in lines.iter().zip(&promised) {
            assert!(line.ends_with(told.as_str()), "{line}: {told}");
        }
    }
}

#[test]
fn a_point_of_attention_counts_the_links_that_it_lists() {
    for made in MADE.iter() {
        let counts = made.texts("#points td:nth-child(2)");
        let lists = made.texts("#points td:nth-child(3)");
        assert_eq!(counts.len(), lists.len());
        for (count, list) in counts.iter().zip(&lists) {
            assert_eq!(*count, number(list.split(", ").count(), made.attachment.lang));
        }
    }
}

#[test]
fn every_link_stands_in_the_table_once_in_reading_order() {
    for made in MADE.iter() {
        let named = made.texts("#links tbody th");
        let numbers: Vec<_> = made.attachment.links.iter().map(|link| link.number.clone()).collect();
        assert_eq!(named, numbers);
        assert_eq!(named.len(), made.judged.analysis.summary.tally.links);
        assert_eq!(named.iter().collect::<BTreeSet<_>>().len(), named.len(), "each has a name of its own");
    }
}

#[test]
fn every_norm_stands_there_once_and_the_counts_above_add_up() {
    for made in MADE.iter() {
        let norms = made.judged.analysis.landscape.norms.items();
        let said = made.texts("#norms tbody th");
        assert_eq!(said, norms.iter().map(|norm| norm.text.value.to_string()).collect::<Vec<_>>());
        let caption = made.texts("#norms caption").concat();
        let counted: usize = caption.split(" · ").map(first_number).sum();
        assert_eq!(counted, norms.len(), "{caption}");
    }
}

#[test]
fn what_was_not_assessed_is_told_whole_each_reason_once() {
    for made in MADE.iter() {
        let what = made.texts("#not-assessed td li");
        assert_eq!(what.len(), made.judged.analysis.not_assessed.len() + made.judged.analysis.allowed.len());
        let why = made.texts("#not-assessed tbody th");
        assert_eq!(why.iter().collect::<BTreeSet<_>>().len(), why.len());
        assert_eq!(made.texts("#judged-by li"), made.attachment.judged_by);
    }
}

#[test]
fn every_picture_stands_under_its_own_heading() {
    for made in MADE.iter() {
        let titles: Vec<_> = made.attachment.pictures.iter().map(|it| it.title.clone()).collect();
        assert_eq!(made.texts(".picture > h3"), titles);
        assert_eq!(made.texts(".picture figure figcaption").len(), titles.len());
    }
}

#[test]
fn no_fixed_words_are_the_same_in_both_languages() {
    let fixed =
        "h2, #verdict h3, thead th, label, .shares li, nav, .skip, footer p:first-child, .mark, .label, .gap";
    let (dutch, english) = (MADE[0].texts(fixed), MADE[1].texts(fixed));
    assert_eq!(dutch.len(), english.len());
    let [dutch, english] = [dutch, english].map(|words| words.into_iter().collect::<BTreeSet<_>>());
    let both: Vec<_> = dutch.intersection(&english).collect();
    assert_eq!(both, ["Protocol"], "a word that is the same in both");
    assert!(dutch.len() > 40, "{dutch:?}");
}

#[test]
fn a_landscape_of_which_all_is_well_or_nothing_is_there_says_so() {
    let made = Made::of(clean());
    assert_eq!(
        made.texts("#exceptions p"),
        ["Elke koppeling met persoonsgegevens is beveiligd, en er is iemand verantwoordelijk voor."]
    );
    assert_eq!(made.texts(".which").len(), 0);
    let made = Made::of(Judged::new("nothing", [("a.toml", "[landscape]\nname = 'Leeg'\n".to_owned())]));
    assert_eq!(made.texts(".verdict strong"), ["Er zijn hier geen koppelingen."]);
    assert_eq!(made.texts("#picture p"), ["Er is niets te tekenen."]);
    assert_eq!(made.texts("#exceptions, #links, .bar").len(), 0, "nothing is said of no links");
}

#[test]
fn the_same_landscape_gives_the_same_bytes() {
    assert_eq!(Made::of(crate::example()).text, MADE[0].text);
}
