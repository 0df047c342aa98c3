//! Every command at a desk in this process: a scripted operator, a clock that stands still, the
//! practice directory, and a transcript of output, prompts, messages, changes and records.

mod assist;
mod audit;
mod breached;
mod bulk;
mod check_policy;
mod codes;
mod configuration;
mod delivery;
mod doctor;
mod domain;
mod each_server;
mod enforced;
mod everywhere;
mod fixture;
mod forwarding;
mod gateways;
mod genuine;
mod keyring;
mod limits;
mod log;
mod lookup;
mod machine_output;
mod many;
mod meant;
mod operator;
mod panics;
mod refusals;
mod request;
mod reset;
mod send_code;
mod servers;
mod trail;
mod unlock;
mod warnings;
mod watch;
