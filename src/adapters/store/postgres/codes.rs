//! Codes in PostgreSQL. What is read in a transaction's first flight is at least what counts, for the desk's time is
//! never behind the clock's; what of it counts, and what the facts mean, `domain::limits` says.

use futures_util::future::{try_join, try_join3, try_join4};
use jiff::Timestamp;
use tokio_postgres::Row;

use super::PostgresStore;
use super::connection::{Connection, Failed, Value, bigint, bytes, text};
use super::transaction::Write;
use crate::domain::account::AccountId;
use crate::domain::code::{CodeBinding, KeyedHash};
use crate::domain::limits::{CodeLimits, MonotonicTime, RateLimited, RecentActivity};
use crate::ports::{AccountHistory, CodeAttempt, Codes, IssueAnswer, SentCode, StoreError, VerificationState};

impl Codes for PostgresStore {
    async fn issue(
        &self,
        bond: &CodeBinding<'_>,
        code_hash: KeyedHash,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<IssueAnswer, StoreError> {
        let (account, number) = (bond.account.bytes(), bond.number.bytes());
        let since = CodeLimits::day_since(now);
        let look = async |connection: &Connection| {
            let to_account = "SELECT issued_at FROM code
                              WHERE account = $1 AND issued_at > $2 AND state <> 'withdrawn'";
            let to_number = "SELECT issued_at FROM code WHERE number = $1 AND issued_at > $2 AND state <> 'withdrawn'";
            try_join4(
                time_and_wrong_codes(connection, bond.account, limits, now),
                moments(connection, to_account, bytes(account), since),
                moments(connection, to_number, bytes(number), since),
                next(connection, "SELECT coalesce(max(id), 0) + 1 FROM code"),
            )
            .await
        };
        self.line
            .writing(look, |((time, wrong), to_account, to_number, id)| {
                let told = |at| time.wall_time(at, now);
                let mut writes = vec![tick(time)];
                if let Some(until) = limits.closed_until(&wrong, time.desk()) {
                    return Ok((writes, IssueAnswer::Closed { until: told(until) }));
                }
                if let Err(RateLimited { limit, again }) = limits.check_send(&to_account, &to_number, time.desk()) {
                    return Ok((writes, IssueAnswer::NotYet(RateLimited { limit, again: told(again) })));
                }
                let expires = limits.expiry(time.desk());
                writes.push(Write {
                    sql: "UPDATE code SET state = 'replaced' WHERE account = $1 AND operator = $2 AND state = 'live'",
                    values: vec![bytes(account), text(bond.operator)],
                });
                writes.push(Write {
                    sql: "INSERT INTO code (id, operator, account, number, seal, issued_at, expires_at, tries_left, state)
                          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'live')",
                    values: vec![
                        bigint(id),
                        text(bond.operator),
                        bytes(account),
                        bytes(number),
                        bytes(code_hash.bytes()),
                        moment(time.desk()),
                        moment(expires),
                        bigint(limits.attempts.into()),
                    ],
                });
                Ok((writes, IssueAnswer::Code { id, expires: told(expires) }))
            })
            .await
    }

    async fn withdraw(&self, code: i64) -> Result<(), StoreError> {
        let write = |sql| Write { sql, values: vec![bigint(code)] };
        let decide = |()| {
            let withdrawn = write("UPDATE code SET state = 'withdrawn' WHERE id = $1 AND state = 'live'");
            // Only the newest of those that did leave, and only if it was this one that ended it.
            let revived = write(
                "UPDATE code SET state = 'live' WHERE state = 'replaced' AND id = (
                     SELECT max(earlier.id) FROM code AS earlier JOIN code AS this ON this.id = $1
                     WHERE earlier.id < this.id AND earlier.state <> 'withdrawn'
                     AND earlier.operator = this.operator AND earlier.account = this.account)",
            );
            Ok((vec![withdrawn, revived], ()))
        };
        self.line.writing(async |_: &Connection| Ok(()), decide).await
    }

    async fn begin_attempt(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<CodeAttempt, StoreError> {
        let account = bond.account.bytes();
        let look = async |connection: &Connection| {
            let newest = "SELECT id, number, seal, expires_at, tries_left, state = 'live' FROM code
                          WHERE operator = $1 AND account = $2 AND state <> 'withdrawn' ORDER BY id DESC LIMIT 1";
            let values = [text(bond.operator), bytes(account)];
            try_join3(
                time_and_wrong_codes(connection, bond.account, limits, now),
                connection.ask(newest, &values),
                next(connection, "SELECT coalesce(max(id), 0) + 1 FROM attempt"),
            )
            .await
        };
        self.line
            .writing(look, |((time, mut wrong), newest, id): (_, Vec<Row>, _)| {
                let told = |at| time.wall_time(at, now);
                let mut writes = vec![tick(time)];
                if let Some(until) = limits.closed_until(&wrong, time.desk()) {
                    return Ok((writes, CodeAttempt::Closed { until: told(until) }));
                }
                let Some(row) = newest.first() else { return Ok((writes, CodeAttempt::NoneSent)) };
                let (code, code_hash, tries) = (row.try_get::<_, i64>(0)?, mark(row, 2)?, row.try_get::<_, i64>(4)?);
                let left = u32::try_from(tries - 1).ok();
                let refused = match left {
                    _ if !row.try_get::<_, bool>(5)? => Some(CodeAttempt::Used),
                    _ if moment_of(row, 3)? <= time.desk() => Some(CodeAttempt::Expired),
                    _ if mark(row, 1)? != bond.number => Some(CodeAttempt::NumberChanged),
                    None => Some(CodeAttempt::NoTriesLeft),
                    Some(_) => None,
                };
                let (Some(left), None) = (left, &refused) else {
                    return Ok((writes, refused.unwrap_or(CodeAttempt::NoTriesLeft)));
                };
                writes.push(Write {
                    sql: "UPDATE code SET tries_left = $2 WHERE id = $1",
                    values: vec![bigint(code), bigint(left.into())],
                });
                writes.push(Write {
                    sql: "INSERT INTO attempt (id, code, account, at, state) VALUES ($1, $2, $3, $4, 'wrong')",
                    values: vec![bigint(id), bigint(code), bytes(account), moment(time.desk())],
                });
                wrong.push(time.desk());
                let closes = limits.closed_until(&wrong, time.desk()).map(told);
                let left = left.min(limits.tries_left(&wrong, time.desk()));
                Ok((writes, CodeAttempt::Try { id, code_hash, left, closes }))
            })
            .await
    }

    async fn sent(&self, operator: &str, now: Timestamp) -> Result<Vec<SentCode>, StoreError> {
        let look = async |connection: &Connection| {
            let sql = "SELECT account, number, seal, state = 'live' AND tries_left > 0, expires_at FROM code
                       WHERE operator = $1 AND state IN ('live', 'replaced') AND expires_at > $2 ORDER BY id";
            let values = [text(operator), moment(now)];
            let (time, rows) = try_join(time(connection, now), connection.ask(sql, &values)).await?;
            let mut sent = Vec::new();
            for row in rows {
                if moment_of(&row, 4)? > time.desk() {
                    let account = AccountId::from_bytes(fixed(&row, 0)?);
                    let (number, code_hash) = (mark(&row, 1)?, mark(&row, 2)?);
                    sent.push(SentCode { account, number, code_hash, live: row.try_get(3)? });
                }
            }
            Ok(sent)
        };
        self.line.reading(look).await
    }

    async fn consume(&self, attempt: i64, now: Timestamp) -> Result<bool, StoreError> {
        let look = async |connection: &Connection| {
            let sql = "SELECT code.id FROM attempt JOIN code ON code.id = attempt.code
                       WHERE attempt.id = $1 AND code.state = 'live'";
            let values = [bigint(attempt)];
            try_join(time(connection, now), connection.ask(sql, &values)).await
        };
        self.line
            .writing(look, |(time, live): (MonotonicTime, Vec<Row>)| {
                let right = "UPDATE attempt SET state = 'right' WHERE id = $1";
                let mut writes = vec![tick(time), Write { sql: right, values: vec![bigint(attempt)] }];
                let Some(row) = live.first() else { return Ok((writes, false)) };
                writes.push(Write {
                    sql: "UPDATE code SET state = 'used', used_at = $2 WHERE id = $1",
                    values: vec![bigint(row.try_get(0)?), moment(time.desk())],
                });
                Ok((writes, true))
            })
            .await
    }

    async fn verification_state(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<VerificationState, StoreError> {
        let look = async |connection: &Connection| {
            let sql = "SELECT max(used_at) FROM code
                       WHERE operator = $1 AND account = $2 AND number = $3 AND state = 'used'";
            let values = [text(bond.operator), bytes(bond.account.bytes()), bytes(bond.number.bytes())];
            let facts = time_and_wrong_codes(connection, bond.account, limits, now);
            try_join(facts, connection.ask(sql, &values)).await
        };
        self.line
            .writing(look, |((time, wrong), used): (_, Vec<Row>)| {
                let writes = vec![tick(time)];
                if let Some(until) = limits.closed_until(&wrong, time.desk()) {
                    return Ok((writes, VerificationState::Closed { until: time.wall_time(until, now) }));
                }
                let used: Option<i64> = used.first().map(|row| row.try_get(0)).transpose()?.flatten();
                let since = limits.verified_since(time.desk()).as_microsecond();
                let is_verified = used.is_some_and(|used| used >= since);
                Ok((writes, if is_verified { VerificationState::Verified } else { VerificationState::Unverified }))
            })
            .await
    }

    async fn reopen(&self, account: AccountId) -> Result<(), StoreError> {
        let decide = |()| {
            let sql = "UPDATE attempt SET state = 'forgiven' WHERE account = $1 AND state = 'wrong'";
            Ok((vec![Write { sql, values: vec![bytes(account.bytes())] }], ()))
        };
        self.line.writing(async |_: &Connection| Ok(()), decide).await
    }
}

impl AccountHistory for PostgresStore {
    async fn recent_activity(
        &self,
        account: AccountId,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<RecentActivity, StoreError> {
        let look = async |connection: &Connection| {
            // The trail's moments are the clock's.
            let resets = "SELECT at FROM recent_reset WHERE account = $1 AND at > $2";
            let ((time, wrong), resets) = try_join(
                time_and_wrong_codes(connection, account, limits, now),
                moments(connection, resets, text(&account.to_string()), CodeLimits::day_since(now)),
            )
            .await?;
            let lately = limits.recent_activity(&wrong, time.desk());
            Ok(RecentActivity {
                closed_until: lately.closed_until.map(|until| time.wall_time(until, now)),
                resets: u32::try_from(resets.len()).unwrap_or(u32::MAX),
                ..lately
            })
        };
        self.line.reading(look).await
    }
}

/// The desk's time, and when the account got a wrong code, for as long as that matters.
async fn time_and_wrong_codes(
    connection: &Connection,
    account: AccountId,
    limits: &CodeLimits,
    now: Timestamp,
) -> Result<(MonotonicTime, Vec<Timestamp>), Failed> {
    let sql = "SELECT at FROM attempt WHERE account = $1 AND at > $2 AND state = 'wrong'";
    let wrong = moments(connection, sql, bytes(account.bytes()), limits.wrong_codes_since(now));
    try_join(time(connection, now), wrong).await
}

/// The desk's time when the clock says `now`.
async fn time(connection: &Connection, now: Timestamp) -> Result<MonotonicTime, Failed> {
    let rows = connection.ask("SELECT desk, wall FROM clock", &[]).await?;
    let row = rows.first().ok_or_else(|| Failed::unexpected("the desk has no clock"))?;
    Ok(MonotonicTime::new(moment_of(row, 0)?, moment_of(row, 1)?).at(now))
}

/// Keeps the desk's time, from which nothing goes back.
fn tick(time: MonotonicTime) -> Write {
    Write { sql: "UPDATE clock SET desk = $1, wall = $2", values: vec![moment(time.desk()), moment(time.wall())] }
}

/// The moments that `sql` finds for `of`, after `since`.
async fn moments(connection: &Connection, sql: &str, of: Value, since: Timestamp) -> Result<Vec<Timestamp>, Failed> {
    let rows = connection.ask(sql, &[of, moment(since)]).await?;
    rows.iter().map(|row| moment_of(row, 0)).collect()
}

/// The number that comes next: nobody else gives one while the desk's lock is held.
async fn next(connection: &Connection, sql: &str) -> Result<i64, Failed> {
    let rows = connection.ask(sql, &[]).await?;
    let row = rows.first().ok_or_else(|| Failed::unexpected("no next number"))?;
    Ok(row.try_get(0)?)
}

fn moment(at: Timestamp) -> Value {
    bigint(at.as_microsecond())
}

fn moment_of(row: &Row, column: usize) -> Result<Timestamp, Failed> {
    Timestamp::from_microsecond(row.try_get(column)?).map_err(|error| Failed::unexpected(&error.to_string()))
}

fn mark(row: &Row, column: usize) -> Result<KeyedHash, Failed> {
    fixed(row, column).map(KeyedHash::from_bytes)
}

fn fixed<const N: usize>(row: &Row, column: usize) -> Result<[u8; N], Failed> {
    let bytes: Vec<u8> = row.try_get(column)?;
    bytes.try_into().map_err(|_| Failed::unexpected("bytes of another length"))
}
