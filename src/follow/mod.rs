//! Questions about a whole landscape that people ask by name, each answered as data.

pub mod impact;
pub mod weak_spots;
