import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadTensorFlow, tensorFlowRuntime } from '../../../src/ml/tensorflow/load.ts'
import { describeNative } from './native.ts'

const elsewhere = mkdtempSync(join(tmpdir(), 'pulso-load-'))
afterAll(() => rmSync(elsewhere, { recursive: true }))

const root = join(import.meta.dirname, '..', '..', '..')
/** Runs a module in a separate process, because a loaded library cannot be unloaded. */
const run = (code: string, directory: string) => {
  const script = join(directory, 'script.mts')
  writeFileSync(script, code)
  return spawnSync(process.execPath, ['--import', 'tsx', script], { cwd: root, encoding: 'utf8' })
}

test('explains how to install TensorFlow if it is missing', () => {
  for (const room of ['ml/tensorflow', 'problem', 'process']) {
    cpSync(join(root, 'src', room), join(elsewhere, 'src', room), { recursive: true })
  }
  const { stdout } = run(
    `import { isTensorFlowInstalled, loadTensorFlow } from './src/ml/tensorflow/load.ts'
    try { loadTensorFlow() } catch (error) { console.log(isTensorFlowInstalled(), error.exitCode, error.message) }`,
    elsewhere,
  )
  expect(stdout.trim()).toBe('false 2 TensorFlow is not installed; `npm run tensorflow` installs it.')
})

describeNative('loadTensorFlow', () => {
  test('computes with the native library and names it', () => {
    const tf = loadTensorFlow()
    expect(tf.getBackend()).toBe('tensorflow')
    expect(tf.tidy(() => [...tf.matMul([[1, 2]], [[3], [4]]).dataSync()])).toEqual([11])
    expect(tensorFlowRuntime(tf)).toMatch(/^tfjs-node 4\.22\.0, libtensorflow \d+\.\d+\.\d+$/)
  })

  test('loads once', () => {
    expect(loadTensorFlow()).toBe(loadTensorFlow())
  })

  test('prints nothing to the terminal', () => {
    const { stdout, stderr } = run(
      `import { loadTensorFlow } from '${join(root, 'src', 'ml', 'tensorflow', 'load.ts')}'
      const tf = loadTensorFlow()
      console.log(tf.tidy(() => tf.sum(tf.ones([3])).dataSync()[0]))`,
      elsewhere,
    )
    expect({ stdout, stderr }).toEqual({ stdout: '3\n', stderr: '' })
  })
})
