//! The real process in, an exit code out.

use std::process::ExitCode;

use servicedesk::adapters::system::without_core_dumps;
use servicedesk::app::{Process, run};
use servicedesk::exit::Exit;
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
    let exit = runtime.block_on(run(&Process::of_this_process(), interrupted));
    // A name look-up that never comes back must not keep the operator waiting once all is said.
    runtime.shutdown_background();
    exit.into()
}
