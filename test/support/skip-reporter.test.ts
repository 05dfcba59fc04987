import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

const REPORTER = fileURLToPath(new URL('skip-reporter.ts', import.meta.url))
const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-skips-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function runTests(source: string, ...flags: readonly string[]) {
  await writeFile(join(directory, 'some.test.ts'), source)
  const argv = [VITEST, 'run', '--globals', '--root', directory, '--reporter', REPORTER, ...flags]
  return promisify(execFile)(process.execPath, argv).then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }) => ({ code, stdout }),
  )
}

const WITH_REASONS = `
  describe('the browser', { skip: true, meta: { skipReason: 'no browser here' } }, () => {
    test('opens', () => {})
    test('closes', () => {})
  })
  test('noted', ({ skip }) => skip('not today'))
  test('runs', () => {})`

test('skipped tests are listed once, with their reasons', async () => {
  const { code, stdout } = await runTests(WITH_REASONS)
  expect(code).toBe(0)
  expect(stdout.match(/some\.test\.ts > .*\n.*/g)).toEqual([
    'some.test.ts > the browser\n    no browser here',
    'some.test.ts > noted\n    not today',
  ])
})

test('a test that is skipped without a reason fails the run, unless the run names its tests', async () => {
  const source = `test.skip('silent', () => {})\ntest('runs', () => {})`
  expect(await runTests(source)).toMatchObject({ code: 1, stdout: expect.stringContaining('FAILED: give the reason') })
  expect(await runTests(source, '-t', 'runs')).toMatchObject({ code: 0, stdout: expect.not.stringContaining('silent') })
})
