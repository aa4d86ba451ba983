//! A landscape read again after an edit is the very one that reading all of it gives.

use koppelkaart::{
    analysis::{Analysis, Levels, Options, analyze, judge, judge_again},
    load::memory::{self, Memory},
    model::Landscape,
    source::{SourceId, Sources},
};
use proptest::prelude::*;

/// Files with something of everything, some of it wrong, and references across them.
const FILES: [&str; 5] = [
    "[landscape]\nname = \"X\"\ndate = 2026-11-01\nowner = \"college\"\n\n[party.college]\nname = \"College\"\nkind = \"municipality\"\ncountry = \"NL\"\n\n[rules]\nno-owner = \"deny\"\n",
    "# ✓\n[application.a]\nname = \"A\"\noperator = \"hoster\"\nsource_of = [\"naw\"]\nnetwork = \"intern\"\n\n[application.b]\nname = \"B\"\nnaam = \"fout\"\nnetwork = \"intern\"\n\n[[link]]\nfrom = \"a\"\nto = \"b\"\ndata = \"naw\"\n\n[[link]]\nfrom = \"a\"\nto = \"b\"\n\n[[link]]\nid = \"eigen\"\nfrom = \"b\"\nto = \"nergens\"\n",
    "[party.hoster]\nname = \"Hoster\"\ncountry = \"US\"\n\n[data.naw]\nname = \"NAW\"\nclass = \"personal\"\n\n[network.intern]\nname = \"Intern\"\ncontrolled = true\n\n[[link]]\nfrom = \"a\"\nto = \"b\"\nsecure = true\nprotocol = \"ftp\"\npersonal_data = true\n\n[[link]]\nid = \"eigen\"\nfrom = \"b\"\nto = \"hoster\"\ndata = [\"naw\"]\nprocessing = \"zorg\"\n",
    "[processing.zorg]\nname = \"Zorg\"\ncontroller = \"college\"\ndata = \"naw\"\n\n[agreement.v]\nkind = \"processor\"\nparties = [\"college\", \"hoster\"]\n\n[norm.n]\ntext = \"T\"\nrules = [\"unsecured-link\"]\n\n[view.w]\napplications = [\"a\"]\n\n[policy.p]\nclass = \"personal\"\nreason = \"R\"\n[policy.p.never_reaches]\nparty = \"hoster\"\n\n[[acceptance]]\nrule = \"unsecured-link\"\nsubject = \"a->b#2\"\nreason = \"r\"\nby = \"b\"\nuntil = 2999-01-01\n",
    "[application.c]\nname = \"C\"\noperator = \"hoster\"\n\n[[link]]\nfrom = \"a\"\nto = \"hoster\"\ndata = \"naw\"\nsecure = true\n\n[[link]]\nfrom = \"b\"\nto = \"a\"\ndata = \"naw\"\nprotocol = \"ftp\"\nsecure = true\nprocessing = \"zorg\"\n\n[application.d]\nname = \"D\"\ncontroller = \"college\"\nnetwork = \"intern\"\n\n[[link]]\nfrom = \"hoster\"\nto = \"d\"\npersonal_data = true\ncontroller = \"college\"\n",
];

/// What may be typed: harmless, half done, a table more, an id that moves.
const TYPED: [&str; 20] = [
    "\n",
    "# é 🏛\n",
    "x",
    "secure = true\n",
    "secure = false\n",
    "protocol = \"sftp\"\n",
    "personal_data = true\n",
    "[[link]]\nfrom = \"b\"\nto = \"a\"\n",
    "[[link]]\nid = \"eigen\"\nfrom = \"a\"\nto = \"hoster\"\n",
    "[[acceptance]]\nrule = \"no-owner\"\nsubject = \"a\"\nreason = \"r\"\nby = \"b\"\nuntil = 2999-01-01\n",
    "[rules]\nself-link = \"allow\"\n",
    "[party.college]\nname = \"Nog een\"\n",
    "[landscape]\nname = \"Nog een\"\n",
    "[data.nieuw]\nname = \"N\"\nclass = \"personal\"\n",
    "\"\"\"",
    "to = [",
    "lifecycle = \"retired\"\n",
    "data = \"naw\"\n",
    "network = \"intern\"\n",
    "tls = \"1.1\"\n",
];

/// An edit of one of the files: at the start of one of its lines, so many lines give way to what is typed.
#[derive(Clone, Debug)]
struct Edit {
    file: usize,
    line: prop::sample::Index,
    gone: usize,
    typed: &'static str,
}

fn edit() -> impl Strategy<Value = Edit> {
    let typed = prop::sample::select(TYPED.to_vec());
    (0..FILES.len(), any::<prop::sample::Index>(), 0..3_usize, typed)
        .prop_map(|(file, line, gone, typed)| Edit { file, line, gone, typed })
}

impl Edit {
    fn apply(&self, text: &str) -> String {
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let at = self.line.index(lines.len() + 1);
        let after = lines.get(at + self.gone..).unwrap_or_default();
        format!("{}{}{}", lines[..at].concat(), self.typed, after.concat())
    }
}

fn options() -> Options {
    Options { date: None, today: jiff::civil::date(2026, 11, 1), lang: None, levels: Levels::default() }
}

/// Everything that there is to compare, with every place.
fn told(analysis: &Analysis) -> String {
    let Analysis { landscape, date, lang, findings, links, summary, norms, not_assessed, allowed, .. } =
        analysis;
    let Landscape { about, parties, data, networks, applications, links: all, .. } = landscape;
    let Landscape { processing, agreements, norms: stated, views, policies, acceptances, rules, .. } =
        landscape;
    let things = format!(
        "{about:#?}{:#?}{:#?}{:#?}{:#?}{:#?}{:#?}{:#?}{:#?}{:#?}{:#?}{acceptances:#?}{rules:#?}",
        parties.items(),
        data.items(),
        networks.items(),
        applications.items(),
        all.items(),
        processing.items(),
        agreements.items(),
        stated.items(),
        views.items(),
        policies.items(),
    );
    // What is found by id must be what stands there.
    for (id, link) in all.iter() {
        assert!(all.find(&link.id).is_some_and(|found| found <= id));
    }
    format!("{things}{date}{lang}{findings:#?}{links:#?}{summary:#?}{norms:#?}{not_assessed:#?}{allowed:#?}")
}

/// A session: what an editor keeps between edits.
struct Session {
    sources: Sources,
    ids: Vec<SourceId>,
    memory: Memory,
    analysis: Analysis,
    /// How often the file alone was enough.
    quick: usize,
    /// How often it was known what links and applications the edit can have changed.
    narrow: usize,
}

impl Session {
    fn new(files: &[String]) -> Self {
        let mut sources = Sources::default();
        let ids =
            files.iter().enumerate().map(|(at, text)| sources.add(format!("{at}.toml"), &**text)).collect();
        let (loaded, memory) = memory::load(&sources);
        let analysis = judge(loaded, &options());
        Self { sources, ids, memory, analysis, quick: 0, narrow: 0 }
    }

    fn edit(self, file: usize, text: &str) -> Self {
        let Self { mut sources, ids, mut memory, analysis, mut quick, mut narrow } = self;
        let before = sources.replace(ids[file], text);
        let (landscape, kept) = analysis.into_kept();
        let again = memory::reload(&sources, &mut memory, landscape, (ids[file], &before));
        quick += usize::from(again.is_some());
        let (loaded, changed) = again.unwrap_or_else(|| {
            let (loaded, new) = memory::load(&sources);
            memory = new;
            (loaded, None)
        });
        narrow += usize::from(changed.is_some());
        let analysis = judge_again(kept, changed, loaded, &options());
        Self { sources, ids, memory, analysis, quick, narrow }
    }
}

/// Edits of the files with nothing but links and applications, whose tables are read by themselves.
fn narrow_edit() -> impl Strategy<Value = Edit> {
    let typed = prop::sample::select(vec![
        "\n",
        "# é 🏛\n",
        "x\n",
        "x = 1\n",
        "secure = true\n",
        "secure = false\n",
        "protocol = \"sftp\"\n",
        "personal_data = true\n",
        "lifecycle = \"retired\"\n",
        "data = \"naw\"\n",
        "data = \"niets\"\n",
        "network = \"intern\"\n",
        "tls = \"1.1\"\n",
        "controller = [\"college\", \"hoster\"]\n",
        "country = \"US\"\n",
        "name = \"Anders\"\n",
    ]);
    let file = prop::sample::select(vec![1_usize, 4]);
    (file, any::<prop::sample::Index>(), 0..2_usize, typed).prop_map(|(file, line, gone, typed)| Edit {
        file,
        line,
        gone,
        typed,
    })
}

/// Makes the edits one after the other; after each, all must be what reading all at once gives.
fn as_if_read_at_once(edits: &[Edit]) -> Result<(), TestCaseError> {
    let mut files: Vec<String> = FILES.map(str::to_owned).into();
    let mut session = Session::new(&files);
    for edit in edits {
        files[edit.file] = edit.apply(&files[edit.file]);
        session = session.edit(edit.file, &files[edit.file]);
        prop_assert_eq!(told(&session.analysis), told(&analyze(&session.sources, &options())), "{:?}", edit);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn after_any_edits_all_is_as_if_read_at_once(edits in prop::collection::vec(edit(), 1..8)) {
        as_if_read_at_once(&edits)?;
    }

    #[test]
    fn after_edits_of_links_and_applications_all_is_as_if_read_at_once(
        edits in prop::collection::vec(narrow_edit(), 1..8),
    ) {
        as_if_read_at_once(&edits)?;
    }
}

/// What is typed most often reaches no further than its file; what gives an id another place does.
#[test]
fn an_edit_within_tables_reads_one_file() {
    let files: Vec<String> = FILES.map(str::to_owned).into();
    for (file, from, to, quick, narrow) in [
        (4, "secure = true", "secure = false", 1, 1),
        (4, "[application.c]", "# é\n[application.c]", 1, 1),
        (4, "name = \"D\"", "name = \"Anders\"", 1, 1),
        (4, "protocol = \"ftp\"", "protocol = ", 1, 1),
        (4, "data = \"naw\"", "data = \"niets\"", 1, 1),
        (4, "protocol = \"ftp\"\n", "protocol = \"ftp\"\nlifecycle = \"retired\"\n", 1, 1),
        (4, "from = \"b\"", "from = \"hoster\"", 1, 0),
        (1, "name = \"A\"", "name = \"Anders\"", 1, 1),
        (1, "# ✓\n", "# ✓ en meer\n\n", 1, 1),
        (2, "protocol = \"ftp\"", "protocol = \"sftp\"", 1, 0),
        (
            2,
            "[[link]]\nid = \"eigen\"",
            "[[link]]\nfrom = \"b\"\nto = \"a\"\n\n[[link]]\nid = \"eigen\"",
            1,
            0,
        ),
        (3, "subject = \"a->b#2\"", "subject = \"a->b#3\"", 1, 0),
        (1, "[application.a]", "[application.c]", 0, 0),
        (3, "[norm.n]", "[party.college]\nname = \"Nog een\"\n[norm.n]", 1, 0),
        (0, "[party.college]", "[party.hoster]\nname = \"Nog een\"\n[party.college]", 0, 0),
    ] {
        let text = files[file].replacen(from, to, 1);
        assert_ne!(text, files[file]);
        let session = Session::new(&files).edit(file, &text);
        assert_eq!((session.quick, session.narrow), (quick, narrow), "{to}");
        assert_eq!(told(&session.analysis), told(&analyze(&session.sources, &options())));
    }
}

/// What stands nowhere, since it was left out, doesn't move with the text: here the name of an application in the file
/// that is read first.
#[test]
fn what_stands_nowhere_stays_there() {
    let [first, ..] = FILES;
    let files = ["[application.x]\ndomain = \"D\"\n".to_owned(), first.to_owned()];
    let session = Session::new(&files).edit(0, &format!("# erboven\n{}", files[0]));
    assert_eq!((session.quick, session.narrow), (1, 1));
    assert_eq!(told(&session.analysis), told(&analyze(&session.sources, &options())));
}
