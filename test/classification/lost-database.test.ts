import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ClassificationService } from '../../src/classification/service.ts'
import { createClassificationService } from '../../src/classification/service.ts'
import { openStorage } from '../../src/storage/open-storage.ts'
import type { Storage } from '../../src/storage/storage.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { type FlakyConnection, startFlakyConnection } from '../support/flaky-connection.ts'
import { oneModel } from '../support/one-model.ts'

let running: TestService
let connection: FlakyConnection
let storage: Storage
let service: ClassificationService

beforeAll(async () => {
  running = await startTestService()
  connection = await startFlakyConnection(running.database.url)
  storage = await openStorage({ databaseUrl: connection.url, dataDirectory: null })
  const { classifier, modelVersionId } = running
  service = createClassificationService({
    storage,
    models: oneModel({ classifier, modelVersionId }),
    now: () => new Date(),
  })
})
afterAll(async () => {
  await storage.close()
  await connection.close()
  await running.close()
})
beforeEach(() => connection.restore())

const batch = (name: string) =>
  Array.from({ length: 5 }, (_, index) =>
    requestOf({ source: { kind: 'external', externalId: `${name} ${index}` }, entity: name, importedLabel: 'NEUTRAL' }),
  )

async function codesOf(name: string): Promise<(string | undefined)[]> {
  return (await service.classify(batch(name))).map(answer => (answer.ok ? 'stored' : answer.problem.code))
}

/** Counted over a connection that is never cut. */
async function rowsOf(name: string): Promise<number> {
  const { rows } = await running.database.storage.pool.query(
    `SELECT (SELECT count(*) FROM tweet WHERE external_id LIKE $1 || ' %')::int + (SELECT count(*) FROM entity WHERE name = $1)::int AS n`,
    [name],
  )
  return rows[0]?.n
}

test('an unreachable database fails each request, and the requests succeed when it returns', async () => {
  expect(await codesOf('Before')).toEqual(Array(5).fill('stored'))
  connection.cut()
  expect(await codesOf('During')).toEqual(Array(5).fill('UNAVAILABLE'))
  expect((await service.predict([{ text: 'still here', entity: null }]))[0]?.ok).toBe(true)
  connection.restore()
  expect(await codesOf('During')).toEqual(Array(5).fill('stored'))
})

/** Words as they are sent. After its first use, only the name of a prepared statement is. */
const MOMENTS = ['INSERT INTO entity', 'write tweets', 'write imported labels', 'write classifications', 'COMMIT']

test.each(MOMENTS)(
  'a session that breaks at %s leaves nothing half-written, and a retry stores everything once',
  async words => {
    const name = words.replaceAll(/\W/g, '')
    connection.cutAt(words)
    expect(await codesOf(name)).toEqual(Array(5).fill('UNAVAILABLE'))
    expect(await rowsOf(name)).toBe(0)
    connection.restore()
    expect(await codesOf(name)).toEqual(Array(5).fill('stored'))
    expect(await rowsOf(name)).toBe(6)
  },
)
