import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { benchDocumentSchema } from '../../bench/document.ts'

const run = promisify(execFile)
const SMALL = ['--quick', '--json', '--no-peers', '--rounds', '1', '--tweets', '32', '--rows', '200', '--seconds', '1']

// The server that is measured is the built one.
test.skipIf(!existsSync('dist/cli/main.js'))(
  'a quick run prints one document that names engines, models, orders and figures, and nothing else',
  { timeout: 120_000 },
  async () => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...SMALL], { maxBuffer: 1e8 })

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
  },
)

test('a wrong call says what would have worked and measures nothing', async () => {
  const call = run(process.execPath, ['--import', 'tsx', 'bench/main.ts', '--growth', '--up-to', '5'])
  await expect(call).rejects.toMatchObject({
    stdout: '',
    stderr: expect.stringContaining('It should be one of 10000, 100000'),
  })
})
