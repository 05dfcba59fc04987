import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { expect, test, vi } from 'vitest'
import { COMMANDS } from '../../src/cli/command-list.ts'
import { OUTPUT_FORMATS } from '../../src/cli/output/output-format.ts'
import { configReader } from '../../src/config.ts'
import { skippedBecause } from '../support/skipped-because.ts'

import { pulso, pulsoHere } from './pulso.ts'

// Each test starts whole processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

test('--version prints the version of the package', async () => {
  expect(await pulso(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('--help lists every command with examples and loads none of them', async () => {
  const { code, stdout, stderr } = await pulsoHere(['--help'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('Examples:')
  for (const { name, description } of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name} +${description}$`, 'm'))
})

test.each(COMMANDS.map(({ name, load, description }) => ({ name, load, description })))(
  'pulso $name --help has examples, and its description matches the list',
  async ({ name, load, description }) => {
    const command = await load(configReader({}))
    expect(command.name()).toBe(name)
    expect(command.description()).toBe(description)
    const { code, stdout } = await pulsoHere([name, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain('Examples:')
    expect(stdout).toContain(`$ pulso ${name}`)
  },
)

test('every command that prints offers the same formats, and its help names them', async () => {
  const found = []
  for (const { name, load } of COMMANDS) {
    for (const command of withSubcommands(await load(configReader({})))) {
      const choices = command.options.find(({ long }) => long === '--format')?.argChoices
      if (choices === undefined) continue
      found.push(`${name} ${command.name()}`)
      // Exports are files for programs.
      const expected = command.name() === 'export' ? expect.arrayContaining(['csv', 'ndjson', 'json']) : OUTPUT_FORMATS
      expect({ command: found.at(-1), choices }).toEqual({ command: found.at(-1), choices: expected })
      const shown = choices.map(choice => `"${choice}"`).join(', ')
      expect(command.helpInformation().replaceAll(/\s+/g, ' ')).toContain(shown)
    }
  }
  expect(found).toEqual(expect.arrayContaining(['import import', 'imports list', 'evaluate evaluate', 'labels export']))
})

const withSubcommands = (command: Command): Command[] => [command, ...command.commands.flatMap(withSubcommands)]

test('help is also a command', async () => {
  expect((await pulsoHere(['help', 'import'])).stdout).toBe((await pulsoHere(['import', '--help'])).stdout)
})

const noFullDevice = process.platform === 'linux' ? null : 'needs /dev/full, which only Linux has'

test('an unwritable output is reported in one line', skippedBecause(noFullDevice), async () => {
  const program = fileURLToPath(new URL('../../bin/pulso.js', import.meta.url))
  const child = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" models list > /dev/full`], {
    encoding: 'utf8',
  })
  expect(child.stderr).toBe('Standard output cannot be written: the disk is full.\n')
  expect(child.status).toBe(2)
})

test('without a command, prints the help to standard error as an invalid call', async () => {
  const { code, stdout, stderr } = await pulsoHere([])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('Usage: pulso')
})

test.each([
  [['imprt'], /unknown command 'imprt'\n\(Did you mean import\?\)/],
  [['import'], /missing required argument 'files'/],
  [['import', 'a.csv', '--colums', 'x'], /unknown option '--colums'\n\(Did you mean --columns\?\)/],
  [['models', 'promote', 'a', 'b'], /too many arguments/],
  [['import', 'a.csv', '--format', 'xml'], /argument 'xml' is invalid. Allowed choices are text, json, ndjson, csv/],
  [['models', 'lst'], /unknown command 'lst'/],
])(
  '%j is an invalid call: exit code 2, the reason on standard error, nothing on standard output',
  async (argv, message) => {
    const { code, stdout, stderr } = await pulsoHere(argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(message)
  },
)

test('a separate process ends with the same line and exit code', async () => {
  expect(await pulso(['import', 'nowhere.csv'])).toEqual({
    code: 2,
    stdout: '',
    stderr: 'nowhere.csv does not exist.\n',
  })
})

test.each([
  [['import', 'nowhere.csv'], /^nowhere\.csv does not exist\.\n$/],
  [['import', '/'], /^\/ is a directory; name a file\.\n$/],
  [['classify', '--input', 'nowhere.csv'], /^nowhere\.csv does not exist\.\n$/],
  [['import', 'a.csv', '--timezone', 'Mars'], /^--timezone Mars is unknown; .*\n$/],
  [['import', 'a.csv', '--encoding', 'klingon'], /^--encoding klingon is unknown; .*\n$/],
])('%j ends with one line and exit code 2', async (argv, message) => {
  const { code, stdout, stderr } = await pulsoHere(argv)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(message)
})

test('an invalid setting is reported in one line that names it', async () => {
  const { code, stderr } = await pulso(['import', 'a.csv'], { environment: { PORT: 'http' } })
  expect(code).toBe(2)
  expect(stderr).toMatch(/^PORT is "http", but should be a TCP port .*\n$/)
})

test('the models are listed with version, labels and figures, for people and for programs', async () => {
  const { code, stdout } = await pulsoHere(['models', 'list', '--format', 'json'])
  const models = JSON.parse(stdout) as { name: string; version: string; labels: string[]; isDefault: boolean }[]
  expect(code).toBe(0)
  expect(models).toContainEqual(
    expect.objectContaining({ name: 'seed-lstm', version: expect.stringMatching(/^seed-lstm@[0-9a-f]{12}$/) }),
  )
  expect(models.filter(({ isDefault }) => isDefault)).toHaveLength(1)
  const shown = (await pulsoHere(['models', 'list'])).stdout
  for (const model of models) expect(shown).toContain(model.version)
})
