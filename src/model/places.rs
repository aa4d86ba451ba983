//! Every place that a table tells of: when text before it grows or shrinks, they move with it.

use super::{Application, Item, Link, List};
use crate::source::{Location, Spanned};

/// What tells where it is written.
pub trait Places {
    /// Does this with every place.
    fn each_place(&mut self, change: &mut impl FnMut(&mut Location));
}

impl<T> Places for Spanned<T> {
    fn each_place(&mut self, change: &mut impl FnMut(&mut Location)) {
        change(&mut self.location);
    }
}

impl<T: Places> Places for Option<T> {
    fn each_place(&mut self, change: &mut impl FnMut(&mut Location)) {
        if let Some(it) = self {
            it.each_place(change);
        }
    }
}

impl<T> Places for List<T> {
    fn each_place(&mut self, change: &mut impl FnMut(&mut Location)) {
        for it in &mut **self {
            it.each_place(change);
        }
    }
}

impl<T: Places> Places for Item<T> {
    fn each_place(&mut self, change: &mut impl FnMut(&mut Location)) {
        let Self { id: _, header, lost: _, table } = self;
        change(header);
        table.each_place(change);
    }
}

/// Takes a table apart by all its keys, so that none is forgotten.
macro_rules! places {
    ($type:ident: $($key:ident),*) => {
        impl Places for $type {
            fn each_place(&mut self, change: &mut impl FnMut(&mut Location)) {
                let Self { $($key),* } = self;
                $($key.each_place(change);)*
            }
        }
    };
}
places!(Link: id, from, to, data, returns, personal_data, secure, protocol, tls, authentication, network, standard,
    mode, verified, evidence, controller, processing, agreement, frequency, lifecycle, description);
places!(Application: name, description, domain, owner, supplier, controller, operator, country, network, source_of,
    lifecycle, end_of_support, access_logging, role_based_access, component, url);
