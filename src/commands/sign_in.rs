//! Records the operator's sign-in to the directory in the audit log. Never the password.

use crate::domain::audit::{Act, Action, Step};
use crate::ports::{AuditTrail, Conclusion, DirectoryError, Records, StoreError};

/// Records a sign-in that succeeded or was refused. An unreachable directory is not recorded.
pub async fn record<R: Records>(
    result: Result<String, &DirectoryError>,
    trail: &AuditTrail<'_, R>,
) -> Result<(), StoreError> {
    let conclusion = match result {
        Ok(server) => Conclusion { step: Step::Done, reason: None, server: Some(server) },
        Err(DirectoryError::SignIn { server, refusal, .. }) => {
            Conclusion { step: Step::Refused, reason: Some(refusal.name().to_owned()), server: Some(server.clone()) }
        }
        Err(_) => return Ok(()),
    };
    let act = Act::new(Action::SignIn, String::new(), trail.who().directory.clone());
    trail.note(act, conclusion).await
}
