//! The dictionary says what the structs of `model/` read: each struct is asked, key by key.

use std::{cell::Cell, collections::BTreeSet};

use serde::de::{DeserializeOwned, value::StrDeserializer};

use super::{
    probe::{Asked, Nothing, Stop, asked_of, keys_of},
    *,
};
use crate::{
    load::{load, problem::Fault},
    model::{
        About, Acceptance, Agreement, Application, Data, Endpoint, Forbidden, Form, Link, Network, Norm,
        Party, Policy, Processing, Setting, SpecialCategoryBasis, View,
    },
    source::Sources,
};

/// What a struct should ask, by the dictionary.
fn told(shape: &Shape) -> (Asked, bool) {
    let words = |words: &'static [Word]| words.iter().map(|word| word.word).collect::<BTreeSet<_>>();
    let form = |code: &str| Asked::Form(code.to_owned());
    match shape {
        Shape::Text | Shape::NewId | Shape::Protocol => (Asked::Text, false),
        Shape::Texts => (Asked::Text, true),
        Shape::Flag => (Asked::Flag, false),
        Shape::Number => (Asked::Number, false),
        Shape::Date => (Asked::Date, false),
        Shape::DateOr(_) => (form("dpia"), false),
        Shape::OneOf(all) if is_exception(all) => (form("special-category-basis"), false),
        Shape::OneOf(all) => (Asked::OneOf(words(all)), false),
        Shape::SomeOf(all) => (Asked::OneOf(words(all)), true),
        Shape::Reference(wanted) => (reference(*wanted), false),
        Shape::References(wanted) | Shape::TwoOrMore(wanted) => (reference(*wanted), true),
        Shape::Country => (form("country"), false),
        Shape::Areas => (form("area"), true),
        Shape::TlsVersion => (form("tls"), false),
        Shape::Table(keys) => {
            let names: Vec<_> = keys.iter().map(|key| key.name).collect();
            assert_eq!(names, keys_of::<Forbidden>());
            (Asked::Table(keys_of::<Forbidden>()), false)
        }
    }
}

/// Whether these are the exceptions of GDPR art. 9(2), which the model reads as text.
fn is_exception(words: &[Word]) -> bool {
    words.iter().all(|word| word.word.starts_with("9(2)"))
}

/// Rules, subjects and domains are looked up by rules, not by the loader.
fn reference(wanted: Wanted) -> Asked {
    use crate::model::Named;
    Asked::Reference(match wanted {
        Wanted::Endpoint => Endpoint::REFERENCE,
        Wanted::Kind(Kind::Party) => Party::REFERENCE,
        Wanted::Kind(Kind::Data) => Data::REFERENCE,
        Wanted::Kind(Kind::Network) => Network::REFERENCE,
        Wanted::Kind(Kind::Application) => Application::REFERENCE,
        Wanted::Kind(Kind::Processing) => Processing::REFERENCE,
        Wanted::Kind(Kind::Agreement) => Agreement::REFERENCE,
        _ => return Asked::Text,
    })
}

/// Compares the keys of one table, in the order of the struct.
fn compare<T: DeserializeOwned>(keys: &'static [Key]) {
    assert_eq!(keys.iter().map(|key| key.name).collect::<Vec<_>>(), keys_of::<T>());
    for key in keys {
        assert_eq!(told(&key.shape), asked_of::<T>(key.name), "{}", key.name);
    }
}

#[test]
fn the_keys_and_what_they_hold_are_those_that_the_model_reads() {
    for kind in Kind::ALL {
        let keys = keys(kind);
        match kind {
            Kind::Landscape => compare::<About>(keys),
            Kind::Party => compare::<Party>(keys),
            Kind::Data => compare::<Data>(keys),
            Kind::Network => compare::<Network>(keys),
            Kind::Application => compare::<Application>(keys),
            Kind::Link => compare::<Link>(keys),
            Kind::Processing => compare::<Processing>(keys),
            Kind::Agreement => compare::<Agreement>(keys),
            Kind::Norm => compare::<Norm>(keys),
            Kind::View => compare::<View>(keys),
            Kind::Policy => {
                compare::<Policy>(keys);
                let Some(Key { shape: Shape::Table(places), .. }) = key(kind, "never_reaches") else {
                    panic!("`never_reaches` is a table")
                };
                compare::<Forbidden>(places);
            }
            Kind::Acceptance => compare::<Acceptance>(keys),
            Kind::Rules => assert!(keys.is_empty(), "every key is a rule"),
        }
    }
}

#[test]
fn the_levels_of_rules_are_those_that_the_model_reads() {
    let words = LEVELS.iter().map(|level| level.word).collect();
    let Err(Stop::Asked(asked)) =
        <Setting as serde::Deserialize>::deserialize(Nothing { several: &Cell::default() })
    else {
        panic!("a setting is a word")
    };
    assert_eq!(asked, Asked::OneOf(words));
}

#[test]
fn every_exception_for_special_categories_can_be_read() {
    let Some(Key { shape: Shape::OneOf(words), .. }) = key(Kind::Processing, "special_category_basis") else {
        panic!("it takes words")
    };
    let read = |word: &Word| {
        let text = StrDeserializer::<Stop>::new(word.word);
        <SpecialCategoryBasis as serde::Deserialize>::deserialize(text).expect(word.word).0
    };
    assert_eq!(words.iter().map(read).collect::<String>(), "abcdefghij");
}

#[test]
fn a_key_is_required_where_the_loader_misses_it_in_an_empty_table() {
    for kind in Kind::ALL {
        let header = match kind.form() {
            Form::Single => format!("[{}]\n", kind.key()),
            Form::Named => format!("[{}.x]\n", kind.key()),
            Form::Element => format!("[[{}]]\n", kind.key()),
        };
        // That a policy forbids nothing is only told of one that can be read so far.
        let missed = ["", "reason = \"r\"\n"].into_iter().flat_map(|body| {
            let mut sources = Sources::default();
            sources.add("a.toml", format!("{header}{body}"));
            load(&sources).problems.into_iter().filter_map(|problem| match problem.fault {
                // An empty `table` is the file, which lacks `[landscape]`.
                Fault::MissingKey { key, table } if !table.is_empty() => Some(key),
                _ => None,
            })
        });
        let required = keys(kind).iter().filter(|key| key.required).map(|key| key.name);
        let (required, missed): (BTreeSet<_>, BTreeSet<_>) = (required.collect(), missed.collect());
        assert_eq!(required, missed, "{}", kind.key());
    }
}

/// All that the dictionary tells.
fn texts() -> Vec<(String, Text)> {
    fn of(at: &str, keys: &'static [Key], all: &mut Vec<(String, Text)>) {
        for key in keys {
            let at = format!("{at}.{}", key.name);
            match &key.shape {
                Shape::OneOf(words) | Shape::SomeOf(words) | Shape::DateOr(words) => {
                    all.extend(words.iter().map(|word| (format!("{at}={}", word.word), word.about)));
                }
                Shape::Table(keys) => of(&at, keys, all),
                _ => {}
            }
            all.push((at, key.about));
        }
    }
    let mut all: Vec<_> = LEVELS.iter().map(|word| (word.word.to_owned(), word.about)).collect();
    for kind in Kind::ALL {
        of(kind.key(), keys(kind), &mut all);
        all.push((kind.key().to_owned(), about(kind)));
    }
    all
}

#[test]
fn everything_is_told_in_both_languages_in_whole_sentences() {
    for (at, text) in texts() {
        for told in [text.en, text.nl] {
            assert!(
                told.starts_with(|first: char| first.is_uppercase()) && told.ends_with('.'),
                "{at}: {told}"
            );
            assert!(told.matches('`').count().is_multiple_of(2), "{at}: {told}");
        }
        let dutch_law = text.en.replace("UAVG", "").contains("AVG");
        assert!(!text.nl.contains("GDPR") && !dutch_law, "{at}: {text:?}");
        assert_eq!(text.en.contains("Left out"), text.nl.contains("Weggelaten"), "{at}: {text:?}");
        assert_eq!(articles(text.en), articles(text.nl), "{at}");
    }
}

/// The articles that a text names.
fn articles(text: &str) -> Vec<&str> {
    text.split("art. ").skip(1).filter_map(|rest| rest.split([' ', ';', ',']).next()).collect()
}
