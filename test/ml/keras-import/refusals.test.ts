import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadModel } from '../../../src/ml/network/load-model.ts'
import { pulso, pulsoHere } from '../../cli/pulso.ts'

const FIXTURES = join(import.meta.dirname, 'fixtures')
const directory = mkdtempSync(join(tmpdir(), 'pulso-keras-'))
afterAll(() => rmSync(directory, { recursive: true }))

const PLAIN = readFileSync(join(FIXTURES, 'plain-keras2.h5'))
const written = (name: string, content: string | Buffer) => {
  const path = join(directory, name)
  writeFileSync(path, content)
  return path
}
const fixture = (name: string) => join(FIXTURES, name)

const OUT = join(directory, 'out')
const importModel = (file: string, ...options: string[]) =>
  pulsoHere([
    ...['models', 'import', file, '--tokenizer', fixture('plain-keras2.tokenizer.json')],
    ...['--labels', 'NEGATIVE,NEUTRAL,POSITIVE', '--out', OUT, ...options],
  ])

describe('a file without a model is refused in one line', () => {
  test.each<[string, () => string, RegExp]>([
    ['that is not there', () => join(directory, 'nowhere.h5'), /nowhere\.h5 does not exist\.$/],
    ['that is a folder', () => directory, /is a directory; name the file that model\.save\("model\.h5"\) writes\.$/],
    ['that is empty', () => written('empty.h5', ''), /empty\.h5 is not an HDF5 file/],
    ['of another kind', () => written('table.h5', 'id,text\n'), /table\.h5 is not an HDF5 file/],
    ['cut short', () => written('short.h5', PLAIN.subarray(0, 9000)), /short\.h5 is damaged or incomplete/],
    ['with nothing after the signature', () => written('sign.h5', PLAIN.subarray(0, 8)), /is damaged or incomplete/],
    ['of weights alone, Keras 2', () => fixture('keras2.weights.h5'), /contains weights without their model/],
    ['of weights alone, Keras 3', () => fixture('keras3.weights.h5'), /contains weights without their model/],
    [
      '.keras, Keras 2',
      () => fixture('keras2.keras'),
      /is a \.keras archive.*load_model\("keras2\.keras"\)\.save\("model\.h5"\)/,
    ],
    ['.keras, Keras 3', () => fixture('keras3.keras'), /is a \.keras archive/],
  ])('%s', async (_, path, message) => {
    const { code, stderr } = await importModel(path())
    expect(code).toBe(2)
    expect(stderr.trim()).toMatch(message)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(existsSync(OUT)).toBe(false)
  })

  test('larger than the limit', async () => {
    const path = written('huge.h5', PLAIN)
    await truncate(path, 600 * 2 ** 20)
    expect((await importModel(path)).stderr).toMatch(/huge\.h5 has 600 MiB.*include_optimizer=False/)
  })

  // In a separate process: the second file makes the library abort, after which it reads nothing.
  test.each([
    ['its own error report', 'cut.h5', PLAIN.subarray(0, 9000)],
    ['"Aborted"', 'aborts.h5', withByte(readFileSync(join(FIXTURES, 'masked-keras3.h5')), 23915, 211)],
  ])('the HDF5 library does not print %s to the terminal', async (_, name, content) => {
    const { code, stderr } = await pulso([
      ...['models', 'import', written(name, content), '--out', OUT, '--labels', 'NEGATIVE,NEUTRAL,POSITIVE'],
      ...['--tokenizer', fixture('plain-keras2.tokenizer.json')],
    ])
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^\S+ is damaged or incomplete: the HDF5 library cannot read it\. Copy or save it again\.\n$/,
    )
  })
})

function withByte(bytes: Buffer, offset: number, value: number): Buffer {
  bytes[offset] = value
  return bytes
}

describe('inputs that do not fit the model are refused', () => {
  test.each<[string, string, string[], RegExp]>([
    [
      'too few labels',
      'plain-keras2.h5',
      ['--labels', 'NEGATIVE,POSITIVE'],
      /--labels names 2, but the model has 3 outputs/,
    ],
    [
      'too many labels for one unit',
      'binary-keras2.h5',
      [],
      /--labels names 3, but a model with one unit has two labels/,
    ],
    [
      'a label that is none',
      'plain-keras2.h5',
      ['--labels', 'GOOD,BAD,UGLY'],
      /"GOOD" is not one of POSITIVE, NEUTRAL/,
    ],
    ['a label twice', 'plain-keras2.h5', ['--labels', 'NEGATIVE,NEGATIVE,POSITIVE'], /contains a label twice/],
    [
      'another row length',
      'plain-keras2.h5',
      ['--max-tokens', '9'],
      /--max-tokens is 9, but the model takes rows of 8/,
    ],
    ['no row length', 'masked-keras2.h5', ['--labels', 'NEGATIVE,NEUTRAL,POSITIVE,IRRELEVANT'], /add --max-tokens/],
    [
      'unmasked padding behind',
      'plain-keras3.h5',
      ['--padding', 'post'],
      /--padding post needs a model that skips padding/,
    ],
    ['a padding that is none', 'plain-keras3.h5', ['--padding', 'left'], /Allowed choices are pre, post/],
    ['a substring that cannot occur', 'plain-keras3.h5', ['--remove-substring', '<UNK>'], /"<UNK>" would never match/],
    ['a name that is none', 'plain-keras3.h5', ['--name', 'My Model'], /"My Model" is not a valid model name/],
    ['no tokenizer', 'plain-keras3.h5', ['--tokenizer', '/nowhere.json'], /\/nowhere\.json does not exist/],
    [
      'a tokenizer of another kind',
      'plain-keras3.h5',
      ['--tokenizer', fixture('plain-keras2.h5')],
      /plain-keras2\.h5 cannot be imported\. It is not JSON/,
    ],
    [
      'the tokenizer of a larger model',
      'plain-keras3.h5',
      ['--tokenizer', fixture('functional-keras2.tokenizer.json')],
      /has id \d+; the model's embedding has ids 0 to 19: this tokenizer belongs to another model/,
    ],
  ])('%s', async (_, file, options, message) => {
    const { code, stderr } = await importModel(fixture(file), ...options)
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(existsSync(OUT)).toBe(false)
  })
})

describe('a folder', () => {
  test('records its source without this machine’s paths, and claims nothing', async () => {
    const out = join(directory, 'mine')
    const { stdout } = await importModel(fixture('plain-keras2.h5'), '--out', out, '--remove-substring', '@')
    const { manifest, version } = await loadModel(out)
    expect(stdout).toBe(`Imported ${version} into ${out}\n`)
    expect(manifest).toMatchObject({ name: 'mine', uncertainBelow: null })
    expect(manifest.provenance).toEqual({
      recipe: null,
      command:
        "pulso models import plain-keras2.h5 --tokenizer plain-keras2.tokenizer.json --labels NEGATIVE,NEUTRAL,POSITIVE --remove-substring '@'",
      seed: null,
      trainedAt: null,
      runtime: 'Keras 2.15.0',
      codeRevision: null,
      data: [],
      split: null,
      trainedOn: null,
    })
    expect(readdirSync(out).sort()).toEqual(['CARD.md', 'manifest.json', 'vocabulary.txt', 'weights.bin'])
    expect(readFileSync(join(out, 'CARD.md'), 'utf8')).toContain('do not describe the training data')
    expect(JSON.stringify(manifest)).not.toContain(directory)
  })

  test('is replaced only with --force', async () => {
    const out = join(directory, 'twice')
    expect(await importModel(fixture('plain-keras2.h5'), '--out', out)).toMatchObject({ code: 0 })
    const before = readFileSync(join(out, 'weights.bin'))
    const again = await importModel(fixture('plain-keras3.h5'), '--out', out, '--truncating', 'post')
    expect(again).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('already contains a manifest.json; add --force'),
    })
    expect(readFileSync(join(out, 'weights.bin'))).toEqual(before)
    expect(
      await importModel(
        fixture('functional-keras3.h5'),
        '--out',
        out,
        '--force',
        '--tokenizer',
        fixture('functional-keras3.tokenizer.json'),
      ),
    ).toMatchObject({ code: 0 })
    expect(readFileSync(join(out, 'weights.bin'))).not.toEqual(before)
    expect((await loadModel(out)).manifest.provenance.runtime).toBe('Keras 3.15.1')
  })

  test('with a user’s own card is kept', async () => {
    const out = join(directory, 'noted')
    mkdirSync(out)
    writeFileSync(join(out, 'CARD.md'), 'mine')
    expect(await importModel(fixture('plain-keras2.h5'), '--out', out)).toMatchObject({ code: 2 })
    expect(readdirSync(out)).toEqual(['CARD.md'])
  })
})
