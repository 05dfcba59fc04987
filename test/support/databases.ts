import pg from 'pg'

/** The same server's other database. */
export const urlOfDatabase = (serverUrl: string, name: string): string =>
  serverUrl.replace(/^(postgres(?:ql)?:\/\/[^/?]*)(?:\/[^?]*)?/, `$1/${name}`)

export const createDatabase = (serverUrl: string, name: string, template?: string) =>
  run(
    serverUrl,
    `CREATE DATABASE ${name}${template === undefined ? '' : ` TEMPLATE ${template} STRATEGY wal_log`} ENCODING 'UTF8'`,
  )

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
