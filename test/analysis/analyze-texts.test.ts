import { expect, test } from 'vitest'
import { type AnalyzeNeeds, type AnalyzeOptions, analyzeTexts } from '../../src/analysis/analyze-texts.ts'
import type { Mention, Scores } from '../../src/ml/network/classifier.ts'
import { succeed } from '../../src/problem/problem.ts'

const NEUTRAL: Scores = {
  label: 'NEUTRAL',
  probabilities: { positive: 0.1, neutral: 0.7, negative: 0.1, irrelevant: 0.1 },
  confidence: 0.7,
  isUncertain: false,
  isTruncated: false,
  unknownTokenShare: 0,
  language: null,
  unreadReason: null,
}

/** The analysis of a text by a stub of the model, and what the stub was asked. */
async function analyze(
  text: string,
  answer: (mention: Mention) => Partial<Scores> = () => ({}),
  options?: AnalyzeOptions,
) {
  const asked: (readonly Mention[])[] = []
  const needs: AnalyzeNeeds = {
    findTracked: async () => [],
    predict: async mentions => {
      asked.push(mentions)
      return mentions.map(mention => succeed({ ...NEUTRAL, ...answer(mention) }))
    },
  }
  const [result] = await analyzeTexts(needs, [text], options)
  if (!result?.ok) throw new Error('The text was not analyzed.')
  return { analysis: result.value, asked }
}

const nameOf = (index: number) => `Na${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}`

test('a long text with many names has a bounded number of passages, and at least one for each entity', async () => {
  const names = Array.from({ length: 40 }, (_, index) => nameOf(index))
  const sentences = Array.from({ length: 20 }, (_, day) => `On day ${day} they use ${names.join(', ')} there.`)
  const { analysis, asked } = await analyze(sentences.join(' '))
  expect(analysis.entities).toHaveLength(32)
  expect(asked.flat().length).toBeLessThanOrEqual(1 + 100 + 2 * 32)
  for (const { name, scored } of analysis.entities) {
    expect(scored.text.length, name).toBeLessThan(sentences.join(' ').length)
    expect(asked.flat(), name).toContainEqual({ text: scored.text, entity: name })
  }
})

test('a passage is read in the language of the whole message', async () => {
  const text = 'Me encanta Xbox. Xbox no.'
  const { analysis, asked } = await analyze(text, ({ text: part, language }) => ({
    language: language ?? (part === text ? 'es' : null),
    label: language === 'es' ? 'NEGATIVE' : 'NEUTRAL',
  }))
  expect(asked[1]).toEqual([
    { text: 'Me encanta Xbox.', entity: 'Xbox', language: 'es' },
    { text: 'Xbox no.', entity: 'Xbox', language: 'es' },
  ])
  expect(analysis.entities[0]).toMatchObject({
    scored: { text, language: 'es' },
    occurrences: [{ scores: { label: 'NEGATIVE' } }, { scores: { label: 'NEGATIVE' } }],
  })
})

test('passages of a message whose language is unsure are read as they are', async () => {
  const { asked } = await analyze('Me encanta Xbox. Xbox no.', ({ text }) => ({
    language: text.length < 20 ? 'pt' : null,
  }))
  expect(asked).toHaveLength(1)
})
