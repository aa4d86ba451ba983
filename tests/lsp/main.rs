//! The language server as an editor meets it: the program itself, over standard input and output.

#[path = "../common/mod.rs"]
mod common;

mod broken;
mod completion;
mod editor;
mod findings;
mod mends;
mod names;
mod positions;
mod rename;
mod telling;
mod vast;

/// The example landscape: paths and texts, in the order in which they are read.
fn example() -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![std::path::PathBuf::from("landscape")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = std::fs::read_to_string(&path).unwrap();
                files.push((path.to_str().unwrap().to_owned(), text));
            }
        }
    }
    files.sort();
    files
}
