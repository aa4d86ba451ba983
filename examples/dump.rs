fn main() {
    let path = std::env::args().nth(1).unwrap();
    let cwd = camino::Utf8PathBuf::try_from(std::env::current_dir().unwrap()).unwrap();
    let t = std::time::Instant::now();
    let sources = koppelkaart::load::files::read(path.as_str().into(), &cwd).map_err(|e| e.message(koppelkaart::text::Lang::Nl)).unwrap();
    let t1 = t.elapsed();
    let loaded = koppelkaart::load::load(&sources);
    println!("{:?} {:?} apps {} links {} problems {}", t1, t.elapsed(), loaded.landscape.applications.len(), loaded.landscape.links.len(), loaded.problems.len());
    for p in loaded.problems.iter().take(40) {
        let pos = sources.positions(p.location).0;
        println!("{}:{}:{} [{}] {:?} «{}»", sources.get(p.location.source).path(), pos.line, pos.column, p.subject, p.fault, sources.text(p.location));
    }
}
