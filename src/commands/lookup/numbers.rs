//! `lookup --numbers`: everyone whom a code cannot reach, and numbers that several have.

use crate::commands::Failure;
use crate::domain::number_survey::SurveyedNumbers;
use crate::ports::SurveyNumbers;

/// The report for the administrator of the registered numbers.
#[derive(Debug)]
pub struct NumberReport(pub SurveyedNumbers);

/// Surveys the accounts below `under` or the search base.
///
/// # Errors
/// The directory's.
pub async fn numbers(under: Option<&str>, directory: &impl SurveyNumbers) -> Result<NumberReport, Failure> {
    Ok(NumberReport(directory.survey_numbers(under).await?))
}
