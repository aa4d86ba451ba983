//! The live page, asked as a browser asks and as it must not be asked.

mod common;
#[path = "common/server.rs"]
mod server;

use std::{io::BufRead, net::TcpListener};

use common::{Desk, SMALLEST, crowd};
use scraper::{Html, Selector};
use server::{Server, texts};

/// The number of the next version that is told.
fn next_version(news: &mut impl BufRead) -> u64 {
    loop {
        let mut line = String::new();
        assert_ne!(news.read_line(&mut line).unwrap(), 0, "the news ended");
        if let Some(number) = line.strip_prefix("data:") {
            return number.trim().parse().unwrap();
        }
    }
}

#[test]
fn the_page_has_the_drawing_the_findings_and_every_link_without_a_script() {
    let desk = Desk::with(SMALLEST);
    let server = Server::of(&desk);
    assert_eq!(server.texts("/", "h1"), ["Applications and links: Sociaal domein"]);
    assert_eq!(server.texts("/", "#drawing svg a.node > title"), ["Csam", "Gemeentelijk Gegevensknooppunt"]);
    assert_eq!(server.texts("/", "#drawing svg a.chip").len(), 1);
    assert_eq!(server.texts("/", "#links tbody tr").len(), 1);
    assert_eq!(server.texts("/", "#links caption"), ["1 of 1 links shown"]);
}

#[test]
fn what_is_chosen_is_told_with_what_is_not_known_and_the_line_that_says_so() {
    let desk = Desk::with(SMALLEST);
    let server = Server::of(&desk);
    let at = "/?select=link:csam-%3Eggk";
    assert_eq!(server.texts(at, "#choice h2"), ["Csam → Gemeentelijk Gegevensknooppunt"]);
    let facts = server.texts(at, "#choice dl").concat();
    assert!(facts.contains("Protocolhttps") || facts.contains("Protocol https"), "{facts}");
    assert!(server.texts(at, "#choice em.gap").contains(&"authentication".to_owned()));
    let quote = server.texts(at, "#choice .quote").concat();
    assert!(quote.contains("landscape/a.toml:13") && quote.contains("from = \"csam\""), "{quote}");
    assert_eq!(server.texts(at, "#drawing a.chip.chosen").len(), 1);
    assert_eq!(server.texts("/?select=application:nergens", "#choice h2"), [""; 0]);
    // One walks on from here to there.
    assert_eq!(
        server.texts("/?select=application:csam", "#choice .neighbours a[data-id='application:ggk']").len(),
        1
    );
}

/// Two links: of one it is known what it carries, of the other it isn't.
const DATA: &str = "[data.bsn]\nname = 'BSN'\nclass = 'national-id'\n\
                    [data.weer]\nname = 'Weer'\nclass = 'non-personal'\n\
                    [application.brp]\nname = 'BRP'\ndomain = 'Burgerzaken'\nsource_of = 'bsn'\n\
                    [[link]]\nfrom = 'brp'\nto = 'csam'\ndata = 'bsn'\nsecure = false\nprotocol = 'ftp'\n\
                    [[link]]\nfrom = 'csam'\nto = 'brp'\n";

#[test]
fn filters_say_what_they_leave_out_and_what_may_belong_to_it() {
    let desk = Desk::with(format!("{SMALLEST}{DATA}"));
    let server = Server::of(&desk);
    let rows = |path: &str| server.texts(path, "#links tbody tr").len();
    assert_eq!((rows("/"), rows("/?q=ftp"), rows("/?q=gegevensknooppunt"), rows("/?q=zzz")), (3, 1, 1, 0));
    assert_eq!(
        (rows("/?domain=Burgerzaken"), rows("/?status=not-secured"), rows("/?status=secured")),
        (2, 1, 1)
    );
    let told = server.texts("/?category=bsn", "#count").concat();
    let may = "1 of 3 links shown; 2 more don't say which data they carry, so it may be among it";
    assert_eq!((rows("/?category=bsn"), told.as_str()), (1, may));
    assert_eq!((rows("/?class=non-personal"), rows("/?class=national-id")), (0, 1));
    assert_eq!(server.texts("/?q=ftp", "#drawing a.node.faded > title"), ["Gemeentelijk Gegevensknooppunt"]);
    assert_eq!(server.texts("/?q=ftp", "#drawing a.chip.faded").len(), 2);
    let shown = server.texts("/?q=unsecured-link", "#findings li code").concat();
    assert!(shown.contains("unsecured-link") && !shown.contains("no-owner"), "{shown}");
}

#[test]
fn data_is_followed_and_a_breach_is_told_from_the_page() {
    let desk = Desk::with(format!("{SMALLEST}{DATA}"));
    let server = Server::of(&desk);
    let trace = "/?trace=bsn&to=csam";
    assert_eq!(server.texts(trace, "#answer"), ["BSN goes from BRP to Csam in one step."]);
    assert_eq!(server.texts(trace, ".way li").len(), 1);
    assert_eq!(server.texts(trace, "#drawing a.chip.touched").len(), 1);
    assert_eq!(server.texts("/?trace=bns", "#answer"), ["There is no `bns`; did you mean `bsn`?"]);
    assert_eq!(server.texts("/?breach=csam", "#answer"), ["Breach of Csam: what now?"]);
    assert!(server.texts("/?breach=csam", "#panel li").concat().contains("BSN"));
    let picture = server.get("/answer.svg?trace=bsn");
    assert!(picture.head.contains("content-type: image/svg+xml"), "{}", picture.head);
    assert!(roxmltree::Document::parse(&picture.body).is_ok());
}

#[test]
fn a_breach_has_the_deadline_that_the_command_gives_and_the_law_of_that_day() {
    let desk = Desk::with(format!("{SMALLEST}{DATA}"));
    let server = Server::of(&desk);
    assert!(server.texts("/?breach=csam", "#moment label").concat().contains("Dutch time"));
    let told = server.texts("/?breach=csam", ".card li").concat();
    assert!(told.contains("filled in above, it gives the deadline") && !told.contains("--at"), "{told}");

    let deadline = "at the latest Monday 9 November 2026 at 22:10";
    let ran = desk.run(&["breach", "csam", "--lang", "en", "--at", "2026-11-06T22:10"]);
    assert!(ran.out.split_whitespace().collect::<Vec<_>>().join(" ").contains(deadline), "{}", ran.out);
    let told = server.texts("/?breach=csam&at=2026-11-06&time=22:10", ".card li").concat();
    assert!(told.contains(deadline), "{told}");
    let field = server.html("/?breach=csam&at=2026-11-06&time=22:10");
    let value = |name: &str| {
        let selector = Selector::parse(&format!("#moment [name={name}]")).unwrap();
        field.select(&selector).next().unwrap().value().attr("value").unwrap().to_owned()
    };
    assert_eq!((value("at"), value("time")), ("2026-11-06".to_owned(), "22:10".to_owned()));

    // Only the day is known; it is before the GDPR; nobody can tell when it was.
    let told = server.texts("/?breach=csam&at=2026-11-06", ".card li").concat();
    assert!(told.contains("since only the day is given") && !told.contains("--at"), "{told}");
    assert!(server.texts("/?breach=csam&at=2017-03-01", ".card li").concat().contains("Wbp art. 34a"));
    assert!(server.texts("/?breach=csam&time=22:10", "#answer").concat().contains("give the day"));
    let told = server.texts("/?breach=gemeentelijk%20gegevensknooppunt", "#answer").concat();
    assert!(told.contains("did you mean `ggk`?"), "{told}");
}

#[test]
fn a_drawing_that_takes_too_long_keeps_nobody_from_the_rest_of_the_page() {
    let view = "[view.alles]\ntitle = \"Alles\"\n";
    let desk = Desk::with(format!("{SMALLEST}{view}"));
    let server = Server::with(&desk, &["--time-limit", "3"]);
    let at = "/?view=alles";
    assert_eq!(server.texts(at, "#drawing svg a.node").len(), 2);

    desk.put("landscape/a.toml", crowd(60, 3_000));
    let meanwhile = loop {
        let html = server.html(at);
        if texts(&html, "#links caption").concat().contains("3,000 of 3,000") {
            break html;
        }
    };
    assert!(texts(&meanwhile, "#drawing .making").concat().contains("a new one is being made"));
    assert_eq!(texts(&meanwhile, "#drawing svg a.node").len(), 2, "the old drawing stays");
    assert!(!texts(&meanwhile, "#findings details").is_empty());
    assert_eq!(texts(&server.html("/?view=alles&q=zzz"), "#links tbody tr").len(), 0);

    // Whoever looks hears that there will be none, with advice; the old one is still there.
    let told = server.until(at, "#drawing .stale", "no newer one");
    assert!(told.contains("longer than 3 seconds") && told.contains("`[view.*]` for each domain"), "{told}");
    assert_eq!(server.texts(at, "#drawing svg a.node").len(), 2);
    desk.put("landscape/a.toml", format!("{SMALLEST}{view}[application.nieuw]\nname = 'Nieuw'\n"));
    server.until(at, "#drawing svg a.node > title", "Nieuw");
    assert_eq!(server.texts(at, "#drawing .stale"), [""; 0]);
}

#[test]
fn a_view_that_was_never_drawn_says_why_and_whoever_looks_hears_when_it_is_known() {
    let desk = Desk::with(crowd(60, 3_000));
    let server = Server::with(&desk, &["--time-limit", "3"]);
    let first = server.html("/?view=alles");
    assert!(texts(&first, "#drawing .making").concat().contains("will come here by itself"));
    assert_eq!(texts(&first, "head noscript").len(), 1, "without a script it asks again by itself");
    let mut news = server.news();
    while next_version(&mut news) < 2 {}
    let told = server.texts("/?view=alles", "#drawing").concat();
    assert!(told.contains("Laying out took longer than 3 seconds"), "{told}");
}

#[test]
fn a_save_is_told_and_a_broken_file_leaves_the_last_drawing_with_the_findings_of_now() {
    let desk = Desk::with(SMALLEST);
    let server = Server::of(&desk);
    let mut news = server.news();
    assert_eq!(next_version(&mut news), 1);

    // As many editors save: another file takes the place of this one.
    desk.put("landscape/.a.toml.swp", SMALLEST.replace("Csam", "Nieuw"));
    std::fs::rename(desk.path("landscape/.a.toml.swp"), desk.path("landscape/a.toml")).unwrap();
    let version = next_version(&mut news);
    assert!(version > 1);
    assert_eq!(server.texts("/", "#drawing svg a.node > title")[0], "Nieuw");

    desk.put("landscape/sub/b.toml", "[application.erbij]\nname = 'Erbij'\n[application.nog\n");
    assert!(next_version(&mut news) > version);
    let stale = server.until("/", "#drawing .stale", "Drawing of");
    assert!(stale.contains("not everything in the files can be read now"), "{stale}");
    assert_eq!(server.texts("/", "#drawing svg a.node > title"), ["Nieuw", "Gemeentelijk Gegevensknooppunt"]);
    assert!(server.texts("/", "#findings code").concat().contains("invalid-toml"));
    let answer = server.texts("/?breach=csam", "#answer").concat();
    assert!(answer.contains("isn't answered"), "{answer}");

    std::fs::remove_dir_all(desk.path("landscape")).unwrap();
    server.until("/", "#status", "can't be read now");
    assert_eq!(server.texts("/", "#drawing svg a.node > title").len(), 2, "the last drawing stays");

    desk.put("landscape/c.toml", SMALLEST);
    server.until("/", "#status", "Read at");
    assert_eq!(server.texts("/", "#drawing .stale"), [""; 0]);
}

#[test]
fn what_is_broken_from_the_start_is_told_without_a_drawing() {
    let desk = Desk::with("[landscape]\nname = 'X'\n[application.a\n");
    let server = Server::of(&desk);
    assert!(server.texts("/", "#drawing").concat().contains("no drawing yet"));
    assert!(server.texts("/", "#findings code").concat().contains("invalid-toml"));
}

#[test]
fn only_its_own_page_on_this_machine_is_answered() {
    let desk = Desk::with(SMALLEST);
    let server = Server::of(&desk);
    let port = server.port;
    let host = format!("Host: 127.0.0.1:{port}\r\n");
    let refused = [
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: localhost:{}\r\n", port ^ 1),
        "Host: localhost\r\n".to_owned(),
        format!("{host}Host: evil.example\r\n"),
        format!("{host}Origin: https://evil.example\r\n"),
        format!("{host}Origin: null\r\n"),
        format!("{host}Origin: http://localhost:{}\r\n", port ^ 1),
    ];
    for headers in refused {
        for path in ["/", "/events", "/page.js", "/nergens"] {
            let answer = server.asked("GET", path, &headers);
            assert!(matches!(answer.status, 400 | 403), "{headers}{path}: {}", answer.head);
            assert!(!answer.body.contains("Csam"), "{headers}");
        }
    }
    for host in ["127.0.0.1", "localhost", "[::1]"] {
        let same = format!("Host: {host}:{port}\r\nOrigin: http://{host}:{port}\r\n");
        assert_eq!(server.asked("GET", "/", &same).status, 200, "{same}");
    }
    // A full address in the request line, as to a proxy.
    let proxied =
        server.raw(&format!("GET http://evil.example/ HTTP/1.1\r\n{host}Connection: close\r\n\r\n"));
    assert_eq!(proxied.status, 403);
}

#[test]
fn nothing_is_served_by_path_and_nothing_can_be_sent() {
    let desk = Desk::with(SMALLEST);
    let server = Server::of(&desk);
    let host = format!("Host: localhost:{}\r\n", server.port);
    for path in [
        "/landscape/a.toml",
        "/a.toml",
        "/../Cargo.toml",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/.git/config",
    ] {
        let answer = server.asked("GET", path, &host);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.body.is_empty(), "{path}: {}", answer.body);
    }
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"] {
        assert_eq!(server.asked(method, "/", &host).status, 405, "{method}");
    }
    let head = server.asked("HEAD", "/", &host);
    assert_eq!((head.status, head.body.as_str()), (200, ""));
}

#[test]
fn every_answer_keeps_the_browser_strict() {
    let desk = Desk::with(SMALLEST);
    let server = Server::of(&desk);
    for path in ["/", "/page.js", "/page.css", "/icon.svg", "/answer.svg?breach=csam", "/nergens"] {
        let head = server.get(path).head;
        let policy = head.lines().find_map(|line| line.strip_prefix("content-security-policy: ")).unwrap();
        let parts: Vec<&str> = policy.split(';').map(str::trim).collect();
        for part in [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(parts.contains(&part), "{path}: {part} in {policy}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{policy}");
        for line in
            ["x-content-type-options: nosniff", "cache-control: no-store", "referrer-policy: no-referrer"]
        {
            assert!(head.lines().any(|it| it == line), "{path}: {line} in {head}");
        }
    }
}

#[test]
fn text_of_a_landscape_stays_text() {
    let bad = "\"><script>alert(1)</script><img src=x onerror=alert(1)>";
    let landscape = SMALLEST
        .replace(
            "name = \"Csam\"",
            &format!("name = '{bad}'\ndomain = '{bad}'\nowner = '{bad}'\nurl = 'javascript:alert(1)'"),
        )
        .replace("\"https\"", &format!("'{bad}'"));
    let desk = Desk::with(landscape);
    let server = Server::of(&desk);
    for path in [
        "/",
        "/?select=application:csam",
        "/?select=link:csam-%3Eggk",
        "/?breach=csam",
        "/?q=%3Cscript%3E&domain=%22%3E%3Cscript%3E",
    ] {
        let html = Html::parse_document(&server.get(path).body);
        let count = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
        assert_eq!(
            (count("script"), count("img"), count("[onerror], [style], [href^='javascript']")),
            (1, 0, 0),
            "{path}"
        );
    }
}

#[test]
fn a_port_that_is_taken_is_told() {
    let desk = Desk::with(SMALLEST);
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = desk.run(&["serve", "--port", &port, "--lang", "en"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains(&format!("another program answers on port {port}")), "{}", ran.err);
}

#[test]
fn a_folder_that_is_not_there_is_told() {
    let ran = Desk::new([("x.md", "")]).run(&["serve", "nergens", "--port", "0", "--lang", "en"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("there is no file or folder `nergens`"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn it_ends_cleanly_when_it_is_interrupted_while_a_page_is_open() {
    let desk = Desk::with(SMALLEST);
    for signal in ["-INT", "-TERM"] {
        let mut server = Server::of(&desk);
        let mut news = server.news();
        assert_eq!(next_version(&mut news), 1);
        let sent = std::process::Command::new("kill").args([signal, &server.child.id().to_string()]).status();
        assert!(sent.unwrap().success());
        assert_eq!(server.child.wait().unwrap().code(), Some(0), "{signal}");
    }
}

#[test]
fn a_large_landscape_stays_a_small_page() {
    let pair = |n: usize| {
        let (domain, to) = (n % 6, (n * 7 + 1) % 2_000);
        format!(
            "[application.a{n}]\nname = 'A{n}'\ndomain = 'D{domain}'\n\
             [[link]]\nfrom = 'a{n}'\nto = 'a{to}'\npersonal_data = true\n"
        )
    };
    let landscape = format!("[landscape]\nname = 'Groot'\n{}", (0..2_000).map(pair).collect::<String>());
    let desk = Desk::with(landscape);
    let server = Server::of(&desk);
    assert_eq!(server.texts("/", "#links tbody tr").len(), 200);
    let told = server.texts("/", "#links caption").concat();
    assert_eq!(
        told,
        "2,000 of 2,000 links shown; the table has the first 200: search or filter for the others"
    );
    assert!(server.get("/?view=everything").body.len() < 2_000_000);
    assert_eq!(server.texts("/?q=a1999", "#links tbody tr").len(), 2, "what isn't in the table can be found");
}
