//! Questions about a judged landscape that people ask by name, each answered as data in a file or folder of its own.
//! Nothing here prints.

pub mod breach;
pub mod impact;
pub mod meant;
pub mod trace;
pub mod weak_spots;
