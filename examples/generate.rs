//! Writes a made-up landscape into a folder: `generate FOLDER APPLICATIONS LINKS FAULT_EVERY`.

#[path = "../benches/synthetic/mod.rs"]
mod synthetic;

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [folder, applications, links, fault_every] = &arguments[..] else {
        return Err(io::Error::other("usage: generate FOLDER APPLICATIONS LINKS FAULT_EVERY"));
    };
    let number = |text: &String| text.parse().map_err(io::Error::other);
    let made = synthetic::landscape(number(applications)?, number(links)?, number(fault_every)?);
    for (name, text) in &made.files {
        let path = Path::new(folder).join(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        fs::write(path, text)?;
    }
    println!("{} files, {} planted faults", made.files.len(), made.faults.len());
    Ok(())
}
