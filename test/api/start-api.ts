import pg from 'pg'
import { pino } from 'pino'
import { startApplication } from '../../src/application.ts'
import { parseConfig } from '../../src/config.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

interface GraphqlAnswer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the query, and each test checks it
  readonly data: any
  readonly errors: readonly GraphqlErrorAnswer[] | undefined
}

interface GraphqlErrorAnswer {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: { readonly code: string; readonly field?: readonly string[] }
}

/** The real server on a free port, with a separate database. */
export interface TestApi {
  readonly url: string
  readonly database: TestDatabase
  /** The errors that the server logged. */
  readonly logged: readonly string[]
  ask(query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>
  /** Executes an operation that must succeed; throws its errors otherwise. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  data(query: string, variables?: Record<string, unknown>): Promise<any>
  close(): Promise<void>
}

export interface ApiOptions {
  readonly now?: () => Date
  readonly wallClock?: () => number
  readonly environment?: Record<string, string>
  readonly maxQueuedMentions?: number
  /** An address for the database in place of its own, such as a proxy. */
  readonly databasePort?: number
  /** The database of another server, which is not dropped when this one closes. */
  readonly database?: TestDatabase
}

export async function startApi({
  environment = {},
  databasePort,
  database: given,
  ...options
}: ApiOptions = {}): Promise<TestApi> {
  const database = given ?? (await createTestDatabase())
  const config = parseConfig({
    DATABASE_URL: throughPort(database.url, databasePort),
    PORT: '0',
    PULSO_INFERENCE_THREADS: '1',
    ...environment,
  })
  const logged: string[] = []
  const logger = pino({ level: 'error' }, { write: line => logged.push(line) })
  const application = await startApplication({ config, logger, ...options })

  const ask = async (query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer> => {
    const response = await fetch(`${application.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, ...((await response.json()) as Omit<GraphqlAnswer, 'status'>) }
  }
  return {
    url: application.url,
    database,
    logged,
    ask,
    data: async (query, variables) => {
      const answer = await ask(query, variables)
      if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join(' '))
      return answer.data
    },
    close: async () => {
      await application.close()
      if (given === undefined) await database.drop()
    },
  }
}

function throughPort(url: string, port: number | undefined): string {
  if (port === undefined) return url
  const { user, password, database } = new pg.Client({ connectionString: url })
  const secret = typeof password === 'string' && password !== '' ? `:${encodeURIComponent(password)}` : ''
  return `postgresql://${user}${secret}@127.0.0.1:${port}/${database}`
}
