import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const run = promisify(execFile)

test.each([
  ['release', 'kernel.wasm'],
  ['relaxed', 'kernel-relaxed.wasm'],
])('%s: the committed %s equals a build of its source', { timeout: 120_000 }, async (target, file) => {
  const directory = await mkdtemp(join(tmpdir(), 'pulso-kernel-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  const built = join(directory, file)
  const options = ['--config', 'src/ml/network/assembly/asconfig.json', '--target', target, '--outFile', built]
  await run(process.execPath, [
    'node_modules/assemblyscript/bin/asc.js',
    'src/ml/network/assembly/kernel.ts',
    ...options,
  ])
  const isUnchanged = (await readFile(built)).equals(await readFile(`src/ml/network/${file}`))
  expect(isUnchanged, `run \`npm run build:kernel\` and commit src/ml/network/${file}`).toBe(true)
})
