//! Questions about a judged landscape that people ask by name, each answered as data in a file of its own.

pub mod impact;
pub mod trace;
pub mod weak_spots;
