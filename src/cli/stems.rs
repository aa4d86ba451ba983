//! What the files of pictures are called: as their views, unless some disk would make one file of two, or a device.

use std::collections::{BTreeMap, BTreeSet};

use crate::view::Plan;

/// What Windows takes for a device, whatever ends the name.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name of a file for each view, without its end. Where the case of letters doesn't count, or it would be a
/// device, a number makes it another.
pub fn stems(plans: &[Plan]) -> BTreeMap<&str, String> {
    let small: BTreeSet<String> = plans.iter().map(|plan| plan.name.to_lowercase()).collect();
    let mut taken = BTreeSet::new();
    let mut stems = BTreeMap::new();
    for Plan { name, .. } in plans {
        let lower = name.to_lowercase();
        let stem = if is_device(&lower) || taken.contains(&lower) {
            let free = |stem: &String| {
                let stem = stem.to_lowercase();
                !small.contains(&stem) && !taken.contains(&stem)
            };
            // More numbers than there are names and stems.
            (2..=2 * plans.len() + 2)
                .map(|number| format!("{name}-{number}"))
                .find(free)
                .unwrap_or_else(|| name.clone())
        } else {
            name.clone()
        };
        taken.insert(stem.to_lowercase());
        stems.insert(name.as_str(), stem);
    }
    stems
}

/// Whether it is `con`, `com1` or the like.
fn is_device(name: &str) -> bool {
    let port = |kind: &str| {
        name.strip_prefix(kind)
            .is_some_and(|rest| matches!(rest.as_bytes(), [digit] if digit.is_ascii_digit()))
    };
    DEVICES.contains(&name) || port("com") || port("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Subject;

    #[test]
    fn a_view_has_its_own_name_unless_a_disk_would_mistake_it() {
        let names = ["raad", "Raad", "RAAD", "raad-2", "nul", "LPT1", "com10", "console"];
        let plans = names.map(|name| Plan { name: name.to_owned(), subject: Subject::Everything });
        let stems = stems(&plans);
        let called = names.map(|name| stems[name].as_str());
        assert_eq!(called, ["raad", "Raad-3", "RAAD-4", "raad-2", "nul-2", "LPT1-2", "com10", "console"]);
    }
}
