import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDatabaseTests } from './find-database-tests.ts'

// Assembled at run time, so that this file itself does not count as a database test.
const INJECTS = `import { inject } from 'vitest'\nexport const server = () => inject(${JSON.stringify('databaseServer')})\n`

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-tests-'))
  const files = {
    'database.ts': INJECTS,
    'round-a.ts': `import './round-b.ts'`,
    'round-b.ts': `import './round-a.ts'\nimport './database.ts'`,
    'injects.test.ts': INJECTS,
    'imports.test.ts': `import { server } from './database.ts'`,
    'imports-later.test.ts': `const { server } = await import('./database.ts')`,
    'in-a-circle.test.ts': `import './round-a.ts'`,
    'in-a-circle-too.test.ts': `import './round-b.ts'`,
    'pure.test.ts': `import { expect } from 'vitest'\nimport '../src/statistics/wilson.ts'`,
  }
  for (const [name, source] of Object.entries(files)) await writeFile(join(directory, name), source)
})
afterAll(() => rm(directory, { recursive: true, force: true }))

test('a test file needs the database if it injects the server, or imports a module that does in any way', () => {
  expect(findDatabaseTests(directory)).toEqual([
    'imports-later.test.ts',
    'imports.test.ts',
    'in-a-circle-too.test.ts',
    'in-a-circle.test.ts',
    'injects.test.ts',
  ])
})

test('tests over HTTP need the database, and tests of pure functions do not', () => {
  const files = findDatabaseTests()
  expect(files).toContain('api/entities.test.ts')
  expect(files).not.toContain('statistics/wilson.test.ts')
})
