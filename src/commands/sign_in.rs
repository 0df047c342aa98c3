//! That the operator signed in to the directory, or was not let in, in the audit trail. Never the password.

use crate::domain::audit::{Act, Action, Step};
use crate::ports::{AuditTrail, Conclusion, DirectoryError, Records, StoreError};

/// Records a sign-in: done, or refused and why. A directory that was not reached refused nobody.
pub async fn record<R: Records>(
    result: Result<String, &DirectoryError>,
    trail: &AuditTrail<'_, R>,
) -> Result<(), StoreError> {
    let end = match result {
        Ok(server) => Conclusion { step: Step::Done, reason: None, server: Some(server) },
        Err(DirectoryError::SignIn { server, refusal, .. }) => {
            Conclusion { step: Step::Refused, reason: Some(refusal.name().to_owned()), server: Some(server.clone()) }
        }
        Err(_) => return Ok(()),
    };
    let act = Act {
        action: Action::SignIn,
        account_id: String::new(),
        account: trail.who().directory.clone(),
        number: None,
        number_mark: None,
        identified_by: None,
        delivery: None,
        reason: None,
    };
    trail.note(act, end).await
}
