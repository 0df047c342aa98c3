//! The program: the system's process in, an exit code out.

use std::process::ExitCode;

use servicedesk::adapters::system::{secure_resources, survive_full_files, without_core_dumps};
use servicedesk::app::{Process, cannot_run, run, silence_panics};
use servicedesk::exit::Exit;
use servicedesk::ui::{Console, Terminal, termination};

fn main() -> ExitCode {
    without_core_dumps();
    survive_full_files();
    silence_panics();
    // A run reports its own panics; this is for what is around it.
    std::panic::catch_unwind(program).unwrap_or_else(|_| {
        Terminal::default().err("servicedesk: internal error");
        Exit::Internal.into()
    })
}

fn program() -> ExitCode {
    let process = Process::of_this_process();
    let runtime = || Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?);
    let runtime = match secure_resources().and_then(|()| runtime()) {
        Ok(runtime) => runtime,
        Err(fault) => return cannot_run(&process, fault).into(),
    };
    let ctrl_c = async || {
        if tokio::signal::ctrl_c().await.is_err() {
            // Without a handler, Ctrl-C ends the process directly.
            std::future::pending::<()>().await;
        }
    };
    // A second Ctrl-C aborts what the first let finish. A second signal does not: closing a terminal may send two.
    let mut asked = false;
    let interrupted = async || {
        tokio::select! {
            () = ctrl_c() => {}
            () = termination(), if !asked => {}
        }
        asked = true;
    };
    let exit = runtime.block_on(run(&process, interrupted));
    // A DNS lookup that never returns must not delay the exit.
    runtime.shutdown_background();
    exit.into()
}
