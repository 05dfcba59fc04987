import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { benchDocumentSchema } from '../../bench/document.ts'
import { skippedBecause } from '../support/skipped-because.ts'

const run = promisify(execFile)
const SMALL = ['--quick', '--json', '--no-peers', '--rounds', '1', '--tweets', '32', '--rows', '200', '--seconds', '1']

const notBuilt = existsSync('dist/cli/main.js') ? null : 'measures the built server, which `npm run build` makes'

test('a quick run prints exactly one document, with engines, models, orders and figures', {
  timeout: 600_000,
  ...skippedBecause(notBuilt),
}, async ({ signal }) => {
  const directory = await mkdtemp(join(tmpdir(), 'pulso-quick-run-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  await chmod(directory, 0o711)
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...SMALL], {
    maxBuffer: 1e8,
    env: { ...process.env, TMPDIR: directory },
    // A test that times out ends the run, and the run ends its server.
    signal,
  })

  const { inference, textToLabel, service } = benchDocumentSchema.parse(JSON.parse(stdout))
  expect(inference).toContainEqual(
    expect.objectContaining({ engine: 'pulso-wasm', model: 'pulso', batch: 32, order: 'sorted', ratio: 1 }),
  )
  expect(inference).toContainEqual(
    expect.objectContaining({ engine: 'plain-javascript', model: 'seed-lstm', batch: 1, order: 'random' }),
  )
  expect(new Set(inference.map(({ batch }) => batch))).toEqual(new Set([1, 32, 256]))
  expect(textToLabel.map(({ model }) => model)).toContain('pulso')
  expect(service).toContainEqual({ name: 'import', value: expect.any(Number), unit: 'rows/s' })
  expect(service).toContainEqual({ name: 'failed-requests', value: 0, unit: 'requests' })
})
