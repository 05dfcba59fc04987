import { afterAll, beforeAll, expect, test } from 'vitest'
import { createExplainer } from '../../src/explanation/explainer.ts'
import { succeed } from '../../src/problem/problem.ts'
import { startTestService, type TestService } from '../support/classification-service.ts'

let service: TestService
beforeAll(async () => {
  service = await startTestService()
})
afterAll(() => service.close())

/** The real model, with the number of texts in each call. */
function watched() {
  const calls: number[] = []
  const explainer = createExplainer({
    use: async (_version, work) =>
      succeed(
        await work({
          ...service.classifier,
          classify: mentions => {
            calls.push(mentions.length)
            return service.classifier.classify(mentions)
          },
        }),
      ),
  })
  return { calls, explainer }
}

const mention = (index: number) => ({ text: `I love number ${index}`, entity: null, label: 'POSITIVE' as const })

test('a text is explained by one call: with the text, and the text without each of its words', async () => {
  const { calls, explainer } = watched()
  await explainer.explain(mention(1), 'a')
  expect(calls).toEqual([5])
})

test('concurrent requests share calls of sixteen texts, and each gets its own result', async () => {
  const { calls, explainer } = watched()
  const explained = await Promise.all(Array.from({ length: 20 }, (_, index) => explainer.explain(mention(index), 'a')))
  expect(calls).toEqual([16 * 5, 4 * 5])
  for (const [index, explanation] of explained.entries()) {
    const terms = explanation.ok ? explanation.value.map(({ term }) => term) : []
    expect(terms.toSorted()).toEqual(['I', 'love', 'number', String(index)].toSorted())
  }
})

test('each label is explained by the version that gave it', async () => {
  const versions: string[] = []
  const explainer = createExplainer({
    use: async (version, work) => {
      versions.push(version)
      return succeed(await work(service.classifier))
    },
  })
  await Promise.all(['a', 'b', 'a'].map(version => explainer.explain(mention(1), version)))
  expect(versions.toSorted()).toEqual(['a', 'b'])
})

test('an unexpected error rejects every request', async () => {
  const explainer = createExplainer({
    use: async () => {
      throw new Error('broken')
    },
  })
  const requests = [1, 2].map(index => explainer.explain(mention(index), 'a'))
  expect((await Promise.allSettled(requests)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
