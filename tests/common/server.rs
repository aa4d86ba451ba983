//! The program as it serves a page, and a browser that asks it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Stdio},
    time::{Duration, Instant},
};

use scraper::{Html, Selector};

use crate::common::Desk;

/// Long enough for the slowest machine; nothing here waits for it when all is well.
const PATIENCE: Duration = Duration::from_mins(1);

/// The program as it serves a page; it ends with the test.
pub struct Server {
    /// The process.
    pub child: Child,
    /// Where it answers.
    pub port: u16,
}

/// What came back.
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The head, in small letters.
    pub head: String,
    /// What was asked for.
    pub body: String,
}

impl Server {
    /// Serves the landscape on a desk, on any port that is free.
    pub fn of(desk: &Desk) -> Self {
        Self::with(desk, &[])
    }

    /// The same with more flags.
    pub fn with(desk: &Desk, flags: &[&str]) -> Self {
        let arguments = [&["serve", "--port", "0", "--lang", "en"], flags].concat();
        let mut child = desk.command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let (_, rest) =
            line.split_once("http://127.0.0.1:").unwrap_or_else(|| panic!("no address in {line:?}"));
        let port = rest.split('/').next().unwrap().parse().unwrap();
        Self { child, port }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends a request as it is written here, and gives what comes back.
    pub fn raw(&self, request: &str) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no answer: {text:?}"));
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    /// Asks with these headers besides those that every browser sends.
    pub fn asked(&self, method: &str, path: &str, headers: &str) -> Answer {
        self.raw(&format!("{method} {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"))
    }

    /// Asks as the page itself does.
    pub fn get(&self, path: &str) -> Answer {
        self.asked("GET", path, &format!("Host: localhost:{}\r\n", self.port))
    }

    /// The texts of all that a CSS selector finds on the page of an address, once that has its drawing.
    pub fn texts(&self, path: &str, selector: &str) -> Vec<String> {
        let begun = Instant::now();
        loop {
            let html = self.html(path);
            if html.select(&Selector::parse(".making").unwrap()).next().is_none() {
                return texts(&html, selector);
            }
            assert!(begun.elapsed() < PATIENCE, "the drawing was never made");
        }
    }

    /// The page of an address as it is at once.
    pub fn html(&self, path: &str) -> Html {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        Html::parse_document(&answer.body)
    }

    /// Asks until the page says this, or patience ends.
    pub fn until(&self, path: &str, selector: &str, says: &str) -> String {
        let begun = Instant::now();
        loop {
            let texts = self.texts(path, selector).join("\n");
            if texts.contains(says) {
                return texts;
            }
            assert!(begun.elapsed() < PATIENCE, "it never said {says:?}, but {texts:?}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Whoever hears news of versions.
    pub fn news(&self) -> BufReader<TcpStream> {
        let mut stream = self.connect();
        write!(stream, "GET /events HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", self.port).unwrap();
        BufReader::new(stream)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// The texts of all that a CSS selector finds, each on one line.
pub fn texts(html: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).unwrap();
    let line = |words: String| words.split_whitespace().collect::<Vec<_>>().join(" ");
    html.select(&selector).map(|it| line(it.text().collect())).collect()
}
