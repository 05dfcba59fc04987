import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Application, startApplication } from '../../../src/application.ts'
import { parseConfig } from '../../../src/config.ts'
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts'

const lines: string[] = []
let database: TestDatabase
let application: Application
beforeAll(async () => {
  database = await createTestDatabase()
  application = await startApplication({
    config: parseConfig({ DATABASE_URL: database.url, PORT: '0', PULSO_INFERENCE_THREADS: '1' }),
    logger: pino({ level: 'info' }, { write: line => lines.push(line) }),
    now: () => new Date(),
  })
})
afterAll(async () => {
  await application.close()
  await database.drop()
})

test('logged requests have their path, but no words to search for', async () => {
  const paths = [
    '/exports/classifications.csv?entity=Secret&text=private',
    '/graphql?query=%7BsecretField%7D',
    '/nothing?x=secret',
  ]
  for (const path of paths) await (await fetch(`${application.url}${path}`)).text()
  const text = lines.join('')
  expect(text).toContain('"path":"/exports/classifications.csv"')
  expect(text).toContain('"method":"GET"')
  expect(text).toContain('"statusCode":404')
  expect(text).not.toMatch(/secret|private/i)
})
