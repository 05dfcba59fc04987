import { readFile } from 'node:fs/promises'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readMigrations } from '../../src/storage/migrate.ts'
import { createDatabase, dropDatabase, urlOfDatabase } from '../support/databases.ts'
import { migrationListOf, startSchemaEngine } from '../support/schema-engine.ts'

const PRISMA = new URL('../../prisma/', import.meta.url)
const FOLDER = new URL('migrations/', PRISMA).pathname
const SHADOW = 'pulso_test_shadow'

let schema: string
let engine: SchemaEngine

beforeAll(async () => {
  const server = inject('databaseServer').url
  await createDatabase(server, SHADOW)
  schema = await readFile(new URL('schema.prisma', PRISMA), 'utf8')
  engine = await startSchemaEngine(schema, urlOfDatabase(server, SHADOW))
})
afterAll(() => dropDatabase(inject('databaseServer').url, SHADOW))

/** Prisma's SQL for the difference between the migrations and the schema. */
async function differenceTo(wanted: string): Promise<string | null> {
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationListOf(FOLDER, await readMigrations(FOLDER)) },
    to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: wanted }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout
}

test('the migrations build the schema of schema.prisma', async () => {
  expect(await differenceTo(schema)).toContain('This is an empty migration.')
})

test('a column without a migration is detected', async () => {
  const changed = schema.replace('model Tweet {', 'model Tweet {\n  mood String?')
  expect(await differenceTo(changed)).toContain('ALTER TABLE "tweet" ADD COLUMN     "mood" TEXT')
})
