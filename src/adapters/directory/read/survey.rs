//! The registered numbers of every account, page by page. Of each entry only what the report needs is read and kept.

use super::account::{CONTROL, DISABLED, numbers};
use super::{domain, query};
use crate::adapters::directory::dn::normalized;
use crate::adapters::directory::{Connection, LdapEntry, Result};
use crate::domain::number_survey::{Holder, NumberSurvey, SurveyedNumbers};

/// What is read of each, beside its numbers.
const WANTED: &[&str] = &["sAMAccountName", "displayName", "department", CONTROL];

/// The numbers of every person's account below `under` that is not disabled.
pub(crate) async fn survey_numbers(c: &Connection, under: Option<&str>) -> Result<SurveyedNumbers> {
    let base = match under {
        Some(base) => normalized(base),
        None => domain::base(c).await?,
    };
    let mobile = &c.settings.mobile_attributes;
    let wanted: Vec<&str> = WANTED.iter().copied().chain(mobile.iter().map(String::as_str)).collect();
    let mut survey = NumberSurvey::default();
    c.search_paged(&base, &query::person(""), &wanted, |entry| {
        let is_disabled = entry.number(CONTROL).is_some_and(|control| control & DISABLED != 0);
        if !is_disabled && !entry.is_not_person() {
            survey.add(holder(&entry), &numbers(&entry, mobile));
        }
    })
    .await?;
    Ok(survey.finish())
}

fn holder(entry: &LdapEntry) -> Holder {
    let text = |attribute| entry.text(attribute).map(Box::from);
    Holder {
        account: text("sAMAccountName").unwrap_or_else(|| entry.dn.as_str().into()),
        display_name: text("displayName"),
        department: text("department"),
    }
}
