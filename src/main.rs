//! Runs the program with the real environment and returns its exit code.

use std::process::ExitCode;

use servicedesk::adapters::system::without_core_dumps;
use servicedesk::exit::Exit;
use servicedesk::run::{World, run};
use servicedesk::ui::{Console, Terminal, told_to_end};

fn main() -> ExitCode {
    without_core_dumps();
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            Terminal::default().err(&format!("servicedesk: {error}"));
            return Exit::Internal.into();
        }
    };
    let ctrl_c = async || {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler, Ctrl-C ends the process directly.
            std::future::pending::<()>().await;
        }
    };
    // A second Ctrl-C aborts what the first one let finish. Signals do not: closing a terminal may send one twice.
    let mut asked = false;
    let interrupted = async || {
        tokio::select! {
            () = ctrl_c() => {}
            () = told_to_end(), if !asked => {}
        }
        asked = true;
    };
    let exit = runtime.block_on(run(&World::of_this_process(), interrupted));
    // A DNS look-up that never returns must not delay the exit.
    runtime.shutdown_background();
    exit.into()
}
