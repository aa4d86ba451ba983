//! Did you mean …? The name nearest to one that doesn't exist.

/// How many names are compared at most for one landscape. 5,000 misspelt references in a landscape of
/// 100,000 applications would otherwise cost 500 million comparisons.
const BUDGET: usize = 2_000_000;

/// How many bytes longer a name may be than the word that it is near to.
const LONGER: usize = 12;

/// Finds near names, and grows tired: past its budget it finds none.
#[derive(Debug)]
pub struct Nearest {
    left: usize,
}

impl Default for Nearest {
    fn default() -> Self {
        Self { left: BUDGET }
    }
}

impl Nearest {
    /// The candidate nearest to `word`, if it is near enough to be what was meant. Ties go to the first.
    pub fn find<'a>(&mut self, word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
        let lower = word.to_lowercase();
        // One slip in a name of two letters makes another name, not a misspelt one.
        let allowed = match word.chars().count() {
            0..=2 => 0,
            3..=5 => 1,
            6..=8 => 2,
            _ => 3,
        };
        let mut best: Option<(usize, &str)> = None;
        for candidate in candidates {
            if self.left == 0 {
                return None;
            }
            self.left -= 1;
            if candidate.len() + 2 * allowed + 1 < word.len() || candidate.len() > word.len() + LONGER {
                continue;
            }
            // The start of a longer name is as good as one slip.
            let begins = lower.len() >= 4 && candidate.to_lowercase().starts_with(&lower);
            let distance = if begins { 1 } else { strsim::osa_distance(&lower, &candidate.to_lowercase()) };
            if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, candidate));
            }
        }
        best.map(|(_, candidate)| candidate)
    }
}

/// Whether `written` can only be a slip of the pen for `meant`: it differs in case, in `-` for `_`, or by one letter
/// in a part of five letters or more. What tells things of a series apart, a digit or a short part as in `team-a`,
/// is never taken for a slip.
#[must_use]
pub fn is_slip(written: &str, meant: &str) -> bool {
    let plain = |word: &str| word.trim().to_lowercase().replace(['_', ' '], "-");
    let (written, meant) = (plain(written), plain(meant));
    if written == meant {
        return true;
    }
    let digits = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>();
    if digits(&written) != digits(&meant) || strsim::osa_distance(&written, &meant) != 1 {
        return false;
    }
    let (one, other): (Vec<_>, Vec<_>) = (written.split('-').collect(), meant.split('-').collect());
    let differs = one.iter().zip(&other).find(|(one, other)| one != other);
    one.len() != other.len() || differs.is_some_and(|(one, other)| one.len().max(other.len()) >= 5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised() {
        let names = ["csam", "isam", "datadistributie"];
        assert_eq!(Nearest::default().find("datadistributei", names), Some("datadistributie"));
        assert_eq!(Nearest::default().find("CSAM", names), Some("csam"));
        assert_eq!(Nearest::default().find("data", names), Some("datadistributie"));
        assert_eq!(Nearest::default().find("zaaksysteem", names), None);
    }

    #[test]
    fn one_letter_is_a_slip_and_what_tells_a_series_apart_is_none() {
        for (written, meant) in [
            ("cssam", "csam"),
            ("protocl", "protocol"),
            ("personal-data", "personal_data"),
            ("Two_Factor", "two-factor"),
            ("datadistributei", "datadistributie"),
            ("data-distributie", "datadistributie"),
        ] {
            assert!(is_slip(written, meant), "{written}");
        }
        for (written, meant) in [
            ("team-b", "team-a"),
            ("wmo-2", "wmo-1"),
            ("server12", "server1"),
            ("cak", "cap"),
            ("data", "datadistributie"),
            ("zaken", "zaaksysteem"),
            ("", "a"),
        ] {
            assert!(!is_slip(written, meant), "{written}");
        }
    }

    #[test]
    fn it_gives_up_in_the_end() {
        let mut nearest = Nearest { left: 1 };
        assert_eq!(nearest.find("a", ["a"]), Some("a"));
        assert_eq!(nearest.find("a", ["a"]), None);
    }
}
