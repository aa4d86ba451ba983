//! In which country the end of a link is.

use super::Facts;
use crate::{
    model::{Country, Endpoint},
    source::Spanned,
};

/// The country of an application, else of who runs it; of a party, its own. None: it isn't known, or couldn't
/// be read.
pub fn country<'a>(facts: &Facts<'a>, end: Endpoint) -> Option<&'a Spanned<Country>> {
    let landscape = facts.landscape;
    match end {
        Endpoint::Party(id) => landscape.parties.get(id).table.country.as_ref(),
        Endpoint::Application(id) => {
            let application = landscape.applications.get(id);
            if application.table.country.is_some() || application.lost.any_of(&["country"]) {
                return application.table.country.as_ref();
            }
            let operator = application.table.operator.as_ref()?;
            landscape.parties.get(operator.value).table.country.as_ref()
        }
    }
}
