import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

interface Report {
  readonly dataset: string
  readonly labels: readonly string[]
  readonly accuracy: { readonly value: number }
  readonly macroF1: { readonly value: number }
  readonly macroRecall: { readonly value: number }
}

const evaluations = JSON.parse(await readFile('models/pulso/evaluation.json', 'utf8')) as readonly Report[]
const of = (dataset: string) => {
  const report = evaluations.find(one => one.dataset === dataset && one.labels.length === 3)
  if (report === undefined) throw new Error(`No evaluation on ${dataset}.`)
  return report
}
const shown = ({ value }: { readonly value: number }) => value.toFixed(3).replace(/^0/, '')

test('the README quotes the evaluation of the default model', async () => {
  const readme = await readFile('README.md', 'utf8')
  const [messages, sanders] = [of('semeval-messages'), of('sanders')]
  expect(readme).toContain(`macro recall ${shown(messages.macroRecall)}, accuracy ${shown(messages.accuracy)}.`)
  expect(readme).toContain(`accuracy ${shown(sanders.accuracy)}, below "always neutral"`)
  expect(readme).toContain(`at a macro F1 of ${shown(sanders.macroF1)}.`)
})
