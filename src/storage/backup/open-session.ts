import pg from 'pg'
import type { Storage } from '../storage.ts'

/** A session of its own, without limits of time. The caller has to end it. */
export async function openSession({ pool }: Pick<Storage, 'pool'>): Promise<pg.Client> {
  const { connectionString } = pool.options
  const client = new pg.Client({
    ...(connectionString === undefined ? {} : { connectionString }),
    application_name: 'pulso backup',
    keepAlive: true,
  })
  // A broken session also emits an event; the running query already reports the failure.
  client.on('error', () => {})
  await client.connect()
  await client.query('SET statement_timeout = 0; SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0')
  return client
}
