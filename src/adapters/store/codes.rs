//! Codes in SQL. Every decision that another process could spoil is one transaction that also keeps the store's time.
//!
//! The queries go by the clock, which is never ahead of the store's time, so they find at least what counts.
//! [`decisions`](super::decisions) go by the store's time.

use jiff::Timestamp;

use super::Store;
use super::decisions::{Facts, NewestCode};
use super::session::{Decision, SqlRow, Statement, Unexpected, first};
use crate::domain::account::AccountId;
use crate::domain::audit::{AuditRecord, IncompleteResets, last_unlock};
use crate::domain::code::{CodeBinding, KeyedHash};
use crate::domain::limits::{CodeLimits, MonotonicTime, RecentActivity};
use crate::ports::{
    AccountHistory, CodeAttempt, Codes, IssueAnswer, Records, StoreError, UnexpiredCode, VerificationState,
};

/// How many of the newest records are searched for an account's: more than a day's, and read in some milliseconds.
const DAYS_RECORDS: u32 = 20_000;

impl Codes for Store {
    async fn issue(
        &self,
        bond: &CodeBinding<'_>,
        code_hash: KeyedHash,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<IssueAnswer, StoreError> {
        let (account, number) = (bond.account.bytes(), bond.number.bytes());
        let since = CodeLimits::day_since(now);
        let to_account = "SELECT issued_at FROM code WHERE account = $1 AND issued_at > $2 AND state <> 'withdrawn'";
        let to_number = "SELECT issued_at FROM code WHERE number = $1 AND issued_at > $2 AND state <> 'withdrawn'";
        let queries = [
            clock(),
            wrong_codes(bond.account, limits, now),
            Statement::new(to_account, [account.into(), since.into()]),
            Statement::new(to_number, [number.into(), since.into()]),
            Statement::new("SELECT coalesce(max(id), 0) + 1 FROM code", []),
        ];
        let decide = |[clock, wrong, to_account, to_number, next]: [Vec<SqlRow>; 5]| -> Decision<_> {
            let facts = facts(&clock, &wrong, limits, now)?;
            let mut writes = vec![tick(facts.time)];
            let expires = match facts.may_issue(&moments(&to_account)?, &moments(&to_number)?) {
                Ok(expires) => expires,
                Err(answer) => return Ok((writes, answer)),
            };
            let id = first(&next)?.int(0)?;
            writes.push(Statement::new(
                "UPDATE code SET state = 'replaced' WHERE account = $1 AND operator = $2 AND state = 'live'",
                [account.into(), bond.operator.into()],
            ));
            writes.push(Statement::new(
                "INSERT INTO code (id, operator, account, number, seal, issued_at, expires_at, tries_left, state)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'live')",
                [
                    id.into(),
                    bond.operator.into(),
                    account.into(),
                    number.into(),
                    code_hash.bytes().into(),
                    facts.time.monotonic().into(),
                    expires.into(),
                    limits.attempts.into(),
                ],
            ));
            Ok((writes, IssueAnswer::Code { id, expires: facts.by_the_clock(expires) }))
        };
        self.session.write(queries, decide).await
    }

    async fn withdraw(&self, code: i64) -> Result<(), StoreError> {
        let withdraw = "UPDATE code SET state = 'withdrawn' WHERE id = $1 AND state = 'live'";
        // Only the newest of those that did leave, and only if it was this one that ended it.
        let revive = "UPDATE code SET state = 'live' WHERE state = 'replaced' AND id = (
                          SELECT max(earlier.id) FROM code AS earlier JOIN code AS this ON this.id = $1
                          WHERE this.state = 'withdrawn' AND earlier.id < this.id AND earlier.state <> 'withdrawn'
                          AND earlier.operator = this.operator AND earlier.account = this.account)";
        let writes = || [withdraw, revive].map(|sql| Statement::new(sql, [code.into()])).to_vec();
        self.session.write([], |[]: [Vec<SqlRow>; 0]| Ok((writes(), ()))).await
    }

    async fn begin_attempt(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<CodeAttempt, StoreError> {
        let account = bond.account.bytes();
        let newest = "SELECT id, number, seal, expires_at, tries_left, state FROM code
                      WHERE operator = $1 AND account = $2 AND state <> 'withdrawn' ORDER BY id DESC LIMIT 1";
        let queries = [
            clock(),
            wrong_codes(bond.account, limits, now),
            Statement::new(newest, [bond.operator.into(), account.into()]),
            Statement::new("SELECT coalesce(max(id), 0) + 1 FROM attempt", []),
        ];
        let decide = |[clock, wrong, newest, next]: [Vec<SqlRow>; 4]| -> Decision<_> {
            let facts = facts(&clock, &wrong, limits, now)?;
            let mut writes = vec![tick(facts.time)];
            let newest = newest.first().map(newest_code).transpose()?;
            let allowed = match facts.may_try(newest.as_ref(), bond.number) {
                Ok(allowed) => allowed,
                Err(answer) => return Ok((writes, answer)),
            };
            let id = first(&next)?.int(0)?;
            writes.push(Statement::new(
                "UPDATE code SET tries_left = $2 WHERE id = $1",
                [allowed.code.into(), allowed.tries_left.into()],
            ));
            writes.push(Statement::new(
                "INSERT INTO attempt (id, code, account, at, state) VALUES ($1, $2, $3, $4, 'wrong')",
                [id.into(), allowed.code.into(), account.into(), facts.time.monotonic().into()],
            ));
            Ok((
                writes,
                CodeAttempt::Try { id, code_hash: allowed.code_hash, left: allowed.left, closes: allowed.closes },
            ))
        };
        self.session.write(queries, decide).await
    }

    async fn newest_number(&self, operator: &str, account: AccountId) -> Result<Option<KeyedHash>, StoreError> {
        // The row that `begin_attempt` tries.
        let sql = "SELECT number FROM code
                   WHERE operator = $1 AND account = $2 AND state <> 'withdrawn' ORDER BY id DESC LIMIT 1";
        let decode = |[rows]: [Vec<SqlRow>; 1]| rows.first().map(|row| mark(row, 0)).transpose();
        self.session.read([Statement::new(sql, [operator.into(), account.bytes().into()])], decode).await
    }

    async fn sent(&self, operator: &str, now: Timestamp) -> Result<Vec<UnexpiredCode>, StoreError> {
        let sql = "SELECT expires_at, account, number, seal, state, tries_left, issued_at FROM code
                   WHERE operator = $1 AND state IN ('live', 'replaced') AND expires_at > $2 ORDER BY id";
        let decode = |[clock, rows]: [Vec<SqlRow>; 2]| {
            let time = time(&clock, now)?;
            let mut sent = Vec::new();
            for row in rows {
                if row.time(0)? > time.monotonic() {
                    let (expires, issued) = (row.time(0)?, row.time(6)?);
                    sent.push(UnexpiredCode {
                        account: AccountId::from_bytes(row.array(1)?),
                        number: mark(&row, 2)?,
                        code_hash: mark(&row, 3)?,
                        live: row.text(4)? == "live" && row.int(5)? > 0,
                        at: time.wall_time(issued, now),
                        expires: time.wall_time(expires, now),
                    });
                }
            }
            Ok(sent)
        };
        self.session.read([clock(), Statement::new(sql, [operator.into(), now.into()])], decode).await
    }

    async fn consume(&self, attempt: i64, now: Timestamp) -> Result<bool, StoreError> {
        let live = "SELECT code.id FROM attempt JOIN code ON code.id = attempt.code
                    WHERE attempt.id = $1 AND code.state = 'live'";
        let decide = |[clock, live]: [Vec<SqlRow>; 2]| -> Decision<_> {
            let time = time(&clock, now)?;
            let right = "UPDATE attempt SET state = 'right' WHERE id = $1";
            let mut writes = vec![tick(time), Statement::new(right, [attempt.into()])];
            let Some(code) = live.first() else { return Ok((writes, false)) };
            let used = "UPDATE code SET state = 'used', used_at = $2 WHERE id = $1";
            writes.push(Statement::new(used, [code.int(0)?.into(), time.monotonic().into()]));
            Ok((writes, true))
        };
        self.session.write([clock(), Statement::new(live, [attempt.into()])], decide).await
    }

    async fn verification_state(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<VerificationState, StoreError> {
        let used = "SELECT max(used_at) FROM code
                    WHERE operator = $1 AND account = $2 AND number = $3 AND state = 'used'";
        let bound_to = [bond.operator.into(), bond.account.bytes().into(), bond.number.bytes().into()];
        let queries = [clock(), wrong_codes(bond.account, limits, now), Statement::new(used, bound_to)];
        let decide = |[clock, wrong, used]: [Vec<SqlRow>; 3]| -> Decision<_> {
            let facts = facts(&clock, &wrong, limits, now)?;
            let used = first(&used)?;
            let used = if used.is_null(0) { None } else { Some(used.time(0)?) };
            Ok((vec![tick(facts.time)], facts.verification_state(used)))
        };
        self.session.write(queries, decide).await
    }

    async fn end_verification(&self, operator: &str, account: AccountId) -> Result<(), StoreError> {
        // Without its time the code verifies nobody, and it stays used.
        let sql = "UPDATE code SET used_at = NULL WHERE operator = $1 AND account = $2 AND state = 'used'";
        let end = || Statement::new(sql, [operator.into(), account.bytes().into()]);
        self.session.write([], |[]: [Vec<SqlRow>; 0]| Ok((vec![end()], ()))).await
    }

    async fn reopen(&self, account: AccountId) -> Result<(), StoreError> {
        let sql = "UPDATE attempt SET state = 'forgiven' WHERE account = $1 AND state = 'wrong'";
        let forgive = || Statement::new(sql, [account.bytes().into()]);
        self.session.write([], |[]: [Vec<SqlRow>; 0]| Ok((vec![forgive()], ()))).await
    }
}

impl AccountHistory for Store {
    async fn recent_activity(
        &self,
        account: AccountId,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<RecentActivity, StoreError> {
        // The trail's moments are the clock's.
        let resets = "SELECT at FROM recent_reset WHERE account = $1 AND at > $2";
        let since = [account.to_string().as_str().into(), CodeLimits::day_since(now).into()];
        // The trail is not indexed by account. A day's records are among the newest, at most desks by far.
        // Older resets are found by the table that follows from it.
        let records = "SELECT id, record FROM audit WHERE id > (SELECT coalesce(max(id), 0) FROM audit) - $1
                       AND record LIKE $2
                       UNION SELECT id, record FROM audit WHERE id IN (SELECT id FROM recent_reset WHERE account = $3)
                       ORDER BY id DESC";
        let (of_account, account_id) = (format!("%\"account_id\":\"{account}\"%"), account.to_string());
        let values = [DAYS_RECORDS.into(), of_account.as_str().into(), account_id.as_str().into()];
        let records = Statement::new(records, values);
        let queries = [clock(), wrong_codes(account, limits, now), Statement::new(resets, since), records];
        let decode = |[clock, wrong, resets, records]: [Vec<SqlRow>; 4]| {
            let record = |row: &SqlRow| Some((row.int(0).ok()?, serde_json::from_str(row.text(1).ok()?).ok()?));
            let records: Vec<(i64, AuditRecord)> = records.iter().filter_map(record).collect();
            let unlocked = last_unlock(&records).filter(|at| *at > CodeLimits::day_since(now));
            let recent = facts(&clock, &wrong, limits, now)?.recent_activity(resets.len());
            Ok(RecentActivity { unlocked, incomplete: IncompleteResets::of(&records), ..recent })
        };
        self.session.read(queries, decode).await
    }

    async fn unfinished(&self, account: AccountId) -> Result<Option<AuditRecord>, StoreError> {
        Ok(self.unanswered(Some(&account.to_string())).await?.pop().map(|(_, record)| record))
    }
}

/// The store's time, as it was last.
fn clock() -> Statement {
    Statement::new("SELECT desk, wall FROM clock", [])
}

/// When the account got a wrong code, for as long as that matters.
fn wrong_codes(account: AccountId, limits: &CodeLimits, now: Timestamp) -> Statement {
    let sql = "SELECT at FROM attempt WHERE account = $1 AND at > $2 AND state = 'wrong'";
    Statement::new(sql, [account.bytes().into(), limits.wrong_codes_since(now).into()])
}

fn facts<'a>(
    clock: &[SqlRow],
    wrong: &[SqlRow],
    limits: &'a CodeLimits,
    now: Timestamp,
) -> Result<Facts<'a>, Unexpected> {
    Ok(Facts { limits, time: time(clock, now)?, now, wrong: moments(wrong)? })
}

/// The store's time when the clock says `now`.
fn time(clock: &[SqlRow], now: Timestamp) -> Result<MonotonicTime, Unexpected> {
    let row = first(clock)?;
    Ok(MonotonicTime::new(row.time(0)?, row.time(1)?).at(now))
}

/// What keeps the store's time, which never goes back.
fn tick(time: MonotonicTime) -> Statement {
    Statement::new("UPDATE clock SET desk = $1, wall = $2", [time.monotonic().into(), time.wall().into()])
}

fn moments(rows: &[SqlRow]) -> Result<Vec<Timestamp>, Unexpected> {
    rows.iter().map(|row| row.time(0)).collect()
}

fn newest_code(row: &SqlRow) -> Result<NewestCode, Unexpected> {
    Ok(NewestCode {
        id: row.int(0)?,
        number: mark(row, 1)?,
        code_hash: mark(row, 2)?,
        expires: row.time(3)?,
        tries_left: row.int(4)?,
        is_live: row.text(5)? == "live",
    })
}

fn mark(row: &SqlRow, column: usize) -> Result<KeyedHash, Unexpected> {
    row.array(column).map(KeyedHash::from_bytes)
}
