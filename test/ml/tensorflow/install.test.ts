import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runCommand } from '../../../src/ml/tensorflow/command.ts'
import { installTensorFlow, receipt } from '../../../src/ml/tensorflow/install.ts'
import { tensorFlowInstallation } from '../../../src/ml/tensorflow/installation.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pulso-install-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(directory, { recursive: true })
})

/** Only these programs can be found; each succeeds and does nothing. */
const stubPrograms = (...names: string[]) => {
  const bin = join(directory, 'bin')
  mkdirSync(bin)
  for (const name of names) symlinkSync('/bin/true', join(bin, name))
  vi.stubEnv('PATH', bin)
}

describe('installTensorFlow', () => {
  const installation = () => tensorFlowInstallation(join(directory, '.tensorflow'))

  test.each([
    { present: [], message: 'g++ is missing' },
    { present: ['g++'], message: 'python3 is missing' },
  ])('names the missing tool if the machine has $present', ({ present, message }) => {
    stubPrograms(...present)
    expect(() => installTensorFlow(installation(), () => {})).toThrow(message)
  })

  test('leaves a finished installation unchanged', () => {
    stubPrograms()
    mkdirSync(installation().root)
    writeFileSync(installation().receipt, receipt())
    const lines: string[] = []
    installTensorFlow(installation(), line => lines.push(line))
    expect(lines).toEqual([`TensorFlow 2.16.2 is already installed in ${installation().root}.`])
  })

  test('does not accept another release as installed', () => {
    stubPrograms()
    mkdirSync(installation().root)
    writeFileSync(installation().receipt, receipt().replace('2.16.2', '2.15.0'))
    expect(() => installTensorFlow(installation(), () => {})).toThrow('g++ is missing')
  })
})

describe('runCommand', () => {
  test("reports the line with a program's error", () => {
    const script = 'console.error("ERROR: no such wheel\\nhint: none"); process.exit(3)'
    expect(() => runCommand({ program: process.execPath, args: ['-e', script] })).toThrow(
      'failed: ERROR: no such wheel',
    )
  })

  test('names a program that cannot be started', () => {
    expect(() => runCommand({ program: 'no-such-program', args: [] })).toThrow(/^no-such-program.* failed: .*ENOENT/)
  })
})
