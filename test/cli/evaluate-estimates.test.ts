import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { runProgram } from '../../src/cli/run-program.ts'
import { configReader, MODELS_DIRECTORY } from '../../src/config.ts'
import { estimationReportSchema } from '../../src/ml/evaluation/estimates/estimation-report.ts'
import { DEFAULT_MODEL } from '../../src/models/default-model.ts'
import { findModel } from '../../src/models/find-model.ts'

const scratch = await mkdtemp(join(tmpdir(), 'pulso-estimates-'))
afterAll(() => rm(scratch, { recursive: true }))

const OPINIONS = {
  Positive: ['I love the new', 'best day ever thanks to', 'so happy with my', 'what a great surprise from'],
  Negative: ['I hate the new', 'worst day ever thanks to', 'so angry about my', 'what an awful mess from'],
  Neutral: ['tomorrow I will read about', 'there is a meeting about', 'a photo of the', 'the office of'],
}
const SOURCES = { spring: ['Zorbex', 'Quandly'], autumn: ['Frobnia', 'Mellowick'] }

/** Each entity has its own mix of labels, and each text occurs once. */
const rows = Object.entries(SOURCES).flatMap(([source, entities], at) =>
  entities.flatMap((entity, index) =>
    Object.entries(OPINIONS).flatMap(([label, openings], row) =>
      Array.from(
        { length: 20 + 15 * ((row + index + at) % 3) },
        (_, number) => `${source},${entity},${label},${openings[number % 4]} ${entity} number ${number} in ${source}`,
      ),
    ),
  ),
)
const FILE = join(scratch, 'seasons.csv')
await writeFile(FILE, ['source,entity,sentiment,text', ...rows].join('\n'))

const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
const complained = vi.spyOn(console, 'error').mockImplementation(() => {})
beforeEach(() => {
  printed.mockClear()
  complained.mockClear()
})

const pulso = (argv: readonly string[], environment = process.env) =>
  runProgram({
    argv: ['evaluate', ...argv],
    version: '0',
    readConfig: configReader(environment),
    isDebugging: false,
  })
const lastLine = (spy: typeof printed) => String(spy.mock.lastCall?.[0])

describe('pulso evaluate --estimates', () => {
  test('tests the intervals on sources that the error model was not fitted to', async () => {
    const given = ['--source-column', 'source', '--draws', '3', '--header']
    expect(await pulso(['--estimates', FILE, ...given, '--format', 'json'])).toBe(0)
    const report = estimationReportSchema.parse(JSON.parse(lastLine(printed)))
    expect(report.sources).toStrictEqual([
      { name: 'spring', entityCount: 2, tweetCount: 210 },
      { name: 'autumn', entityCount: 2, tweetCount: 210 },
    ])
    expect(report.entities.map(({ labelled, entityCount, drawCount }) => [labelled, entityCount, drawCount])).toEqual([
      [0, 4, 4],
      [10, 4, 12],
      [25, 4, 12],
      [50, 4, 12],
    ])
    const widths = report.entities.map(({ width }) => width)
    expect(widths).toStrictEqual([...widths].sort((a, b) => b - a))
    expect(report.comparisons.map(({ pairCount }) => pairCount)).toEqual([2, 2, 2, 2])
    expect(report.command).toBe(
      'pulso evaluate --estimates seasons.csv --model pulso --source-column source --draws 3 --seed 42 --header',
    )
  })

  test('prints a table, and saves the report where a server reads it', async () => {
    await cp(join(MODELS_DIRECTORY, DEFAULT_MODEL), join(scratch, 'models', 'own'), { recursive: true })
    const manifest = join(scratch, 'models', 'own', 'manifest.json')
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('"name": "pulso"', '"name": "own"'))
    const environment = { ...process.env, PULSO_MODELS: join(scratch, 'models') }
    const flags = ['--model', 'own', '--source-column', 'source', '--draws', '1', '--save']
    expect(await pulso(['--estimates', FILE, ...flags], environment)).toBe(0)
    expect(lastLine(printed)).toMatch(/^own@\w+: net sentiment of entities from 2 sources, 420 labelled tweets/)
    const model = await findModel(configReader(environment)().modelDirectories, 'own')
    expect(model.estimates?.entities[0]).toMatchObject({ labelled: 0, entityCount: 4 })
  })

  test('takes the sources of a directory of corpora, and no row that the model may have been trained on', async () => {
    const directory = join(scratch, 'corpora')
    await mkdir(directory)
    const table = (header: string, entity: string, more = '') =>
      [
        header,
        ...Object.entries(OPINIONS).flatMap(([label, openings]) =>
          Array.from(
            { length: 30 },
            (_, row) =>
              `${more}${entity}-${label}-${row},${entity},${label},${openings[row % 4]} ${entity} in place ${row}`,
          ),
        ),
      ].join('\n')
    await writeFile(join(directory, 'sanders_feed.csv'), table('id,entity,sentiment,text', 'Zorbex'))
    const reviews = table('source,id,entity,sentiment,text', 'Quandly', 'television,')
    await writeFile(join(directory, 'more_genres_en.csv'), reviews)
    await writeFile(join(directory, 'target_tweets.csv'), table('id,entity,sentiment,text', 'Frobnia'))
    const flags = ['--estimates', '--corpora', directory, '--draws', '1', '--format', 'json']
    expect(await pulso(flags)).toBe(0)
    const { sources, command } = estimationReportSchema.parse(JSON.parse(lastLine(printed)))
    expect(sources.map(({ name }) => name)).toEqual(['dong', 'sanders', 'television-reviews'])
    const [dong, ...unseen] = sources.map(({ tweetCount }) => tweetCount)
    expect(unseen).toEqual([90, 90])
    // Only the tenth of a corpus that its model was not trained on.
    expect(dong).toBeLessThan(25)
    expect(command).toBe('pulso evaluate --estimates --corpora corpora --model pulso --draws 1 --seed 42')
  })

  test.each([
    [['--estimates', FILE], 'An error model needs entities of at least two sources.'],
    [['--estimates', FILE, '--data', FILE], '--data cannot be combined with --estimates.'],
    [[], 'Name a file of labelled tweets, as in --data labelled.csv.'],
  ])('says what is missing with %j', async (flags, sentence) => {
    expect(await pulso(flags)).toBe(2)
    expect(lastLine(complained)).toContain(sentence)
  })
})
