//! What someone means who names a thing otherwise than by its id: what is called so, or nearly so.

use crate::load::near::Nearest;

/// The id of what is meant, out of the ids and names that there are.
#[must_use]
pub fn meant<'a>(asked: &str, known: &[(&'a str, &'a str)]) -> Option<&'a str> {
    let lower = asked.to_lowercase();
    let called = known.iter().find(|(_, name)| name.to_lowercase() == lower).map(|(id, _)| *id);
    let nearly_id = || Nearest::default().find(asked, known.iter().map(|(id, _)| *id));
    let nearly_called = || {
        let name = Nearest::default().find(asked, known.iter().map(|(_, name)| *name))?;
        known.iter().find(|(_, it)| *it == name).map(|(id, _)| *id)
    };
    called.or_else(nearly_id).or_else(nearly_called)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_so_goes_before_what_is_nearly_so() {
        let known = [("zaken", "Zaaksysteem"), ("zaaksysteen", "Oud systeem"), ("csam", "Csam")];
        assert_eq!(meant("Zaaksysteem", &known), Some("zaken"));
        assert_eq!(meant("csaam", &known), Some("csam"));
        assert_eq!(meant("Oud sisteem", &known), Some("zaaksysteen"));
        assert_eq!(meant("iets heel anders", &known), None);
    }
}
