import { expect, test } from 'vitest'
import type { ClassificationRequest, StoredClassification } from '../../src/classification/service.ts'
import { considerate } from '../../src/imports/jobs/considerate.ts'
import { type Result, succeed } from '../../src/problem/problem.ts'

const requests = Array.from(
  { length: 10 },
  (_, index): ClassificationRequest => ({
    text: `${index}`,
    entity: null,
    source: { kind: 'none' },
    postedAt: null,
    author: null,
    importedLabel: null,
  }),
)

/** Notes which texts it was given together, and how many calls were under way at once. */
function watched() {
  const calls: string[][] = []
  let [open, most] = [0, 0]
  return {
    calls,
    most: () => most,
    async classify(given: readonly ClassificationRequest[]): Promise<readonly Result<StoredClassification>[]> {
      calls.push(given.map(({ text }) => text))
      open += 1
      most = Math.max(most, open)
      await new Promise(resolve => setImmediate(resolve))
      open -= 1
      return given.map(({ text }) =>
        succeed({
          id: text,
          entityId: '',
          isNew: true,
          scores: {
            label: 'NEUTRAL',
            probabilities: { positive: 0, neutral: 1, negative: 0, irrelevant: 0 },
            confidence: 1,
            isUncertain: false,
          },
        }),
      )
    },
  }
}

const { signal } = new AbortController()
const idsOf = (answers: readonly Result<StoredClassification>[]) =>
  answers.map(answer => (answer.ok ? answer.value.id : null))
const texts = requests.map(({ text }) => text)

test('while nobody waits, batches pass whole and as many at once as come', async () => {
  const service = watched()
  const careful = considerate(service, { audience: { isPresent: () => false }, partSize: 4, share: 0.5, signal })
  const answers = await Promise.all([careful.classify(requests), careful.classify(requests)])
  expect(answers.map(idsOf)).toEqual([texts, texts])
  expect(service.calls).toEqual([texts, texts])
  expect(service.most()).toBe(2)
})

test('while somebody waits, small parts go one after the other, and the answers keep their order', async () => {
  const service = watched()
  const careful = considerate(service, { audience: { isPresent: () => true }, partSize: 4, share: 0.5, signal })
  const answers = await Promise.all([careful.classify(requests), careful.classify(requests)])
  expect(answers.map(idsOf)).toEqual([texts, texts])
  expect(service.calls.map(part => part.length).sort()).toEqual([2, 2, 4, 4, 4, 4])
  expect(service.most()).toBe(1)
})

test('once nobody waits any more, what is left passes at once', async () => {
  const service = watched()
  let looks = 0
  const audience = { isPresent: () => ++looks <= 2 }
  const careful = considerate(service, { audience, partSize: 4, share: 0.5, signal })
  expect(idsOf(await careful.classify(requests))).toEqual(texts)
  expect(service.calls.map(part => part.length)).toEqual([4, 6])
})

test('a part that fails fails its batch, and the next batch goes on', async () => {
  const service = watched()
  let isBroken = true
  const breaking = {
    classify: async (given: readonly ClassificationRequest[]) => {
      if (!isBroken) return service.classify(given)
      isBroken = false
      throw new Error('broken')
    },
  }
  const careful = considerate(breaking, { audience: { isPresent: () => true }, partSize: 4, share: 0.5, signal })
  const [first, second] = await Promise.allSettled([careful.classify(requests), careful.classify(requests)])
  expect(first.status).toBe('rejected')
  expect(second.status === 'fulfilled' && idsOf(second.value)).toEqual(texts)
})
