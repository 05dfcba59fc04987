import pg from 'pg'
import { pino } from 'pino'
import { startApplication } from '../../src/application.ts'
import { parseConfig } from '../../src/config.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

interface GraphqlAnswer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's, and each test says what it expects of it
  readonly data: any
  readonly errors: readonly GraphqlErrorAnswer[] | undefined
}

interface GraphqlErrorAnswer {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: { readonly code: string; readonly field?: readonly string[] }
}

/** The real server on a free port, on a database of its own. */
export interface TestApi {
  readonly url: string
  readonly database: TestDatabase
  /** Lines that the server logged as errors. */
  readonly logged: readonly string[]
  ask(query: string, variables?: Record<string, unknown>): Promise<GraphqlAnswer>
  /** The same, for questions that must work: throws what is wrong. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  data(query: string, variables?: Record<string, unknown>): Promise<any>
  close(): Promise<void>
}

export interface ApiOptions {
  readonly now?: () => Date
  readonly environment?: Record<string, string>
  readonly maxQueuedMentions?: number
  /** Where the database is reached, in place of its own address. */
  readonly databasePort?: number
  /** Another server's, which stays when this one is closed. */
  readonly database?: TestDatabase
}

export async function startApi({
  now = () => new Date(),
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
  const application = await startApplication({ config, logger, now, ...options })

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
