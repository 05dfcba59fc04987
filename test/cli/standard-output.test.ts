import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

vi.setConfig({ testTimeout: 120_000 })

const PROGRAM = `"${process.execPath}" --import "${import.meta.resolve('tsx')}" "${fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))}"`
const ENTITIES = 3000

let database: TestDatabase
let directory: string
beforeAll(async () => {
  database = await createTestDatabase()
  directory = await mkdtemp(join(tmpdir(), 'pulso-pipes-'))
  await database.storage.pool.query(
    `INSERT INTO entity (id, name, key, created_at) SELECT gen_random_uuid(), repeat('long name ', 9) || n, 'key ' || n, now() FROM generate_series(1, $1) n`,
    [ENTITIES],
  )
  for (const name of ['a', 'b', 'c']) await writeFile(join(directory, `${name}.csv`), `id,text\n${name},a tweet\n`)
})
afterAll(async () => {
  await database.drop()
  await rm(directory, { recursive: true })
})

/** Runs a line of a real shell, in which `pulso` is the program from its source. */
const shell = (line: string) => {
  const script = `pulso() { ${PROGRAM} "$@"; }; ${line}; echo "codes: \${PIPESTATUS[*]}" >&2`
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
    encoding: 'utf8',
    cwd: directory,
    env: { PATH: process.env.PATH, DATABASE_URL: database.url },
  })
  return { stdout, stderr }
}

test('a list whose reader goes away ends without noise', () => {
  expect(shell('pulso entities list | head -1')).toEqual({
    stdout: expect.stringMatching(/^long name .*\n$/),
    stderr: 'codes: 0 0\n',
  })
})

test('an import stores all its files, even if the readers of its counts and notices go away', async () => {
  const { stderr } = shell('pulso import a.csv b.csv c.csv --format ndjson 2> >(true) | true')
  expect(stderr).toBe('codes: 0 0\n')
  const { rows } = await database.storage.pool.query('SELECT external_id FROM tweet ORDER BY 1')
  expect(rows.map(({ external_id }) => external_id)).toEqual(['a', 'b', 'c'])
})

test('an export whose reader goes away is no lost database', () => {
  expect(shell('pulso export --format csv | true').stderr).toBe('codes: 0 0\n')
  expect(shell('pulso labels export | true').stderr).toBe('codes: 0 0\n')
})
