//! The live page: the landscape as it is on disk now, in a browser on the same machine.
//!
//! The only asynchronous code. It answers on loopback, to this machine's own browser (`guard`), and gives out
//! nothing but what it makes itself: no file is served by its path. A thread of its own follows the files
//! (`follow`), what they hold is judged there too, and the page hears that there is a new version. Drawings are made
//! apart as well (`easel`): what takes long keeps nobody from the rest of the page.

mod answers;
mod ask;
mod change;
mod choice;
mod easel;
mod facts;
mod filter;
mod findings;
mod follow;
mod guard;
mod links;
mod live;
mod page;
mod picture;
mod quote;
mod routes;
mod style;
mod version;
mod words;

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
    sync::Arc,
};

use camino::Utf8PathBuf;
use tokio::sync::Notify;

use self::live::Live;
use crate::{analysis::Options, load::files::ReadError, say, text::Lang, view::Engine};

/// What to serve, and what the page may not find out by itself: how to judge, and what time it is.
pub struct Landscape {
    /// The folder or file.
    pub path: Utf8PathBuf,
    /// The folder that paths are shown relative to.
    pub here: Utf8PathBuf,
    /// How to judge now: days go by.
    pub options: Box<dyn Fn() -> Options + Send + Sync>,
    /// How pictures are laid out. Within this program itself the page can't stop one that takes too long.
    pub engine: Engine,
    /// The time of the day, to tell how old a drawing is: `12:03:45`.
    pub clock: fn() -> String,
}

/// Why there is no page.
#[derive(Debug)]
pub enum ServeError {
    /// The landscape can't be read to begin with.
    Read(ReadError),
    /// Another program answers on this port.
    Taken(u16),
    /// It can't answer on this port.
    Port(u16, io::Error),
    /// The machine refuses what a server needs.
    Machine(io::Error),
}

impl ServeError {
    /// What to tell, in one sentence and a hint.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Self::Read(error) => error.message(lang),
            Self::Taken(port) => say!(
                lang,
                en: "another program answers on port {port}; choose another with `--port`, or `--port 0` for any that is free",
                nl: "op poort {port} antwoordt al een ander programma; kies een andere met `--port`, of `--port 0` voor een die vrij is",
            ),
            Self::Port(port, error) => say!(
                lang,
                en: "port {port} can't be used: {error}",
                nl: "poort {port} is niet te gebruiken: {error}",
            ),
            Self::Machine(error) => say!(
                lang,
                en: "the page can't be served: {error}",
                nl: "de pagina is niet te tonen: {error}",
            ),
        }
    }
}

/// A page that is about to be served.
pub struct Served {
    listeners: Vec<TcpListener>,
    live: Arc<Live>,
}

/// Reads the landscape and takes the port; 0: any that is free.
///
/// # Errors
/// When there is no landscape to read, or the port can't be had.
pub fn open(landscape: Landscape, port: u16) -> Result<Served, ServeError> {
    let live = Live::new(landscape).map_err(ServeError::Read)?;
    let listeners = listen(port)?;
    Ok(Served { listeners, live: Arc::new(live) })
}

impl Served {
    /// The address of the page.
    ///
    /// # Errors
    /// When the machine can't tell.
    pub fn address(&self) -> Result<String, ServeError> {
        let first = self.listeners.first().ok_or_else(|| io::Error::from(io::ErrorKind::NotConnected));
        let address = first.and_then(TcpListener::local_addr).map_err(ServeError::Machine)?;
        Ok(format!("http://{address}/"))
    }

    /// Serves the page until the program is interrupted. `tell` hears how files are followed when that isn't as it
    /// should be.
    ///
    /// # Errors
    /// When the machine refuses what a server needs.
    pub fn run(self, tell: impl Fn(String) + Send + 'static) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .max_blocking_threads(8)
            .build()
            .map_err(ServeError::Machine)?;
        follow::start(Arc::clone(&self.live), tell);
        let done = runtime.block_on(self.answer()).map_err(ServeError::Machine);
        // Browsers keep listening for news; nobody waits for them.
        runtime.shutdown_background();
        done
    }

    async fn answer(self) -> io::Result<()> {
        let port = self.listeners.first().map_or(Ok(0), |it| it.local_addr().map(|it| it.port()))?;
        let routes = routes::routes(self.live, port);
        for listener in self.listeners {
            listener.set_nonblocking(true)?;
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let routes = routes.clone();
            tokio::spawn(async move { axum::serve(listener, routes).await });
        }
        interrupted().await
    }
}

/// Waits until someone wants the program to end.
async fn interrupted() -> io::Result<()> {
    let stop = Arc::new(Notify::new());
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut ended, stop) = (signal(SignalKind::terminate())?, Arc::clone(&stop));
        tokio::spawn(async move {
            ended.recv().await;
            stop.notify_one();
        });
    }
    let told = Arc::clone(&stop);
    tokio::spawn(async move {
        // Where that can't be heard, the operating system ends the program by itself.
        if tokio::signal::ctrl_c().await.is_ok() {
            told.notify_one();
        }
    });
    stop.notified().await;
    Ok(())
}

/// Takes the port on both loopback addresses: a browser may try either for `localhost`, and must not find another
/// program on one of them.
fn listen(port: u16) -> Result<Vec<TcpListener>, ServeError> {
    let refused = |port: u16| {
        move |error: io::Error| match error.kind() {
            io::ErrorKind::AddrInUse => ServeError::Taken(port),
            _ => ServeError::Port(port, error),
        }
    };
    let bind = |ip: IpAddr, port: u16| TcpListener::bind(SocketAddr::new(ip, port));
    // Any free port may be taken on the other address; the next one hardly will be.
    let tries = if port == 0 { 20 } else { 1 };
    let mut last = ServeError::Taken(port);
    for _ in 0..tries {
        let first = bind(Ipv4Addr::LOCALHOST.into(), port).map_err(refused(port))?;
        let port = first.local_addr().map_err(ServeError::Machine)?.port();
        match bind(Ipv6Addr::LOCALHOST.into(), port) {
            Ok(second) => return Ok(vec![first, second]),
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => last = ServeError::Taken(port),
            // A machine without IPv6 finds nobody there.
            Err(_) => return Ok(vec![first]),
        }
    }
    Err(last)
}
