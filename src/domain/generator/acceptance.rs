//! A statistical test of how many of a recipe's passwords are acceptable.

/// Tests whether at least half of all passwords are acceptable, as the promised bits assume.
///
/// One accepted draw shows little: if one password in ten is acceptable, it comes once in ten draws, and the password
/// is one of a tenth. So each draw is a bet of half the stake at even odds: the stake becomes 3/2 of itself when the
/// draw is accepted and 1/2 when it is not. If a share p is acceptable, that is p · 3/2 + (1 − p) · 1/2 = p + 1/2 on
/// average. For p ≤ 1/2 the stake does not grow, so it ever reaches 1,000 times its start with a probability of at most
/// 1/1,000 (Ville's inequality). The password is issued only there, so the promise fails less than once in 1,000,
/// whatever the share is.
///
/// It takes 18 draws if all are accepted (1.5¹⁷ = 985, 1.5¹⁸ = 1,478), and one or two more for each rejected one.
#[derive(Debug, Clone, Copy)]
pub(super) struct AcceptanceTest(f64);

impl Default for AcceptanceTest {
    fn default() -> Self {
        Self(1.0)
    }
}

impl AcceptanceTest {
    const PASS: f64 = 1000.0;

    pub(super) fn record(&mut self, accepted: bool) {
        self.0 *= if accepted { 1.5 } else { 0.5 };
    }

    pub(super) fn passed(self) -> bool {
        self.0 >= Self::PASS
    }
}

#[cfg(test)]
mod tests {
    use super::super::DRAWS;
    use super::*;

    /// How likely it is that a password is made where `share` of all are acceptable: every course that the draws can
    /// take, by the number that were refused.
    fn likelihood(share: f64) -> f64 {
        let mut courses = vec![(AcceptanceTest::default(), 1.0)];
        let mut made = 0.0;
        for _ in 0..DRAWS {
            let mut next = vec![(AcceptanceTest::default(), 0.0); courses.len() + 1];
            for (refused, (evidence, likelihood)) in courses.into_iter().enumerate().filter(|(_, (_, l))| *l > 0.0) {
                for (accepted, chance) in [(true, share), (false, 1.0 - share)] {
                    let mut evidence = evidence;
                    evidence.record(accepted);
                    if evidence.passed() {
                        made += likelihood * chance;
                    } else {
                        let course = &mut next[refused + usize::from(!accepted)];
                        *course = (evidence, course.1 + likelihood * chance);
                    }
                }
            }
            courses = next;
        }
        made
    }

    #[test]
    fn a_share_below_half_is_taken_for_more_less_than_once_in_a_thousand() {
        for percent in 0..=50 {
            let likelihood = likelihood(f64::from(percent) / 100.0);
            assert!(likelihood < 0.001, "{percent} %: {likelihood}");
        }
    }

    #[test]
    fn rules_that_turn_few_away_leave_a_password() {
        for (percent, least) in [(75, 0.99), (80, 0.9999), (90, 0.999_999), (100, 1.0)] {
            let likelihood = likelihood(f64::from(percent) / 100.0);
            assert!(likelihood >= least, "{percent} %: {likelihood}");
        }
    }
}
