import pg from 'pg'

/** The URL of another database on the same server. */
export const urlOfDatabase = (serverUrl: string, name: string): string =>
  serverUrl.replace(/^(postgres(?:ql)?:\/\/[^/?]*)(?:\/[^?]*)?/, `$1/${name}`)

/** Copies a template, which takes a tenth of a second. The template may be followed by options of `CREATE DATABASE`. */
export const createDatabase = (serverUrl: string, name: string, template = `template0 ENCODING 'UTF8'`) =>
  run(serverUrl, `CREATE DATABASE ${name} STRATEGY wal_log TEMPLATE ${template}`)

export const dropDatabase = (serverUrl: string, name: string) =>
  run(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)

async function run(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
