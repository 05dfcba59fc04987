import { expect, test } from 'vitest'
import { adaptInThread } from '../../../src/ml/adaptation/adapt-in-thread.ts'
import { type Adaptation, adaptModel } from '../../../src/ml/adaptation/adapt-model.ts'
import type { LabelledMention } from '../../../src/ml/adaptation/find-correction.ts'
import type { Mention } from '../../../src/ml/network/classifier.ts'
import { createKernelEngine } from '../../../src/ml/network/kernel.ts'
import type { Model } from '../../../src/ml/network/model.ts'
import { createTextScorer } from '../../../src/ml/network/score-texts.ts'
import { randomBilstm, randomModel } from '../network/random-model.ts'
import { labelledFeed } from './labelled-feed.ts'

/** Knows Acme; has a head for texts without an entity and one for the others. */
const model = randomBilstm(5, { contextHeads: [1, 0, 1, 0, 1] })
const mostlyNeutral = (entities: readonly (string | null)[], count = 120) =>
  labelledFeed({ count, entities, labelOf: (_, random) => (random() < 0.8 ? 'NEUTRAL' : 'NEGATIVE') })

async function answers(of: Model, mentions: readonly Mention[]) {
  const score = createTextScorer(of, await createKernelEngine(of))
  return score(mentions.map(({ text, entity }) => ({ text, entity })))
}

async function adapted(of: Model, mentions: readonly LabelledMention[]): Promise<Adaptation> {
  const result = await adaptModel(of, mentions, 'mine')
  if (!result.isAdapted) throw new Error(`Not adapted: ${result.reason}.`)
  return result
}

const shareRight = (given: readonly { readonly label: string }[], mentions: readonly LabelledMention[]) =>
  given.filter(({ label }, index) => label === mentions[index]?.label).length / mentions.length

test('a version learns the mix of labels of a feed, and is as much better on other tweets as it says', async () => {
  const { model: made, gain, entities, isShared } = await adapted(model, mostlyNeutral(['Zalando']))
  const others = labelledFeed({
    count: 400,
    entities: ['Zalando'],
    seed: 4,
    labelOf: (_, random) => (random() < 0.8 ? 'NEUTRAL' : 'NEGATIVE'),
  })
  const [before, after] = [await answers(model, others), await answers(made, others)]
  const truly = shareRight(after, others) - shareRight(before, others)
  expect(truly).toBeGreaterThan(0.2)
  expect(truly).toBeGreaterThan(gain.accuracy.gain.low ?? 1)
  expect(truly).toBeLessThan(gain.accuracy.gain.high ?? 0)
  expect({ entities, isShared }).toEqual({ entities: [{ name: 'Zalando', labelCount: 120 }], isShared: false })
})

test('answers about entities without labels stay exactly as they were', async () => {
  const { model: made } = await adapted(model, mostlyNeutral(['Zalando']))
  const others = ['Acme', 'Bolt', null].flatMap(entity => mostlyNeutral([entity], 20))
  expect(await answers(made, others)).toEqual(await answers(model, others))
  expect(made.manifest.preprocessing).toMatchObject({ entities: ['Acme', 'Zalando'] })
})

test('each entity gets its own mix, also one that the model knew and texts without an entity', async () => {
  const labels = { Acme: 'NEGATIVE', Zalando: 'NEUTRAL', none: 'POSITIVE' } as const
  const mentions = (['Acme', 'Zalando', null] as const).flatMap((entity, index) =>
    labelledFeed({ count: 60, entities: [entity], seed: 10 + index, labelOf: () => labels[entity ?? 'none'] }),
  )
  const { model: made } = await adapted(model, mentions)
  const others = (['Acme', 'zalando', null] as const).map((entity, index) =>
    labelledFeed({ count: 60, entities: [entity], seed: 20 + index, labelOf: () => 'NEUTRAL' }),
  )
  const counts = await Promise.all(
    others.map(async part => {
      const given = await answers(made, part)
      return ['NEGATIVE', 'NEUTRAL', 'POSITIVE'].map(label => given.filter(answer => answer.label === label).length)
    }),
  )
  // Mixes of one label only are shrunk, but each label is the most frequent one where it was given.
  expect(counts.map(count => count.indexOf(Math.max(...count)))).toEqual([0, 1, 2])
})

test('what three entities have in common changes the answers about others only if that helps', async () => {
  const same = mostlyNeutral(['Zalando', 'Bolt', 'Lidl'], 150)
  expect((await adapted(model, same)).isShared).toBe(true)
  const opposite = ['NEUTRAL', 'NEGATIVE', 'POSITIVE'] as const
  const different = opposite.flatMap((label, index) =>
    labelledFeed({
      count: 60,
      entities: [['Zalando', 'Bolt', 'Lidl'][index] ?? ''],
      seed: index,
      labelOf: () => label,
    }),
  )
  expect((await adapted(model, different)).isShared).toBe(false)
})

test('labels on texts that the model does not read, or leaves to another network, are not used', async () => {
  const manifest = { ...model.manifest, languages: { own: 'en', others: [{ language: 'es', version: model.version }] } }
  const english = { ...model, manifest, others: new Map([['es', model]]) }
  const read = mostlyNeutral(['Zalando'])
  const unread = [
    'Sie warten seit zwei Wochen auf ihre Bestellung',
    'Llevan dos semanas esperando su pedido',
    '😡😡',
  ].map(text => ({ ...(read[0] as LabelledMention), text, label: 'NEGATIVE' as const }))
  const result = await adapted(english, [...unread, ...read])
  expect(result.labelCount).toBe(read.length)
  expect(result.answers.map(answer => answer === null)).toEqual([...unread.map(() => true), ...read.map(() => false)])
  expect(result.gain).toEqual((await adapted(english, read)).gain)
  const few = await adaptModel(english, [...unread, ...read.slice(0, 48)], 'mine')
  expect(few).toMatchObject({ isAdapted: false, reason: 'TOO_FEW', tweetCount: 48 })
})

test('labels that the model gives already change nothing', async () => {
  const mentions = mostlyNeutral(['Zalando'])
  const given = await answers(model, mentions)
  const right = mentions.map((mention, index) => ({ ...mention, label: given[index]?.label ?? 'NEUTRAL' }))
  expect(await adaptModel(model, right, 'mine')).toMatchObject({ isAdapted: false, reason: 'ACCURACY' })
})

test('copies of a few tweets are not enough', async () => {
  const [first, second] = mostlyNeutral(['Zalando'], 2)
  const copies = Array.from({ length: 80 }, (_, index) => {
    const mention = (index % 2 === 0 ? first : second) as LabelledMention
    return { ...mention, id: String(index), text: `${mention.text} https://t.co/${index}` }
  })
  expect(await adaptModel(model, copies, 'mine')).toEqual({ isAdapted: false, reason: 'TOO_FEW', tweetCount: 2 })
})

test('too few labels of too many entities change nothing', async () => {
  const mentions = mostlyNeutral(
    Array.from({ length: 60 }, (_, index) => `Brand ${index}`),
    60,
  )
  const given = await answers(model, mentions)
  const scattered = mentions.map((mention, index) => ({ ...mention, label: given[index]?.label ?? 'NEUTRAL' }))
  expect(await adaptModel(model, scattered, 'mine')).toEqual({ isAdapted: false, reason: 'SCATTERED', tweetCount: 60 })
})

test('a model that ignores entities learns one mix for all; labels that it cannot give do not count', async () => {
  const plain = randomModel(8, { labels: ['NEGATIVE', 'POSITIVE'] })
  const mentions = labelledFeed({
    count: 200,
    entities: ['Zalando', 'Bolt'],
    labelOf: (_, random) => (random() < 0.4 ? 'NEUTRAL' : random() < 0.85 ? 'NEGATIVE' : 'POSITIVE'),
  })
  const result = await adapted(plain, mentions)
  expect(result.labelCount).toBe(mentions.filter(({ label }) => label !== 'NEUTRAL').length)
  expect(result.entities).toEqual([])
  expect(result.answers.map(answer => answer === null)).toEqual(mentions.map(({ label }) => label === 'NEUTRAL'))
})

test('the answers about the labelled tweets are of versions that were not fitted to them', async () => {
  const mentions = mostlyNeutral(['Zalando'])
  const { model: made, answers: fitted } = await adapted(model, mentions)
  const own = await answers(made, mentions)
  const lossOf = (given: readonly ({ probabilities: Record<string, number> } | null)[]) =>
    mentions.reduce((sum, { label }, row) => sum - Math.log(given[row]?.probabilities[label.toLowerCase()] ?? 1), 0)
  expect(lossOf(fitted as never)).toBeGreaterThan(lossOf(own as never))
})

test('the same labels give the same version, in a thread as well', async () => {
  const mentions = mostlyNeutral(['Zalando'])
  const [one, other] = [await adapted(model, mentions), await adaptInThread({ model, mentions, name: 'mine' })]
  expect(other.isAdapted && other.model.version).toBe(one.model.version)
  expect(one.model.version).toMatch(/^mine@[0-9a-f]{12}$/)
  expect(one.model.version.slice(-12)).not.toBe(model.version.slice(-12))
})
