//! Codes in SQL: every decision that another process could spoil is one transaction.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{OptionalExtension, Row, params};

use super::SqliteStore;
use crate::domain::account::AccountId;
use crate::domain::code::{Bond, CodeLimits, Mark, earlier, later};
use crate::ports::{Codes, Issued, Live, StoreError, Taken};

impl Codes for SqliteStore {
    async fn issue(
        &self,
        bond: &Bond<'_>,
        seal: Mark,
        limits: &CodeLimits,
        now: Timestamp,
    ) -> Result<Issued, StoreError> {
        const HOUR: SignedDuration = SignedDuration::from_hours(1);
        let account = bond.account.bytes();
        self.transaction(|t| {
            let sent: Vec<Timestamp> = t
                .prepare("SELECT issued_at FROM code WHERE account = ?1 AND state <> 'withdrawn' AND issued_at > ?2 ORDER BY issued_at")?
                .query_map(params![account, earlier(now, HOUR).as_microsecond()], |row| moment(row, 0))?
                .collect::<rusqlite::Result<_>>()?;
            if let Some(last) = sent.last()
                && later(*last, limits.resend) > now
            {
                return Ok(Issued::TooSoon { again: later(*last, limits.resend) });
            }
            let most = usize::try_from(limits.sends_per_hour).unwrap_or(usize::MAX);
            if sent.len() >= most
                && let Some(first) = sent.get(sent.len() - most)
            {
                return Ok(Issued::TooMany { again: later(*first, HOUR) });
            }
            t.execute(
                "UPDATE code SET state = 'replaced' WHERE account = ?1 AND operator = ?2 AND state = 'live'",
                params![account, bond.operator],
            )?;
            let expires = later(now, limits.lifetime);
            t.execute(
                "INSERT INTO code (operator, account, number, seal, issued_at, expires_at, tries_left, state)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'live')",
                params![
                    bond.operator,
                    account,
                    bond.number.bytes(),
                    seal.bytes(),
                    now.as_microsecond(),
                    expires.as_microsecond(),
                    limits.attempts
                ],
            )?;
            Ok(Issued::Code { id: t.last_insert_rowid(), expires })
        })
    }

    async fn withdraw(&self, code: i64) -> Result<(), StoreError> {
        self.transaction(|t| {
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

    async fn take_try(&self, bond: &Bond<'_>, now: Timestamp) -> Result<Taken, StoreError> {
        self.transaction(|t| {
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
            let Some((id, number, seal, expires, tries, live)) = newest else { return Ok(Taken::NoneSent) };
            if !live {
                return Ok(Taken::Used);
            }
            if expires <= now {
                return Ok(Taken::Expired);
            }
            if number != bond.number {
                return Ok(Taken::NumberChanged);
            }
            let Some(left) = tries.checked_sub(1) else { return Ok(Taken::NoTriesLeft) };
            t.execute("UPDATE code SET tries_left = ?2 WHERE id = ?1", params![id, left])?;
            Ok(Taken::Try { id, seal, left })
        })
    }

    async fn live(&self, operator: &str, now: Timestamp) -> Result<Vec<Live>, StoreError> {
        self.transaction(|t| {
            t.prepare(
                "SELECT account, number, seal FROM code
                 WHERE operator = ?1 AND state = 'live' AND tries_left > 0 AND expires_at > ?2",
            )?
            .query_map(params![operator, now.as_microsecond()], |row| {
                Ok(Live { account: AccountId::from_bytes(row.get(0)?), number: mark(row, 1)?, seal: mark(row, 2)? })
            })?
            .collect()
        })
    }

    async fn consume(&self, code: i64, now: Timestamp) -> Result<bool, StoreError> {
        self.transaction(|t| {
            let used = t.execute(
                "UPDATE code SET state = 'used', used_at = ?2 WHERE id = ?1 AND state = 'live'",
                params![code, now.as_microsecond()],
            )?;
            Ok(used == 1)
        })
    }

    async fn verified(&self, bond: &Bond<'_>, since: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        self.transaction(|t| {
            t.query_row(
                "SELECT used_at FROM code WHERE operator = ?1 AND account = ?2 AND number = ?3 AND state = 'used'
                 AND used_at >= ?4 ORDER BY used_at DESC LIMIT 1",
                params![bond.operator, bond.account.bytes(), bond.number.bytes(), since.as_microsecond()],
                |row| moment(row, 0),
            )
            .optional()
        })
    }
}

fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_microsecond(row.get(column)?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Integer, Box::new(error))
    })
}

fn mark(row: &Row<'_>, column: usize) -> rusqlite::Result<Mark> {
    row.get(column).map(Mark::from_bytes)
}
