//! 工作台: the workbench, a page on this machine. A caller of the library, like the command line.
//!
//! ```text
//!  browser ─guard─▶ api ─▶ desk (what was read) ─▶ library ─▶ JSON
//!          (loopback, token, own origin)   nothing is written unless asked
//! ```

mod answer;
mod api;
mod asked;
mod desk;
mod file;
mod guard;
mod judged;
mod page;
mod serve;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;

use tokio::net::TcpListener;
use tokio::runtime::Builder;

pub use desk::{Desk, Given};
pub use guard::Token;
pub use page::is_there as has_page;

/// Deep scripts in a debug build need more than a thread's usual stack.
const STACK: usize = 16 * 1024 * 1024;
/// Engine calls at the same time; more wait.
const AT_ONCE: usize = 32;

/// A workbench that has its port and waits to be opened.
pub struct Workbench {
    runtime: tokio::runtime::Runtime,
    listener: TcpListener,
    address: SocketAddr,
    token: Token,
}

impl Workbench {
    /// Takes a port of this machine, which nobody else can reach; 0 takes any that is free.
    ///
    /// # Errors
    /// The port is taken, or the system gives no random token.
    pub fn new(port: u16) -> io::Result<Workbench> {
        // A pool that is there already stays as it is.
        let pool = rayon::ThreadPoolBuilder::new().stack_size(STACK);
        let _ = pool.build_global();
        let runtime = Builder::new_multi_thread()
            .enable_io()
            .enable_time()
            .thread_stack_size(STACK)
            .max_blocking_threads(AT_ONCE)
            .build()?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let listener = runtime.block_on(async { serve::listen(address) })?;
        Ok(Workbench {
            address: listener.local_addr()?,
            token: Token::new()?,
            runtime,
            listener,
        })
    }

    /// The link that opens it. Whoever has it may use the workbench.
    pub fn link(&self) -> String {
        format!("http://{}/open/{}", self.address, self.token.text())
    }

    /// Answers until the user ends it.
    ///
    /// # Errors
    /// The system tells nothing of Ctrl+C.
    pub fn run(self, desk: Desk) -> io::Result<()> {
        let desk = Arc::new(desk);
        let router = guard::guarded(api::router(desk), self.token, self.address);
        let ended = self.runtime.block_on(serve::serve(self.listener, router));
        // What is being worked out has nobody left to hear it.
        self.runtime.shutdown_background();
        ended
    }
}
