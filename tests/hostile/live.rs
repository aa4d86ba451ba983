//! The live page of a hostile landscape, and of a folder that changes while it is read.

use std::{fs, thread};

use crate::{
    common::{Desk, SMALLEST},
    names::{NAMES, broken, whole},
    readers::{Form, read},
    server::Server,
};

/// How an address writes a text.
fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// The page runs nothing but its own script, and has no picture or link that a name made.
fn is_ours(server: &Server, path: &str) {
    let answer = server.get(path);
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    assert!(answer.head.contains("content-security-policy: default-src 'none'"), "{}", answer.head);
    read(Form::Page(1), answer.body.as_bytes()).unwrap_or_else(|wrong| panic!("{path}: {wrong}"));
}

#[test]
fn a_name_is_only_a_name_on_the_live_page() {
    // Eight at a time, since a page is one picture.
    for names in NAMES.chunks(8) {
        let desk = Desk::with(whole(names));
        let server = Server::of(&desk);
        for path in ["/", "/?select=link:een0", "/?select=application:a1", "/?select=party:p2", "/?view=v3"] {
            is_ours(&server, path);
        }
        for question in ["?breach=a1", "?trace=d0", "?trace=d0&to=b0"] {
            is_ours(&server, &format!("/{question}"));
            let picture = server.get(&format!("/answer.svg{question}"));
            assert_eq!(picture.status, 200, "{}", picture.body);
            read(Form::AnySvg, picture.body.as_bytes()).unwrap_or_else(|wrong| panic!("{question}: {wrong}"));
        }
    }
}

#[test]
fn nor_does_it_become_more_on_its_way_through_an_address() {
    let desk = Desk::with(SMALLEST);
    let server = Server::of(&desk);
    for name in NAMES {
        let name = encoded(name);
        for key in ["select", "view", "q", "domain", "category", "class", "status", "trace", "breach"] {
            is_ours(&server, &format!("/?{key}={name}"));
        }
        let picture = server.get(&format!("/answer.svg?trace={name}"));
        assert_eq!(picture.status, 404);
        assert!(picture.head.contains("content-type: text/plain"), "{}", picture.head);
    }
}

#[test]
fn what_can_hardly_be_read_is_told_all_the_same() {
    let text: String = NAMES.iter().map(|name| broken(name)).collect();
    let server_desk = Desk::with(text);
    let server = Server::of(&server_desk);
    is_ours(&server, "/");
    assert!(server.texts("/", "#drawing").concat().contains("no drawing yet"));
}

#[test]
fn files_that_change_all_the_time_leave_a_page_that_answers() {
    let desk = Desk::with(SMALLEST);
    let server = Server::of(&desk);
    let news = server.news();
    thread::scope(|scope| {
        let busy = scope.spawn(|| {
            for round in 0..150 {
                let half = SMALLEST.len() * (round % 7) / 7;
                // Written in place, so that whoever reads meanwhile may see half of it.
                fs::write(desk.path("landscape/a.toml"), &SMALLEST[..half]).unwrap();
                fs::create_dir_all(desk.path("landscape/sub")).unwrap();
                fs::write(desk.path(&format!("landscape/sub/{}.toml", round % 5)), "[application.x]\n")
                    .unwrap();
                if round % 10 == 0 {
                    fs::remove_dir_all(desk.path("landscape/sub")).unwrap();
                }
            }
        });
        while !busy.is_finished() {
            assert_eq!(server.get("/").status, 200);
        }
    });
    drop(news);
    fs::remove_dir_all(desk.path("landscape")).unwrap();
    desk.put("landscape/a.toml", SMALLEST.replace("Csam", "Eindelijk"));
    server.until("/", "#drawing svg a.node > title", "Eindelijk");
}
