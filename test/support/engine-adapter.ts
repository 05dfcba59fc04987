import pg from 'pg'

/** Prisma's numbers for column types, by PostgreSQL's type ids; all others are text. `"char"` (18) is a character, not a text. */
const COLUMN_TYPES = new Map([
  [16, 5],
  [18, 6],
  [20, 1],
  [21, 0],
  [23, 0],
  [26, 1],
  [1002, 70],
  [1003, 71],
  [1005, 64],
  [1007, 64],
  [1009, 71],
  [1184, 10],
])
const TEXT = 7
const NAME_ARRAY = 1003
const TEXT_ARRAY = 1009
const TIMESTAMP = 1184

/** The engine expects arrays of names as arrays of texts, and times as ISO 8601. */
function parserOf(id: number): (value: string) => unknown {
  if (id === TIMESTAMP) return value => new Date(value).toISOString()
  return pg.types.getTypeParser(id === NAME_ARRAY ? TEXT_ARRAY : id)
}

interface EngineQuery {
  readonly sql: string
  readonly args: readonly unknown[]
}

const answer = <T>(value: T) => ({
  ok: true as const,
  value,
  map: <U>(change: (value: T) => U) => answer(change(value)),
  flatMap: <U>(change: (value: T) => U) => change(value),
})

/**
 * The part of Prisma's driver adapter that its schema engine uses, on one session. Prisma's own adapter returns `"char"` as text, which the
 * engine rejects.
 */
async function connect(url: string) {
  const client = new pg.Client({ connectionString: url })
  // The engine does not always disconnect before the database stops.
  client.on('error', () => {})
  await client.connect()
  const getTypeParser = ((id: number) => parserOf(id)) as typeof pg.types.getTypeParser
  const query = ({ sql, args }: EngineQuery) =>
    client.query<unknown[]>({ text: sql, values: [...args], rowMode: 'array', types: { getTypeParser } })
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: async (input: EngineQuery) => {
      const { fields, rows } = await query(input)
      return answer({
        columnNames: fields.map(field => field.name),
        columnTypes: fields.map(field => COLUMN_TYPES.get(field.dataTypeID) ?? TEXT),
        rows,
      })
    },
    executeRaw: async (input: EngineQuery) => answer((await query(input)).rowCount ?? 0),
    executeScript: async (script: string) => {
      await client.query(script)
      return answer(undefined)
    },
    getConnectionInfo: () => answer({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: async () => {
      await client.end()
      return answer(undefined)
    },
  }
}

/** For a schema engine that may change the database at `url`. The shadow is the same database, emptied. */
export const engineAdapter = (url: string) => ({
  provider: 'postgres',
  adapterName: '@prisma/adapter-pg',
  connect: async () => answer(await connect(url)),
  connectToShadowDb: async () => {
    const shadow = await connect(url)
    await shadow.executeScript('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    return answer(shadow)
  },
  errorRegistry: { consumeError: () => undefined },
})
