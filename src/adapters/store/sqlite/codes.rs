//! Codes in SQL: every decision that another process could spoil is one transaction that begins with the desk's time.
//! What the facts mean, `domain::limits` says.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};

use super::SqliteStore;
use crate::domain::account::AccountId;
use crate::domain::code::{CodeBinding, KeyedHash};
use crate::domain::limits::{CodeLimits, MonotonicTime, RateLimited, RecentActivity};
use crate::ports::{AccountHistory, CodeAttempt, Codes, IssueAnswer, SentCode, StoreError, VerificationState};

impl Codes for SqliteStore {
    async fn issue(
        &self,
        bond: &CodeBinding<'_>,
        code_hash: KeyedHash,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<IssueAnswer, StoreError> {
        let account = bond.account.bytes();
        self.file.transaction(|t| {
            let time = tick(t, now)?;
            let told = |at| time.wall_time(at, now);
            if let Some(until) = closed(t, bond.account, limits, time)? {
                return Ok(IssueAnswer::Closed { until: told(until) });
            }
            let since = CodeLimits::day_since(time.desk());
            let to_account = moments(
                t,
                "SELECT issued_at FROM code WHERE account = ?1 AND issued_at > ?2 AND state <> 'withdrawn'",
                account,
                since,
            )?;
            let to_number = moments(
                t,
                "SELECT issued_at FROM code WHERE number = ?1 AND issued_at > ?2 AND state <> 'withdrawn'",
                bond.number.bytes(),
                since,
            )?;
            if let Err(RateLimited { limit, again }) = limits.check_send(&to_account, &to_number, time.desk()) {
                return Ok(IssueAnswer::NotYet(RateLimited { limit, again: told(again) }));
            }
            t.execute(
                "UPDATE code SET state = 'replaced' WHERE account = ?1 AND operator = ?2 AND state = 'live'",
                params![account, bond.operator],
            )?;
            let expires = limits.expiry(time.desk());
            let id = t.query_row(
                "INSERT INTO code (operator, account, number, seal, issued_at, expires_at, tries_left, state)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'live') RETURNING id",
                params![
                    bond.operator,
                    account,
                    bond.number.bytes(),
                    code_hash.bytes(),
                    time.desk().as_microsecond(),
                    expires.as_microsecond(),
                    limits.attempts
                ],
                |row| row.get(0),
            )?;
            Ok(IssueAnswer::Code { id, expires: told(expires) })
        })
    }

    async fn withdraw(&self, code: i64) -> Result<(), StoreError> {
        self.file.transaction(|t| {
            t.execute("UPDATE code SET state = 'withdrawn' WHERE id = ?1 AND state = 'live'", [code])?;
            // Only the newest of those that did leave, and only if it was this one that ended it.
            t.execute(
                "UPDATE code SET state = 'live' WHERE state = 'replaced' AND id = (
                     SELECT max(earlier.id) FROM code AS earlier JOIN code AS this ON this.id = ?1
                     WHERE earlier.id < this.id AND earlier.state <> 'withdrawn'
                     AND earlier.operator = this.operator AND earlier.account = this.account)",
                [code],
            )
            .map(drop)
        })
    }

    async fn begin_attempt(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<CodeAttempt, StoreError> {
        self.file.transaction(|t| {
            let time = tick(t, now)?;
            if let Some(until) = closed(t, bond.account, limits, time)? {
                return Ok(CodeAttempt::Closed { until: time.wall_time(until, now) });
            }
            let newest = t
                .query_row(
                    "SELECT id, number, seal, expires_at, tries_left, state FROM code
                     WHERE operator = ?1 AND account = ?2 AND state <> 'withdrawn' ORDER BY id DESC LIMIT 1",
                    params![bond.operator, bond.account.bytes()],
                    |row| {
                        Ok((
                            row.get::<_, i64>(0)?,
                            mark(row, 1)?,
                            mark(row, 2)?,
                            moment(row, 3)?,
                            row.get::<_, u32>(4)?,
                            row.get::<_, String>(5)? == "live",
                        ))
                    },
                )
                .optional()?;
            let Some((code, number, code_hash, expires, tries, live)) = newest else {
                return Ok(CodeAttempt::NoneSent);
            };
            if !live {
                return Ok(CodeAttempt::Used);
            }
            if expires <= time.desk() {
                return Ok(CodeAttempt::Expired);
            }
            if number != bond.number {
                return Ok(CodeAttempt::NumberChanged);
            }
            let Some(left) = tries.checked_sub(1) else { return Ok(CodeAttempt::NoTriesLeft) };
            t.execute("UPDATE code SET tries_left = ?2 WHERE id = ?1", params![code, left])?;
            let id = t.query_row(
                "INSERT INTO attempt (code, account, at, state) VALUES (?1, ?2, ?3, 'wrong') RETURNING id",
                params![code, bond.account.bytes(), time.desk().as_microsecond()],
                |row| row.get(0),
            )?;
            let wrong = wrong_codes(t, bond.account, limits, time)?;
            let closes = limits.closed_until(&wrong, time.desk()).map(|until| time.wall_time(until, now));
            Ok(CodeAttempt::Try { id, code_hash, left: left.min(limits.tries_left(&wrong, time.desk())), closes })
        })
    }

    async fn sent(&self, operator: &str, now: Timestamp) -> Result<Vec<SentCode>, StoreError> {
        self.file.reading(|connection| {
            connection
                .prepare(
                    "SELECT account, number, seal, state = 'live' AND tries_left > 0 FROM code
                     WHERE operator = ?1 AND state IN ('live', 'replaced') AND expires_at > ?2",
                )?
                .query_map(params![operator, time(connection)?.at(now).desk().as_microsecond()], |row| {
                    let account = AccountId::from_bytes(row.get(0)?);
                    Ok(SentCode { account, number: mark(row, 1)?, code_hash: mark(row, 2)?, live: row.get(3)? })
                })?
                .collect()
        })
    }

    async fn consume(&self, attempt: i64, now: Timestamp) -> Result<bool, StoreError> {
        self.file.transaction(|t| {
            let time = tick(t, now)?;
            t.execute("UPDATE attempt SET state = 'right' WHERE id = ?1", [attempt])?;
            let used = t.execute(
                "UPDATE code SET state = 'used', used_at = ?2
                 WHERE id = (SELECT code FROM attempt WHERE id = ?1) AND state = 'live'",
                params![attempt, time.desk().as_microsecond()],
            )?;
            Ok(used == 1)
        })
    }

    async fn verification_state(
        &self,
        bond: &CodeBinding<'_>,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<VerificationState, StoreError> {
        self.file.transaction(|t| {
            let time = tick(t, now)?;
            if let Some(until) = closed(t, bond.account, limits, time)? {
                return Ok(VerificationState::Closed { until: time.wall_time(until, now) });
            }
            let verified = t
                .query_row(
                    "SELECT id FROM code WHERE operator = ?1 AND account = ?2 AND number = ?3 AND state = 'used'
                     AND used_at >= ?4 LIMIT 1",
                    params![
                        bond.operator,
                        bond.account.bytes(),
                        bond.number.bytes(),
                        limits.verified_since(time.desk()).as_microsecond()
                    ],
                    |row| row.get::<_, i64>(0),
                )
                .optional()?;
            Ok(if verified.is_some() { VerificationState::Verified } else { VerificationState::Unverified })
        })
    }

    async fn reopen(&self, account: AccountId) -> Result<(), StoreError> {
        self.file.transaction(|t| {
            let sql = "UPDATE attempt SET state = 'forgiven' WHERE account = ?1 AND state = 'wrong'";
            t.execute(sql, [account.bytes()]).map(drop)
        })
    }
}

impl AccountHistory for SqliteStore {
    async fn recent_activity(
        &self,
        account: AccountId,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<RecentActivity, StoreError> {
        self.file.reading(|connection| {
            let time = time(connection)?.at(now);
            let wrong = wrong_codes(connection, account, limits, time)?;
            let told = |until| time.wall_time(until, now);
            let lately = limits.recent_activity(&wrong, time.desk());
            // The trail's moments are the clock's.
            let sql = "SELECT at FROM recent_reset WHERE account = ?1 AND at > ?2";
            let resets = moments(connection, sql, account.to_string(), CodeLimits::day_since(now))?;
            Ok(RecentActivity {
                closed_until: lately.closed_until.map(told),
                resets: u32::try_from(resets.len()).unwrap_or(u32::MAX),
                ..lately
            })
        })
    }
}

/// The desk's time as it was last.
fn time(connection: &Connection) -> rusqlite::Result<MonotonicTime> {
    connection
        .query_row("SELECT desk, wall FROM clock", [], |row| Ok(MonotonicTime::new(moment(row, 0)?, moment(row, 1)?)))
}

/// The desk's time now, from which nothing goes back. The first thing in a transaction: where rows are locked, this one
/// keeps all others waiting.
fn tick(t: &Transaction<'_>, now: Timestamp) -> rusqlite::Result<MonotonicTime> {
    let time = time(t)?.at(now);
    let sql = "UPDATE clock SET desk = ?1, wall = ?2";
    t.execute(sql, [time.desk().as_microsecond(), time.wall().as_microsecond()])?;
    Ok(time)
}

fn closed(
    connection: &Connection,
    account: AccountId,
    limits: &CodeLimits,
    time: MonotonicTime,
) -> rusqlite::Result<Option<Timestamp>> {
    Ok(limits.closed_until(&wrong_codes(connection, account, limits, time)?, time.desk()))
}

/// When the account got a wrong code, for as long as that matters.
fn wrong_codes(
    connection: &Connection,
    account: AccountId,
    limits: &CodeLimits,
    time: MonotonicTime,
) -> rusqlite::Result<Vec<Timestamp>> {
    let sql = "SELECT at FROM attempt WHERE account = ?1 AND at > ?2 AND state = 'wrong'";
    moments(connection, sql, account.bytes(), limits.wrong_codes_since(time.desk()))
}

/// The moments that `sql` finds for `of`, after `since`.
fn moments(
    connection: &Connection,
    sql: &str,
    of: impl rusqlite::ToSql,
    since: Timestamp,
) -> rusqlite::Result<Vec<Timestamp>> {
    connection.prepare_cached(sql)?.query_map(params![of, since.as_microsecond()], |row| moment(row, 0))?.collect()
}

fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_microsecond(row.get(column)?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Integer, Box::new(error))
    })
}

fn mark(row: &Row<'_>, column: usize) -> rusqlite::Result<KeyedHash> {
    row.get(column).map(KeyedHash::from_bytes)
}
