import { PGlite } from '@electric-sql/pglite'

/** Numbers that Prisma's engine gives to column types, by PostgreSQL type id; what is not listed is text. */
const COLUMN_TYPES: Readonly<Record<number, number>> = {
  16: 5,
  20: 1,
  21: 0,
  23: 0,
  26: 1,
  1002: 71,
  1009: 71,
  1003: 71,
}
const TEXT = 7

interface EngineQuery {
  readonly sql: string
  readonly args: readonly unknown[]
}

const succeeded = <T>(value: T) => ({
  ok: true as const,
  value,
  map: <U>(change: (value: T) => U) => succeeded(change(value)),
  flatMap: <U>(change: (value: T) => U) => change(value),
})

function connection(database: PGlite) {
  const query = ({ sql, args }: EngineQuery) =>
    database.query<unknown[]>(sql, [...args], { rowMode: 'array', parsers: { 20: value => value } })
  const queryable = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    queryRaw: async (input: EngineQuery) => {
      const { fields, rows } = await query(input)
      return succeeded({
        columnNames: fields.map(field => field.name),
        columnTypes: fields.map(field => COLUMN_TYPES[field.dataTypeID] ?? TEXT),
        rows,
      })
    },
    executeRaw: async (input: EngineQuery) => succeeded((await query(input)).affectedRows ?? 0),
  }
  return {
    ...queryable,
    executeScript: async (script: string) => {
      await database.exec(script)
      return succeeded(undefined)
    },
    getConnectionInfo: () => succeeded({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: async () => {
      await database.close()
      return succeeded(undefined)
    },
  }
}

/** What Prisma's schema engine needs of a driver adapter, over databases in memory. Only for comparing schemas. */
export const pgliteAdapter = () => {
  const open = async () => succeeded(connection(await PGlite.create()))
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: open,
    connectToShadowDb: open,
    errorRegistry: { consumeError: () => undefined },
  }
}
