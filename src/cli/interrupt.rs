//! Ctrl-C, or a service that ends the program: what was begun is cleared away first.

use std::{
    fs, io,
    path::PathBuf,
    process,
    sync::{Mutex, Once, PoisonError},
};

use super::progress;

/// What shells take for "ended by Ctrl-C": 128 and the number of the signal.
const INTERRUPTED: i32 = 130;

/// The folders and temporary files that were made, in order. Some files may have their place by now; their names are never
/// used again.
static MADE: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

static WATCHED: Once = Once::new();

/// From here on Ctrl-C gives a clean line back, and takes temporary files away.
pub fn watch() {
    WATCHED.call_once(|| {
        // Where it can't be watched, it ends the program as ever.
        ctrlc::set_handler(|| {
            // Held until the end, so that nothing new is begun.
            let made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
            for path in made.iter().rev() {
                // The system takes away no folder with anything in it.
                fs::remove_file(path).or_else(|_| fs::remove_dir(path)).ok();
            }
            progress::done();
            process::exit(INTERRUPTED);
        })
        .ok();
    });
}

/// Makes a temporary file or a folder, which Ctrl-C takes away.
pub fn guarded<T>(begin: impl FnOnce() -> io::Result<T>, path: impl FnOnce(&T) -> PathBuf) -> io::Result<T> {
    watch();
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let file = begin()?;
    made.push(path(&file));
    Ok(file)
}
