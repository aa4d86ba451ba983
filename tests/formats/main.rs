//! What `check` prints for other programs: valid by their own schemas and readers, complete, and with nothing in
//! it that a landscape's names could break out of.

mod landscapes;

mod github;
mod gitlab;
mod junit;
mod markdown;
mod sarif;
mod together;
