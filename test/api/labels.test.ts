import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { whenIndexed } from '../support/when-indexed.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

interface Mention {
  readonly classificationId: string
  readonly tweetId: string
  readonly entityId: string
  readonly predicted: string
}

const CLASSIFY = `mutation ($input: ClassifyInput!) {
  classify(input: $input) { classification { id label tweet { id } entity { id } } }
}`

async function store(externalId: string, text = `Tweet ${externalId}`, entity = 'Xbox'): Promise<Mention> {
  const { classification } = (await api.data(CLASSIFY, { input: { text, entity, externalId } })).classify
  return {
    classificationId: classification.id,
    tweetId: classification.tweet.id,
    entityId: classification.entity.id,
    predicted: classification.label,
  }
}

const LABEL = 'id label annotator origin isUndo inclusionProbability tweet { externalId } entity { name }'
const SET = `mutation ($input: SetLabelInput!) {
  setLabel(input: $input) { isNew label { ${LABEL} } userErrors { code message field } }
}`
const UNDO = `mutation ($id: ID!) { undoLabel(id: $id) { label { ${LABEL} } userErrors { code field } } }`
const ADJUDICATE = `mutation ($input: AdjudicateLabelInput!) {
  adjudicateLabel(input: $input) { label { id label origin } userErrors { code message } }
}`
const READ = `query ($id: ID!) {
  classification(id: $id) {
    label humanLabel { label basis annotator origin annotatorCount isDisputed }
    labels { label annotator isUndo }
    tweet { humanLabel { label } importedLabel }
  }
}`

const set = async (mention: Mention, annotator: string, label: string, more: object = {}) =>
  (await api.data(SET, { input: { classificationId: mention.classificationId, annotator, label, ...more } })).setLabel
const read = async ({ classificationId }: Mention) => (await api.data(READ, { id: classificationId })).classification

let mention: Mention
let number = 0

beforeEach(async () => {
  number += 1
  mention = await store(`tweet ${number}`)
})

describe('several labels in one call', () => {
  const SET_ALL = `mutation ($inputs: [SetLabelInput!]!) {
    setLabels(inputs: $inputs) {
      results { isNew label { label annotator } userErrors { code field } } userErrors { code message field }
    }
  }`
  const setAll = async (inputs: readonly object[]) => (await api.data(SET_ALL, { inputs })).setLabels

  test('are stored in their order, and a wrong one does not stop the others', async () => {
    const { classificationId } = mention
    const other = await store(`other ${number}`)
    const inputs = [
      { classificationId, annotator: 'ann', label: 'NEGATIVE' },
      { classificationId: 'nothing', annotator: 'ann', label: 'NEGATIVE' },
      { classificationId, annotator: 'file', label: 'NEGATIVE' },
      { classificationId: other.classificationId, annotator: 'ann', label: 'NEUTRAL' },
      { classificationId, annotator: 'ann', label: 'POSITIVE' },
      { annotator: 'ann', label: 'POSITIVE' },
    ]
    const stored = (label: string) => ({ isNew: true, label: { label, annotator: 'ann' }, userErrors: [] })
    const refused = (...field: readonly string[]) => ({
      isNew: false,
      label: null,
      userErrors: [{ code: 'INVALID', field }],
    })
    const first = await setAll(inputs)
    expect(first).toEqual({
      results: [
        stored('NEGATIVE'),
        refused('inputs', '1', 'classificationId'),
        refused('inputs', '2', 'annotator'),
        stored('NEUTRAL'),
        stored('POSITIVE'),
        refused('inputs', '5'),
      ],
      userErrors: [],
    })
    expect((await read(mention)).humanLabel).toMatchObject({ label: 'POSITIVE' })
    expect((await setAll([inputs[3] ?? {}, inputs[4] ?? {}])).results).toMatchObject([
      { isNew: false },
      { isNew: false },
    ])
  })

  test.each([
    [0, 'INVALID'],
    [301, 'TOO_MANY'],
  ])('must be 1 to 300, not %i', async (count, code) => {
    const inputs = Array.from({ length: count }, () => ({
      tweetId: mention.tweetId,
      annotator: 'ann',
      label: 'NEUTRAL',
    }))
    const { results, userErrors } = await setAll(inputs)
    expect({ results, userErrors }).toEqual({
      results: [],
      userErrors: [{ code, message: expect.stringContaining('1 to 300 labels'), field: ['inputs'] }],
    })
    expect((await read(mention)).labels).toEqual([])
  })

  test('may be 300 with all that names a mention', async () => {
    const { tweetId, entityId } = mention
    const one = { tweetId, entityId, label: 'NEUTRAL', source: 'API', labelledAt: '2026-01-01T00:00:00Z' }
    const { results } = await setAll(
      Array.from({ length: 300 }, (_, index) => ({ ...one, annotator: `ann ${index % 2}` })),
    )
    expect(results).toHaveLength(300)
    expect((await read(mention)).labels).toHaveLength(2)
  })
})

describe('a label', () => {
  test('is shown beside the model’s, with who gave it', async () => {
    const { label, isNew, userErrors } = await set(mention, ' ann ', 'NEGATIVE', { source: 'PAGE' })
    expect({ isNew, userErrors }).toEqual({ isNew: true, userErrors: [] })
    expect(label).toMatchObject({
      label: 'NEGATIVE',
      annotator: 'ann',
      origin: 'PAGE',
      isUndo: false,
      tweet: { externalId: `tweet ${number}` },
      entity: { name: 'Xbox' },
    })
    expect(await read(mention)).toEqual({
      label: mention.predicted,
      humanLabel: {
        label: 'NEGATIVE',
        basis: 'SINGLE',
        annotator: 'ann',
        origin: 'PAGE',
        annotatorCount: 1,
        isDisputed: false,
      },
      labels: [{ label: 'NEGATIVE', annotator: 'ann', isUndo: false }],
      tweet: { humanLabel: { label: 'NEGATIVE' }, importedLabel: null },
    })
  })

  test('that is repeated adds nothing', async () => {
    const first = await set(mention, 'ann', 'NEGATIVE')
    const again = await set(mention, 'ann', 'NEGATIVE')
    expect(again).toEqual({ ...first, isNew: false })
    expect((await read(mention)).labels).toHaveLength(1)
  })

  test('can be undone step by step, and everything stays in the history', async () => {
    const first = await set(mention, 'ann', 'NEGATIVE')
    const second = await set(mention, 'ann', 'POSITIVE')
    const undo = async (id: string) => (await api.data(UNDO, { id })).undoLabel
    expect(await undo(first.label.id)).toEqual({ label: null, userErrors: [{ code: 'CONFLICT', field: ['id'] }] })
    const undone = await undo(second.label.id)
    expect(undone.label).toMatchObject({ label: 'NEGATIVE', isUndo: true })
    expect(await undo(second.label.id)).toEqual(undone)
    expect((await read(mention)).humanLabel).toMatchObject({ label: 'NEGATIVE' })
    expect((await undo(first.label.id)).label).toMatchObject({ label: null, isUndo: true })
    expect(await read(mention)).toMatchObject({
      humanLabel: null,
      labels: [{ label: 'NEGATIVE' }, { label: 'POSITIVE' }, { isUndo: true }, { isUndo: true }],
    })
  })

  test('is found by tweet and entity, and by external id and name', async () => {
    const { tweetId, entityId } = mention
    const label = { annotator: 'ann', label: 'NEUTRAL' }
    expect((await api.data(SET, { input: { tweetId, entityId, ...label } })).setLabel.isNew).toBe(true)
    await whenIndexed(api.database.storage.pool)
    for (const text of [null, `Tweet tweet ${number}`]) {
      const input = { externalId: `tweet ${number}`, entity: '#xbox', text, ...label }
      expect((await api.data(SET, { input })).setLabel).toMatchObject({ isNew: false, userErrors: [] })
    }
  })

  test.each([
    [{}, 'INVALID', ['input']],
    [{ classificationId: 'x' }, 'INVALID', ['input', 'classificationId']],
    [{ tweetId: 'x', classificationId: 'x' }, 'INVALID', ['input']],
    [{ externalId: 'no such tweet', entity: 'Xbox' }, 'NOT_FOUND', ['input', 'externalId']],
    [{ externalId: 'tweet 1', entity: 'No such entity' }, 'NOT_FOUND', ['input', 'entity']],
    [{ externalId: 'a\u0000b', entity: 'Xbox' }, 'NOT_FOUND', null],
  ])('of no stored mention is refused: %j', async (target, code, field) => {
    const { setLabel } = await api.data(SET, { input: { ...target, annotator: 'ann', label: 'NEUTRAL' } })
    expect(setLabel).toMatchObject({ label: null, isNew: false, userErrors: [{ code, field }] })
  })

  test.each([
    ['', 'INVALID'],
    ['   ', 'INVALID'],
    ['file', 'INVALID'],
    ['File', 'INVALID'],
    ['a\u0000b', 'INVALID'],
    ['x'.repeat(101), 'TOO_LONG'],
  ])('of the annotator %j is refused', async (annotator, code) => {
    const { userErrors } = await set(mention, annotator, 'NEUTRAL')
    expect(userErrors).toMatchObject([{ code, field: ['input', 'annotator'] }])
  })

  test('of ten annotators at the same time is never lost, nor one of the same annotator sent twice', async () => {
    const annotators = Array.from({ length: 10 }, (_, index) => `annotator ${index}`)
    const sent = [...annotators, ...annotators].map(annotator => set(mention, annotator, 'NEUTRAL'))
    const answers = await Promise.all(sent)
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(10)
    expect(await read(mention)).toMatchObject({
      humanLabel: { label: 'NEUTRAL', basis: 'AGREED', annotatorCount: 10 },
    })
  })
})

test('an adjudication decides until it is undone, and needs labels of two annotators', async () => {
  await set(mention, 'ann', 'POSITIVE')
  const adjudicate = async () =>
    (
      await api.data(ADJUDICATE, {
        input: { classificationId: mention.classificationId, annotator: 'ann', label: 'NEUTRAL' },
      })
    ).adjudicateLabel
  expect((await adjudicate()).userErrors).toMatchObject([{ code: 'CONFLICT' }])
  await set(mention, 'bob', 'NEGATIVE')
  expect((await read(mention)).humanLabel).toMatchObject({ label: 'NEGATIVE', isDisputed: true })
  const { label } = await adjudicate()
  expect(label).toMatchObject({ label: 'NEUTRAL', origin: 'AGREEMENT' })
  expect((await read(mention)).humanLabel).toMatchObject({ label: 'NEUTRAL', basis: 'ADJUDICATED', isDisputed: false })
  await api.data(UNDO, { id: label.id })
  expect((await read(mention)).humanLabel).toMatchObject({ label: 'NEGATIVE', basis: 'SINGLE' })
})

test('lists find labels by annotator, disagreement and origin, page both ways, and count', async () => {
  const entity = 'Listed'
  const mentions = await Promise.all(
    Array.from({ length: 7 }, (_, at) => store(`listed ${at}`, `Listed ${at}`, entity)),
  )
  for (const [at, one] of mentions.entries()) {
    await set(one, 'ann', at < 3 ? one.predicted : one.predicted === 'NEUTRAL' ? 'NEGATIVE' : 'NEUTRAL')
    if (at === 0) await set(one, 'bob', one.predicted === 'POSITIVE' ? 'NEGATIVE' : 'POSITIVE')
  }
  const entityId = mentions[0]?.entityId
  const LIST = `query ($filter: LabelFilter, $first: Int, $after: String, $last: Int, $before: String) {
    labels(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      totalCount pageInfo { hasNextPage startCursor endCursor } nodes { annotator tweet { externalId } }
    }
  }`
  const list = async (filter: object, page: object = {}) =>
    (await api.data(LIST, { filter: { entityId, ...filter }, ...page })).labels
  expect((await list({})).totalCount).toBe(8)
  expect((await list({ annotator: 'bob' })).nodes).toMatchObject([{ annotator: 'bob' }])
  expect((await list({ annotator: 'ann', disagreesWithModel: true })).totalCount).toBe(4)
  expect((await list({ annotator: 'ann', disagreesWithModel: false })).totalCount).toBe(3)
  expect((await list({ annotatorsDisagree: true })).totalCount).toBe(2)
  expect((await list({ annotatorsDisagree: false })).totalCount).toBe(6)
  expect((await list({ origin: 'IMPORT' })).totalCount).toBe(0)
  expect((await list({ range: { to: '2000-01-01T00:00:00Z' } })).totalCount).toBe(0)
  const all = (await list({})).nodes
  const paged: unknown[] = []
  for (let after: string | null = null; ; ) {
    const page: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await list(
      {},
      { first: 3, after },
    )
    paged.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) break
    after = page.pageInfo.endCursor
  }
  expect(paged).toEqual(all)
  expect((await list({}, { last: 3 })).nodes).toEqual(all.slice(-3))
  const replaced = await list({ withReplaced: true, annotator: 'ann' })
  expect(replaced.totalCount).toBe(7)
})

test('counts of labels are beside those of the model, and agreement is measured', async () => {
  const entity = 'Counted'
  const mentions = await Promise.all(
    Array.from({ length: 6 }, (_, at) => store(`counted ${at}`, `Counted ${at}`, entity)),
  )
  for (const [at, one] of mentions.entries()) {
    await set(one, 'ann', at % 2 === 0 ? 'POSITIVE' : 'NEGATIVE')
    await set(one, 'bob', at % 2 === 0 || at === 5 ? 'POSITIVE' : 'NEGATIVE')
  }
  const { entity: found } = await api.data(
    `query { entity(name: "counted") {
      labelCounts { positive neutral negative irrelevant total byPeople disputed }
      inRange: labelCounts(range: { to: "2000-01-01T00:00:00Z" }) { total }
      labelAgreement {
        mentionCount observedAgreement { value } krippendorffAlpha { value low high }
        pairs { first second cohenKappa { value sampleSize } observedAgreement { value } }
      }
    } }`,
  )
  // Of the disputed mention, the later label holds.
  expect(found.labelCounts).toEqual({
    positive: 4,
    neutral: 0,
    negative: 2,
    irrelevant: 0,
    total: 6,
    byPeople: 6,
    disputed: 1,
  })
  expect(found.inRange).toEqual({ total: 0 })
  // By hand: 5 of 6 pairs agree; ann has 3 of 6 positive, bob 4 of 6. Expected agreement 1/2, so kappa is (5/6 - 1/2) / (1/2).
  expect(found.labelAgreement.pairs).toEqual([
    {
      first: 'ann',
      second: 'bob',
      cohenKappa: { value: expect.closeTo(2 / 3, 10), sampleSize: 6 },
      observedAgreement: { value: expect.closeTo(5 / 6, 10) },
    },
  ])
  // 7 positive and 5 negative ratings; observed disagreement 2, expected 2 * 7 * 5 / 11.
  const { krippendorffAlpha, mentionCount } = found.labelAgreement
  expect(mentionCount).toBe(6)
  expect(krippendorffAlpha.value).toBeCloseTo(1 - (11 * 2) / (2 * 7 * 5), 10)
  expect(krippendorffAlpha.low).toBeLessThan(krippendorffAlpha.value)
})
