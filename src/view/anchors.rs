//! What has nothing to do with the rest of a drawing floats: Graphviz puts it in the first rank, and stretches
//! its room all the way to there. So it is tied to a neighbour in its room.

use std::collections::HashMap;

use super::drawing::Drawing;

/// Pairs of a loose node among `members` of a room and the firm one to stand beside: the member of the
/// largest connected part with the fewest arrows. Several loose ones take turns.
#[must_use]
pub fn anchors(drawing: &Drawing, members: &[usize]) -> Vec<(usize, usize)> {
    let parts = parts(drawing);
    let part = |node: &usize| parts.get(*node).copied().unwrap_or_default();
    let main = largest(&parts);
    let arrows =
        |node: &usize| drawing.arrows.iter().filter(|arrow| arrow.from == *node || arrow.to == *node).count();
    let mut firm: Vec<usize> = members.iter().copied().filter(|node| part(node) == main).collect();
    firm.sort_by_key(arrows);
    let mut tied = vec![main];
    let mut loose: Vec<usize> = Vec::new();
    for node in members {
        if !tied.contains(&part(node)) {
            tied.push(part(node));
            loose.push(*node);
        }
    }
    let turns: Vec<usize> =
        firm.iter().copied().cycle().take(if firm.is_empty() { 0 } else { loose.len() }).collect();
    loose.into_iter().zip(turns).collect()
}

/// The connected part that each node belongs to, named by its least node.
fn parts(drawing: &Drawing) -> Vec<usize> {
    let mut up: Vec<usize> = (0..drawing.nodes.len()).collect();
    for arrow in &drawing.arrows {
        let (a, b) = (top(&mut up, arrow.from), top(&mut up, arrow.to));
        let (low, high) = (a.min(b), a.max(b));
        if let Some(slot) = up.get_mut(high) {
            *slot = low;
        }
    }
    (0..up.len()).map(|node| top(&mut up, node)).collect()
}

/// The least node of the part of `node`; halves the way on the way.
fn top(up: &mut [usize], mut node: usize) -> usize {
    while let Some(&next) = up.get(node).filter(|next| **next != node) {
        up[node] = up.get(next).copied().unwrap_or(next);
        node = next;
    }
    node
}

/// The part with the most nodes, and of equals the first.
fn largest(parts: &[usize]) -> usize {
    let mut sizes: HashMap<usize, usize> = HashMap::new();
    for part in parts {
        *sizes.entry(*part).or_default() += 1;
    }
    let most = sizes.into_iter().max_by_key(|(part, size)| (*size, std::cmp::Reverse(*part)));
    most.map(|(part, _)| part).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::samples;
    use super::*;

    #[test]
    fn what_floats_is_tied_to_a_neighbour_in_its_room() {
        let drawing = samples::social_domain();
        let members = |room| {
            (0..drawing.nodes.len()).filter(|i| drawing.nodes[*i].room == Some(room)).collect::<Vec<_>>()
        };
        let names = |room| {
            let pairs = anchors(&drawing, &members(room));
            pairs
                .into_iter()
                .map(|(a, b)| (drawing.nodes[a].label.as_str(), drawing.nodes[b].label.as_str()))
                .collect::<Vec<_>>()
        };
        assert_eq!(names(0), [("Leerlingzaken", "Schuldhulp")]);
        assert_eq!(names(2), [("E-mail", "Documenten")]);
        assert!(names(1).is_empty());
    }
}
