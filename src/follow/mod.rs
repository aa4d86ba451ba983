//! Questions that people ask of a judged landscape, answered as data: one file or folder each. Nothing here prints.

pub mod breach;
