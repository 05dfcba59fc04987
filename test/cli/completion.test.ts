import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/command-list.ts'
import { OUTPUT_FORMATS } from '../../src/cli/output/output-format.ts'
import { skippedBecause } from '../support/skipped-because.ts'
import { pulsoHere } from './pulso.ts'

const NAMES = COMMANDS.map(({ name }) => name)

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-completion-'))
  await mkdir(join(directory, 'more tweets'))
  await writeFile(join(directory, 'my tweets.csv'), '')
  for (const shell of ['bash', 'zsh', 'fish']) {
    await writeFile(join(directory, shell), (await pulsoHere(['completion', shell])).stdout)
  }
})
afterAll(() => rm(directory, { recursive: true }))

/** A command line as readline splits it; the last word is the one under the cursor. */
const LINES: readonly (readonly [words: readonly string[], completions: readonly string[]])[] = [
  [[''], [...NAMES, 'help']],
  [['im'], ['import', 'imports']],
  [['--v'], ['--version']],
  [
    ['imports', ''],
    ['list', 'undo'],
  ],
  [
    ['imports', 'list', '--f'],
    ['--first', '--format'],
  ],
  [['imports', 'list', '--format', ''], OUTPUT_FORMATS],
  [['imports', 'list', '--first', '5', '--format', 'n'], ['ndjson']],
  [['export', '--format', 'x'], ['xlsx']],
  [['export', '--entity', ''], []],
  [['entities', 'merge', 'list', '--y'], ['--yes']],
  [['import', 'my'], ['my tweets.csv']],
  [['import', '--rejects', 'my'], ['my tweets.csv']],
  [['import', 'a.csv', '--labels-cover', 's'], ['sample']],
  [['train', '--out', 'mo'], ['more tweets']],
  [['help', 'exp'], ['export']],
  [
    ['completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
]

const installed = (shell: string) =>
  skippedBecause(spawnSync(shell, ['-c', 'exit']).error === undefined ? null : `needs ${shell}`)

const inShell = (shell: string, argv: readonly string[]) => {
  const { stdout, stderr } = spawnSync(shell, argv, { encoding: 'utf8', cwd: directory })
  return { stderr, completions: stdout.split('\n').filter(line => line !== '') }
}

/** Readline calls the function with the words of the line, and reads the array that it leaves. */
const inBash = (words: readonly string[]) => {
  const reply = '"$' + '{COMPREPLY[@]}"'
  const script = `source ./bash; COMP_WORDS=(pulso "$@"); COMP_CWORD=$#; _pulso pulso; printf "%s\\n" ${reply}`
  return inShell('bash', ['--norc', '-c', script, 'bash', ...words])
}

describe('bash', installed('bash'), () => {
  test('completes commands, options, values and file names', () => {
    for (const [words, completions] of LINES) {
      expect([words, inBash(words)]).toEqual([words, { stderr: '', completions: [...completions] }])
    }
  })

  test('completes a value after an equals sign, and no option of another command', () => {
    expect(inBash(['imports', 'list', '--format', '=']).completions).toEqual(OUTPUT_FORMATS)
    expect(inBash(['imports', 'list', '--format', '=', 'j']).completions).toEqual(['json'])
    expect(inBash(['imports', 'list', '--match']).completions).toEqual([])
  })
})

describe('fish', installed('fish'), () => {
  test('completes commands, options, values and file names', () => {
    for (const [words, completions] of LINES) {
      const line = ['pulso', ...words].join(' ')
      const found = inShell('fish', ['--no-config', '-c', `source ./fish; complete -C '${line}'`])
      const shown = found.completions.map(completion =>
        completion.split('\t')[0]?.replaceAll('\\', '').replace(/\/$/, ''),
      )
      expect([words, { ...found, completions: shown.sort() }]).toEqual([
        words,
        { stderr: '', completions: [...completions].sort() },
      ])
    }
  })
})

test('the script for zsh is valid', installed('zsh'), () => {
  expect(inShell('zsh', ['-f', '-n', 'zsh'])).toEqual({ stderr: '', completions: [] })
})
