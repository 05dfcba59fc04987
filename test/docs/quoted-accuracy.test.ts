import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

interface Report {
  readonly dataset: string
  readonly rowCount: number
  readonly labels: readonly string[]
  readonly accuracy: { readonly value: number }
  readonly macroF1: { readonly value: number }
  readonly macroRecall: { readonly value: number }
}

const reportsOf = async (model: string) =>
  JSON.parse(await readFile(`models/${model}/evaluation.json`, 'utf8')) as readonly Report[]
const find = (reports: readonly Report[], dataset: string) => {
  const report = reports.find(one => one.dataset === dataset && one.labels.length === 3)
  if (report === undefined) throw new Error(`No evaluation on ${dataset}.`)
  return report
}
const evaluations = await reportsOf('pulso')
const of = (dataset: string) => find(evaluations, dataset)
const shown = ({ value }: { readonly value: number }) => value.toFixed(3).replace(/^0/, '')

test('the README quotes the evaluation of the default model', async () => {
  const readme = await readFile('README.md', 'utf8')
  const [messages, sanders] = [of('semeval-messages'), of('sanders')]
  expect(readme).toContain(`macro recall ${shown(messages.macroRecall)}, accuracy ${shown(messages.accuracy)}.`)
  expect(readme).toContain(`accuracy ${shown(sanders.accuracy)}, below "always neutral"`)
  expect(readme).toContain(`at a macro F1 of ${shown(sanders.macroF1)}.`)
})

interface Estimates {
  readonly errors: Record<'betweenSources' | 'betweenEntities', readonly (readonly number[])[]>
  readonly entities: readonly {
    readonly labelled: number
    readonly coverage: number
    readonly width: number
    readonly meanError: number
    readonly labelsAlone: { readonly meanError: number } | null
  }[]
  readonly comparisons: readonly { readonly labelled: number; readonly significant: number; readonly wrong: number }[]
}

const percent = (share: number, digits = 0) => `${(100 * share).toFixed(digits)} %`

/** Rows of the first table behind a heading, by cell. */
function tableBehind(document: string, heading: string): string[][] {
  const behind = document.slice(document.indexOf(`\n${heading}\n`))
  const [table = ''] = /(?:^\|.*\n)+/m.exec(behind) ?? []
  const lines = table.trim().split('\n')
  return lines.slice(2).map(line =>
    line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim()),
  )
}

test('both cards of the Spanish model quote its evaluation', async () => {
  const reports = await reportsOf('pulso-es')
  const [english, spanish] = await Promise.all(
    ['CARD.md', 'CARD.es.md'].map(name => readFile(`models/pulso-es/${name}`, 'utf8')),
  )
  const sources = ['tass-general', 'tass-pooled', 'intertass-2020', 'xlm-t-es', 'emoevent-es', 'semeval-2016-es']
  const measured = [...sources, 'opener-es'].map(name => find(reports, name))
  const three = ({ value }: { readonly value: number }) => value.toFixed(3)
  expect(tableBehind(english ?? '', '## Results').map(cells => cells.slice(1, 5))).toEqual(
    measured.map(({ rowCount, accuracy, macroRecall, macroF1 }) => [
      rowCount.toLocaleString('en'),
      ...[accuracy, macroRecall, macroF1].map(three),
    ]),
  )
  expect(tableBehind(spanish ?? '', '## Resultados').map(cells => cells.slice(1, 4))).toEqual(
    measured.map(({ rowCount, accuracy, macroF1 }) => [
      rowCount.toLocaleString('en').replace(',', '.'),
      ...[accuracy, macroF1].map(figure => three(figure).replace('.', ',')),
    ]),
  )
  const unseen = find(reports, 'emoevent-es')
  expect(english).toContain(`macro F1 is ${shown(unseen.macroF1)} and accuracy ${shown(unseen.accuracy)}`)
})

test('the card of the default model quotes the test of its estimates', async () => {
  const card = await readFile('models/pulso/CARD.md', 'utf8')
  const { errors, entities, comparisons } = JSON.parse(
    await readFile('models/pulso/estimates.json', 'utf8'),
  ) as Estimates
  const rows = comparisons.map(({ labelled, significant, wrong }) => {
    const entity = entities.find(one => one.labelled === labelled)
    if (entity === undefined) throw new Error(`No estimates with ${labelled} labels.`)
    const { coverage, width, meanError, labelsAlone } = entity
    const alone = labelsAlone === null ? '' : labelsAlone.meanError.toFixed(2)
    const half = (width / 2).toFixed(2)
    const cells = [String(labelled), percent(coverage, 1), half, meanError.toFixed(2), alone]
    return [...cells, percent(significant), percent(wrong)]
  })
  expect(tableBehind(card, '## Estimates of net sentiment')).toEqual(rows)
  const factor = (of: 'betweenSources' | 'betweenEntities', label: number) =>
    Math.exp(Math.sqrt(errors[of][label]?.[label] ?? Number.NaN)).toFixed(1)
  expect(card).toContain(`by a factor of ${factor('betweenSources', 0)} between sources.`)
  expect(card).toContain(
    `it is ${factor('betweenEntities', 0)}. Those of a negative label differ by ${factor('betweenSources', 1)} and ${factor('betweenEntities', 1)}.`,
  )
})

interface AdaptationTest {
  readonly modelVersion: string
  readonly sources: readonly {
    readonly name: string
    readonly rows: readonly {
      readonly labelled: number
      readonly drawing: string
      readonly adaptedShare: number
      readonly accuracyBefore: number
      readonly accuracyAfter: number
      readonly macroF1Before: number
      readonly macroF1After: number
    }[]
  }[]
}

test('the page about models quotes the test of adaptations, and the version that it was of', async () => {
  const page = await readFile('docs/model.md', 'utf8')
  const given = JSON.parse(await readFile('models/pulso/adaptation-test.json', 'utf8')) as AdaptationTest
  const rowsOf = (source: string) => {
    const rows = given.sources.find(({ name }) => name === source)?.rows ?? []
    return rows.filter(({ drawing }) => drawing === 'UNIFORM')
  }
  const sources = ['sanders_feed', 'selfdrive_dfe', 'coachella', 'apple_dfe', 'emoevent_en', 'gop_debate2015'].map(
    rowsOf,
  )
  const expected = sources.map(rows => {
    const after = rows.map(row => `${row.accuracyAfter.toFixed(3)} (${percent(row.adaptedShare)})`)
    const last = rows.at(-1)
    return [rows[1]?.accuracyBefore.toFixed(3), ...after, last?.macroF1Before.toFixed(3), last?.macroF1After.toFixed(3)]
  })
  expect(tableBehind(page, '## With labels of your own').map(([, ...cells]) => cells)).toEqual(expected)
  expect(page).toContain(`The figures are of \`${given.modelVersion}\``)
  const spreads = sources.map(rows => {
    const before = rows.map(row => row.accuracyBefore)
    return Math.max(...before) - Math.min(...before)
  })
  expect(page).toContain(`the accuracy before differs by up to ${(100 * Math.max(...spreads)).toFixed(1)} points.`)
})
