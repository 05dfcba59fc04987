import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { trainCommand } from '../../src/cli/train.ts'
import { loadModel } from '../../src/ml/network/load-model.ts'
import { isTensorFlowInstalled } from '../../src/ml/tensorflow/load.ts'
import { describeNative } from '../ml/tensorflow/native.ts'
import { trialFile } from '../ml/training/trial-data.ts'

const directory = mkdtempSync(join(tmpdir(), 'pulso-cli-train-'))
// Progress and the line of each epoch are for a terminal, not for a test's output.
beforeAll(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterAll(() => {
  vi.restoreAllMocks()
  rmSync(directory, { recursive: true })
})

const SENTIMENT = { POSITIVE: 'Positive', NEUTRAL: 'Neutral', NEGATIVE: 'Negative', IRRELEVANT: 'Irrelevant' }
const data = join(directory, 'tweets.csv')
writeFileSync(
  data,
  trialFile(120)
    .rows.map(({ id, entity, label, text }) => `${id},${entity},${SENTIMENT[label]},${text}\n`)
    .join(''),
)

/** Runs the command as the program would, but captures standard error. */
const run = async (...args: string[]) => {
  const file = args.includes('--data') ? [] : ['--data', data]
  const command = trainCommand()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  await command.parseAsync(['--recipe', 'seed-lstm', ...file, ...args], { from: 'user' })
}

describe('pulso train refuses', () => {
  test.each([
    [['--recipe', 'other'], '--recipe is "other"; expected one of seed-lstm, pulso, pulso-es, pulso-pt.'],
    [['--seed', '-1'], 'from 0 to 4294967295'],
    [['--seed', '4294967296'], 'from 0 to 4294967295'],
    [['--epochs', '0'], 'Expected a positive whole number'],
    [['--limit', '1.5'], 'Expected a positive whole number'],
    [['--out', 'My Model'], '--out ends in "My Model"'],
  ])('%j', async (args, message) => {
    await expect(run(...args)).rejects.toThrow(message)
  })

  test('to start if it cannot train', async () => {
    if (isTensorFlowInstalled())
      return expect(run('--data', join(directory, 'nowhere'))).rejects.toThrow('cannot be read')
    return expect(run()).rejects.toThrow('npm run tensorflow')
  })
})

describeNative('pulso train', () => {
  const checkpoints = join(directory, 'checkpoints')
  const out = join(directory, 'model')

  test('writes a model with its provenance, without this machine’s paths', async () => {
    await run('--epochs', '1', '--limit', '70', '--out', out, '--checkpoints', checkpoints)
    const { manifest } = await loadModel(out)
    expect(manifest.provenance).toMatchObject({
      recipe: 'seed-lstm',
      command: 'pulso train --recipe seed-lstm --data tweets.csv --seed 42 --epochs 1 --limit 70',
      seed: 42,
      data: [{ name: 'tweets.csv', rows: 120 }],
      split: { trainingRows: 70, testRows: 40, randomState: 42 },
    })
    expect(JSON.stringify(manifest)).not.toContain(directory)
  })

  test('does not start over the checkpoints of another run', async () => {
    await expect(run('--epochs', '1', '--limit', '70', '--checkpoints', checkpoints)).rejects.toThrow('add --resume')
  })

  test('checks before the first epoch that it can write', async () => {
    const file = join(directory, 'tweets.csv')
    const trial = ['--epochs', '1', '--limit', '70']
    const elsewhere = join(directory, 'unused')
    await expect(run(...trial, '--out', join(directory, 'new'), '--checkpoints', file)).rejects.toThrow(
      '--checkpoints needs a writable directory',
    )
    await expect(run(...trial, '--out', join(file, 'model'), '--checkpoints', elsewhere)).rejects.toThrow(
      '--out needs a writable directory',
    )
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('continues with --resume', async () => {
    await run('--epochs', '2', '--limit', '70', '--resume', '--out', out, '--checkpoints', checkpoints)
    expect(readdirSync(checkpoints)).toEqual(['epoch-01.checkpoint', 'epoch-02.checkpoint'])
    expect((await loadModel(out)).manifest.provenance.command).toContain('--epochs 2')
  })

  test('stops at Ctrl-C with exit code 130', async () => {
    const training = run(
      '--epochs',
      '50',
      '--out',
      join(directory, 'none'),
      '--checkpoints',
      join(directory, 'stopped'),
    )
    setTimeout(() => process.emit('SIGINT', 'SIGINT'), 300)
    await expect(training).rejects.toMatchObject({ exitCode: 130 })
  })
})
