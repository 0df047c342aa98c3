//! The real world in, an exit code out.

use std::process::ExitCode;

use servicedesk::adapters::system::without_core_dumps;
use servicedesk::exit::Exit;
use servicedesk::run::{World, run};
use servicedesk::ui::{Console, Terminal};

fn main() -> ExitCode {
    without_core_dumps();
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            Terminal::default().err(&format!("servicedesk: {error}"));
            return Exit::Internal.into();
        }
    };
    let interrupted = async || {
        if tokio::signal::ctrl_c().await.is_err() {
            // No handler, so Ctrl-C ends the process itself.
            std::future::pending::<()>().await;
        }
    };
    let exit = runtime.block_on(run(&World::of_this_process(), interrupted));
    // A name look-up that never comes back must not keep the operator waiting once all is said.
    runtime.shutdown_background();
    exit.into()
}
