import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'

// It starts processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url))
const TSX = import.meta.resolve('tsx')
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(`${CHECKOUT}package.json`, 'utf8')))

/** Steps of builds and checks, which nobody calls with options. */
const STEPS = ['build:server', 'build:documents']

/** The scripts of package.json that run a program of ours, from its source. */
const PROGRAMS = Object.entries(scripts).flatMap(([name, line]) => {
  const [, program] = /^(?:exec )?(?:tsx|node(?: --import tsx)?) (\S+\.[jt]s)$/.exec(line) ?? []
  if (program === undefined || STEPS.includes(name)) return []
  return [{ name, program: program.replace(/^dist\/(.*)\.js$/, 'src/$1.ts') }]
})

test('every script that runs a program of ours reads its command line', () => {
  expect(PROGRAMS.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['sample', 'dev', 'bench', 'release', 'test:hostile', 'screenshots', 'tensorflow']),
  )
  const silent = PROGRAMS.filter(
    ({ name, program }) =>
      !new RegExp(`scriptCommand\\(\\s*'${name}'`).test(readFileSync(`${CHECKOUT}${program}`, 'utf8')),
  )
  // These print their own help.
  expect(silent.map(({ name }) => name).filter(name => name !== 'start')).toEqual([])
})

test('npm run sample -- --help prints help, and an unknown option is refused; both store nothing', async () => {
  // It would fail otherwise: there is no database at this address.
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, DATABASE_URL: 'postgresql://127.0.0.1:1/none' }
  const sample = (option: string) =>
    promisify(execFile)(process.execPath, ['--import', TSX, 'sample/main.ts', option], { cwd: CHECKOUT, env }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )
  expect(await sample('--help')).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^Usage: npm run sample /),
    stderr: '',
  })
  expect(await sample('--unknown')).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^error: unknown option '--unknown'/),
  })
})
