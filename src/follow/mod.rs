//! Questions that follow links from one application to the next, answered as data: one file per question.

pub mod trace;
