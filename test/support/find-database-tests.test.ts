import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDatabaseTests } from './find-database-tests.ts'

// Put together, so that this file does not ask itself.
const ASK = `import { inject } from 'vitest'\nexport const server = () => inject(${JSON.stringify('databaseServer')})\n`

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-tests-'))
  const files = {
    'database.ts': ASK,
    'round-a.ts': `import './round-b.ts'`,
    'round-b.ts': `import './round-a.ts'\nimport './database.ts'`,
    'asks.test.ts': ASK,
    'imports.test.ts': `import { server } from './database.ts'`,
    'imports-later.test.ts': `const { server } = await import('./database.ts')`,
    'in-a-circle.test.ts': `import './round-a.ts'`,
    'in-a-circle-too.test.ts': `import './round-b.ts'`,
    'pure.test.ts': `import { expect } from 'vitest'\nimport '../src/statistics/wilson.ts'`,
  }
  for (const [name, source] of Object.entries(files)) await writeFile(join(directory, name), source)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

test('a test file needs the database if it asks for it, or imports what does, in whatever way', () => {
  expect(findDatabaseTests(directory)).toEqual([
    'asks.test.ts',
    'imports-later.test.ts',
    'imports.test.ts',
    'in-a-circle-too.test.ts',
    'in-a-circle.test.ts',
  ])
})

test('of our own tests, those over HTTP need it and those of pure functions do not', () => {
  const files = findDatabaseTests()
  expect(files).toContain('api/entities.test.ts')
  expect(files).not.toContain('statistics/wilson.test.ts')
})
