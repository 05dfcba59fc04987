import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg'

/** For statements that read, move or wait for a whole index: seconds for a million mentions. */
const LONG_STATEMENT_TIMEOUT_MS = 10 * 60_000

/**
 * Runs a statement that may take minutes, and restores the usual limits for the rest of the transaction. On a pool it
 * is its own transaction. The limits are set in the database as well. Otherwise a statement that only the client
 * abandons would continue there, with its session and its locks.
 */
export async function longStatement<Row extends QueryResultRow>(
  database: Pool | PoolClient,
  text: string,
  values: unknown[] = [],
): Promise<QueryResult<Row>> {
  if ('totalCount' in database) return inOwnTransaction(database, text, values)
  await database.query(`SET LOCAL statement_timeout = ${LONG_STATEMENT_TIMEOUT_MS}; SET LOCAL lock_timeout = 0`)
  const result = await database.query<Row>({ text, values, query_timeout: LONG_STATEMENT_TIMEOUT_MS } as {
    text: string
    values: unknown[]
  })
  await database.query('SET LOCAL statement_timeout TO DEFAULT; SET LOCAL lock_timeout TO DEFAULT')
  return result
}

async function inOwnTransaction<Row extends QueryResultRow>(
  pool: Pool,
  text: string,
  values: unknown[],
): Promise<QueryResult<Row>> {
  const client = await pool.connect()
  let failure: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await longStatement<Row>(client, text, values)
    await client.query('COMMIT')
    return result
  } catch (error) {
    failure = error as Error
    throw error
  } finally {
    // Failures are rare: ending the session is simpler than deciding whether it can still roll back.
    client.release(failure)
  }
}
