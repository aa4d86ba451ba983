//! Rows divided over columns, in order and so that no column is much longer than another.

/// How many columns fit that are at least `least` wide, with `gutter` between them; one always does.
#[must_use]
pub fn fit(room: f64, least: f64, gutter: f64) -> usize {
    (1..=16).take_while(|columns| width(room, *columns, gutter) >= least).last().unwrap_or(1)
}

/// How wide each of so many columns is.
#[must_use]
pub fn width(room: f64, columns: usize, gutter: f64) -> f64 {
    let (gutters, columns) = (1..columns).fold((0.0, 1.0), |(gutters, n), _| (gutters + gutter, n + 1.0));
    (room - gutters) / columns
}

/// Divides rows of these heights over columns so that the tallest is as low as can be; gives back where columns
/// start, and how high the tallest is.
#[must_use]
pub fn divide(heights: &[f64], columns: usize) -> (Vec<usize>, f64) {
    let (mut low, mut high) = (heights.iter().copied().fold(0.0, f64::max), heights.iter().sum());
    for _ in 0..24 {
        let middle = f64::midpoint(low, high);
        if fill(heights, middle).len() <= columns { high = middle } else { low = middle }
    }
    (fill(heights, high + 0.01), high)
}

/// Where columns start if none is higher than `most`, except for a single row that is.
#[must_use]
pub fn fill(heights: &[f64], most: f64) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut used = f64::INFINITY;
    for (i, height) in heights.iter().enumerate() {
        if used + height > most {
            starts.push(i);
            used = 0.0;
        }
        used += height;
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_even_as_rows_in_order_allow() {
        assert_eq!(divide(&[3.0, 1.0, 1.0, 1.0], 2).0, [0, 1]);
        assert_eq!(fill(&[1.0, 9.0, 1.0], 2.0), [0, 1, 2], "a row that is too high stands alone");
    }

    #[test]
    fn as_many_columns_fit_as_there_is_room_for() {
        assert_eq!((fit(100.0, 40.0, 20.0), fit(99.0, 40.0, 20.0), fit(1.0, 40.0, 20.0)), (2, 1, 1));
    }
}
