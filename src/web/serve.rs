//! Connections: so many at a time, none of which may keep the others waiting for long.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpSocket};
use tokio::sync::Semaphore;

/// Connections at the same time; more wait for one of these to end.
const MOST_OPEN: usize = 256;
/// Connections that wait; the system drops what is more.
const MOST_WAITING: u32 = 2048;
/// How long the head of a request may take to come, counted from the answer before it.
const LONGEST_HEAD: Duration = Duration::from_secs(15);
/// The most bytes of a head.
const MOST_HEAD: usize = 64 * 1024;
/// How long is waited after the system has refused a connection, for lack of files or memory.
const PAUSE: Duration = Duration::from_millis(50);

/// Takes a port.
///
/// # Errors
/// It is taken.
pub fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    // A port that was left a moment ago can be taken again; elsewhere this would share one that is in use.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(MOST_WAITING)
}

/// Answers until the user ends it.
///
/// # Errors
/// The system tells nothing of Ctrl+C.
pub async fn serve(listener: TcpListener, router: Router) -> io::Result<()> {
    let room = Arc::new(Semaphore::new(MOST_OPEN));
    let mut end = std::pin::pin!(ended());
    loop {
        let connection = tokio::select! {
            ended = &mut end => return ended,
            connection = accept(&listener, &room) => connection,
        };
        let Some((stream, room)) = connection else {
            tokio::time::sleep(PAUSE).await;
            continue;
        };
        let service = TowerToHyperService::new(router.clone());
        tokio::spawn(async move {
            let connection = http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(LONGEST_HEAD)
                .max_buf_size(MOST_HEAD)
                .serve_connection(TokioIo::new(stream), service);
            // Whoever goes away in the middle needs no answer.
            let _ = connection.await;
            drop(room);
        });
    }
}

async fn accept(
    listener: &TcpListener,
    room: &Arc<Semaphore>,
) -> Option<(tokio::net::TcpStream, tokio::sync::OwnedSemaphorePermit)> {
    let room = Arc::clone(room).acquire_owned().await.ok()?;
    let (stream, _) = listener.accept().await.ok()?;
    Some((stream, room))
}

/// Waits for Ctrl+C, or for the system to end the program.
async fn ended() -> io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            ended = tokio::signal::ctrl_c() => ended,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
