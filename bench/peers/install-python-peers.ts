import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PEERS } from './peer-require.ts'

const VENV = join(PEERS, '.venv')
const REQUIREMENTS = join(PEERS, 'requirements.txt')
/** Written last, so that an interrupted installation is not mistaken for a complete one. */
const RECEIPT = join(VENV, 'installed.txt')
const PYTHON = join(VENV, process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python')

/**
 * Creates a virtual environment with Keras and Flask on first use. Returns the path of its interpreter; null if the
 * installation fails.
 */
export function installPythonPeers(say: (line: string) => void): string | null {
  const wanted = readFileSync(REQUIREMENTS, 'utf8')
  if (existsSync(RECEIPT) && readFileSync(RECEIPT, 'utf8') === wanted) return PYTHON
  say('Installing Keras and Flask into bench/peers/.venv (once; TensorFlow is large) ...')
  const run = (program: string, args: readonly string[]) =>
    spawnSync(program, args, { stdio: ['ignore', 2, 2] }).status === 0
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:']
  if (!run('python3', ['-m', 'venv', VENV]) || !run(PYTHON, [...pip, '-r', REQUIREMENTS])) return null
  writeFileSync(RECEIPT, wanted)
  return PYTHON
}
