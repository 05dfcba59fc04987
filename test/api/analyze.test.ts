import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

const ANALYZE = `query ($text: String!, $entities: [String!], $modelId: ID) {
  analyze(text: $text, entities: $entities, modelId: $modelId) {
    userErrors { code message field }
    analysis {
      message { label confidence model { version } }
      entities {
        name sentiment entity { name aliases }
        prediction { label confidence isUncertain isTruncated probabilities { positive neutral negative irrelevant } }
        occurrences { text start end label confidence isUncertain }
      }
    }
  }
}`

interface FoundEntity {
  readonly name: string
  readonly sentiment: string
  readonly entity: { readonly name: string } | null
  readonly prediction: { readonly label: string; readonly confidence: number; readonly isUncertain: boolean }
  readonly occurrences: readonly {
    readonly text: string
    readonly start: number
    readonly end: number
    readonly label: string
  }[]
}

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  await store('Xbox', 'H&M', 'Call of Duty', 'Disney+', 'Serena Williams', 'Grand Theft Auto Vice City')
  await store('Call of Duty: Black Ops Cold War')
  const id = (await api.data('{ entity(name: "Call of Duty") { id } }')).entity.id
  await api.data(
    'mutation ($id: ID!) { addEntityAlias(input: { entityId: $id, alias: "CoD" }) { userErrors { message } } }',
    {
      id,
    },
  )
})
afterAll(() => api.close())

const store = async (...entities: string[]) => {
  const inputs = entities.map(entity => ({ text: `I like ${entity}`, entity, externalId: entity }))
  await api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }',
    { inputs },
  )
}

async function entitiesOf(text: string, entities?: readonly string[]): Promise<readonly FoundEntity[]> {
  const { analysis, userErrors } = (await api.data(ANALYZE, { text, entities })).analyze
  expect(userErrors).toEqual([])
  return analysis.entities
}

describe('analyze', () => {
  test('finds tracked entities by names and aliases in any spelling, and others by how they are written', async () => {
    const found = await entitiesOf('my xbox beats #CallOfDuty, cod and disney plus; Netflix and h&m are bad')
    expect(
      found.map(({ name, entity, occurrences }) => [name, entity?.name, occurrences.map(({ text }) => text)]),
    ).toEqual([
      ['Xbox', 'Xbox', ['xbox']],
      ['Call of Duty', 'Call of Duty', ['#CallOfDuty', 'cod']],
      ['Disney+', 'Disney+', ['disney plus']],
      ['H&M', 'H&M', ['h&m']],
      ['Netflix', undefined, ['Netflix']],
    ])
  })

  test('answers for each entity as predict does', async () => {
    const text = 'I love my new Xbox but Netflix is garbage'
    const found = await entitiesOf(text)
    expect(found.map(({ name, sentiment }) => [name, sentiment])).toEqual([
      ['Xbox', 'POSITIVE'],
      ['Netflix', 'NEGATIVE'],
    ])
    for (const { name, prediction } of found) {
      const query = `query ($text: String!, $entity: String!) { predict(text: $text, entity: $entity) { prediction {
        label confidence isUncertain isTruncated probabilities { positive neutral negative irrelevant } } } }`
      expect((await api.data(query, { text, entity: name })).predict.prediction).toEqual(prediction)
    }
  })

  test('places are UTF-16 code units of the text as it was sent', async () => {
    const text = '\u{1f600} cafe\u0301 &amp; #Xbox \u{1f469}\u200d\u{1f467} Nestlé\u2019s “Netflix” C:\\u0041'
    const found = await entitiesOf(text)
    expect(found.map(({ name }) => name)).toEqual(['Xbox', 'Nestlé', 'Netflix'])
    for (const { occurrences } of found) {
      for (const { text: written, start, end } of occurrences) expect(text.slice(start, end)).toBe(written)
    }
    expect(found[0]?.occurrences[0]).toMatchObject({ text: '#Xbox', start: text.indexOf('#Xbox') })
  })

  test('an entity that is praised and blamed is MIXED, and each place has its own label', async () => {
    for (const text of [
      'Netflix is amazing for movies, but Netflix is terrible for sports',
      'Netflix is amazing and I love it. The kids watch a lot. Netflix support is awful, I hate it!',
    ]) {
      const [found] = await entitiesOf(text)
      expect(found).toMatchObject({ name: 'Netflix', sentiment: 'MIXED' })
      expect(found?.occurrences.map(({ label }) => label)).toEqual(['POSITIVE', 'NEGATIVE'])
    }
    expect((await entitiesOf('Netflix is amazing. I love Netflix!'))[0]?.sentiment).toBe('POSITIVE')
  })

  test('a text that is longer than the model reads is judged by the passages that name the entity', async () => {
    const filler = 'We went home and had some food and it was a day like every other day of the week. '.repeat(8)
    const found = await entitiesOf(
      `${filler}I absolutely love my Xbox, best thing ever. ${filler}Netflix is garbage, I hate it.`,
    )
    expect(found.map(({ name, sentiment }) => [name, sentiment])).toEqual([
      ['Xbox', 'POSITIVE'],
      ['Netflix', 'NEGATIVE'],
    ])
    const explained = await api.data(
      'query ($text: String!) { analyze(text: $text) { analysis { entities { prediction { explanation { term start end } } } } } }',
      { text: `\u{1f600} ${filler}Netflix is garbage, I hate it.` },
    )
    const points = [...`\u{1f600} ${filler}Netflix is garbage, I hate it.`]
    for (const { term, start, end } of explained.analyze.analysis.entities[0].prediction.explanation) {
      expect(points.slice(start, end).join('')).toBe(term)
    }
  })

  test('names of the call come first, once each, also if the text does not have them', async () => {
    const found = await entitiesOf('the cold war one is great, unlike Netflix', [
      'Sony',
      'Call of Duty: Cold War',
      'COD',
      '@sony',
      ' ',
    ])
    expect(found.map(({ name, occurrences }) => [name, occurrences.map(({ text }) => text)])).toEqual([
      ['Sony', []],
      ['Call of Duty: Cold War', ['cold war']],
      ['Call of Duty', []],
      ['Netflix', ['Netflix']],
    ])
    expect(found[0]?.prediction.isUncertain).toBe(true)
  })

  test('one name of a person stands for the longer one before it', async () => {
    const found = await entitiesOf('Elon Musk did it again, says Musk')
    expect(found.map(({ name, occurrences }) => [name, occurrences.length])).toEqual([['Elon Musk', 2]])
  })

  test('one name of a tracked person stands for the tracked entity', async () => {
    const found = await entitiesOf('Serena Williams did it again, says Williams')
    expect(found.map(({ entity, occurrences }) => [entity?.name, occurrences.length])).toEqual([['Serena Williams', 2]])
  })

  test('a tracked name of seven words is found', async () => {
    const [found] = await entitiesOf('i play call of duty black ops cold war')
    expect(found?.entity?.name).toBe('Call of Duty: Black Ops Cold War')
  })

  test('a text without entities has a message and no entities', async () => {
    const { analysis } = (await api.data(ANALYZE, { text: 'i hate mondays' })).analyze
    expect(analysis).toMatchObject({ message: { label: 'NEGATIVE' }, entities: [] })
  })

  test('what cannot be analyzed is refused with a sentence and the path', async () => {
    const errors = async (variables: object) => (await api.data(ANALYZE, { ...variables })).analyze.userErrors
    expect(await errors({ text: ' ' })).toMatchObject([{ code: 'INVALID', field: ['text'] }])
    expect(await errors({ text: 'a\0b' })).toMatchObject([{ code: 'INVALID', field: ['text'] }])
    expect(await errors({ text: 'a'.repeat(10_001) })).toMatchObject([{ code: 'TOO_LONG', field: ['text'] }])
    expect(await errors({ text: 'x', entities: ['!!'] })).toMatchObject([{ code: 'INVALID', field: ['entities'] }])
    const many = Array.from({ length: 33 }, (_, index) => `Name ${index}`)
    expect(await errors({ text: 'x', entities: many })).toMatchObject([{ code: 'TOO_MANY', field: ['entities'] }])
    const { errors: faults } = await api.ask(ANALYZE, { text: 'x', modelId: 'nonsense' })
    expect(faults).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })

  test.each([
    ['one word', 'a'.repeat(10_000)],
    ['signs of users', '@'.repeat(10_000)],
    ['users', '@ab '.repeat(2500)],
    ['emoji', '\u{1f469}\u200d\u{1f467}'.repeat(2000)],
    ['text from right to left', '\u202eשלום Ab '.repeat(1000)],
    ['half characters', '\ud83d Ab '.repeat(2000)],
    ['capitals', 'Ab Cd '.repeat(1666)],
    ['sentences', 'Xbox. '.repeat(1666)],
    ['turns', 'Xbox but '.repeat(1111)],
  ])('%s without end are analyzed within the limits', async (_, text) => {
    const found = await entitiesOf(text)
    expect(found.length).toBeLessThanOrEqual(32)
    for (const { occurrences } of found) expect(occurrences.length).toBeLessThanOrEqual(20)
  })
})

describe('analyzeBatch', () => {
  const BATCH = `query ($texts: [String!]!, $entities: [String!]) { analyzeBatch(texts: $texts, entities: $entities) {
    userErrors { code message field }
    results { userErrors { code field } analysis { message { label } entities {
      name sentiment prediction { label confidence probabilities { positive neutral negative irrelevant } }
      occurrences { text start end label probabilities { positive neutral negative irrelevant } }
    } } }
  } }`

  test('answers in the order of the texts, each with its own errors', async () => {
    const texts = ['I love Netflix', '', 'Sony is garbage', 'a'.repeat(10_001), 'nothing here']
    const { results, userErrors } = (await api.data(BATCH, { texts })).analyzeBatch
    expect(userErrors).toEqual([])
    expect(results).toMatchObject([
      { analysis: { entities: [{ name: 'Netflix', sentiment: 'POSITIVE' }] }, userErrors: [] },
      { analysis: null, userErrors: [{ code: 'INVALID', field: ['texts', '1'] }] },
      { analysis: { entities: [{ name: 'Sony', sentiment: 'NEGATIVE' }] } },
      { analysis: null, userErrors: [{ code: 'TOO_LONG', field: ['texts', '3'] }] },
      { analysis: { entities: [] } },
    ])
  })

  test('a text is analyzed as it is alone, whatever names its neighbours have', async () => {
    const text = 'so GTAVC is great'
    const { results } = (await api.data(BATCH, { texts: ['I like Grand Theft Auto Vice City', text] })).analyzeBatch
    const [alone] = (await api.data(BATCH, { texts: [text] })).analyzeBatch.results
    expect(results[1]).toEqual(alone)
    expect(results[0].analysis.entities).toMatchObject([{ name: 'Grand Theft Auto Vice City' }])
  })

  test('of no text, and of more than 25, is refused', async () => {
    const refused = async (count: number) =>
      (await api.data(BATCH, { texts: Array.from({ length: count }, () => 'x') })).analyzeBatch
    expect(await refused(0)).toMatchObject({ results: [], userErrors: [{ code: 'INVALID', field: ['texts'] }] })
    expect(await refused(26)).toMatchObject({ results: [], userErrors: [{ code: 'TOO_MANY', field: ['texts'] }] })
    expect((await refused(25)).results).toHaveLength(25)
  })

  test('is charged for each name and text', async () => {
    const fields = Array.from(
      { length: 30 },
      (_, index) => `a${index}: analyzeBatch(texts: $texts, entities: $entities) { userErrors { code } }`,
    )
    const ask = (names: number) =>
      api.ask(`query ($texts: [String!]!, $entities: [String!]) { ${fields.join(' ')} }`, {
        texts: Array.from({ length: 25 }, () => ''),
        entities: Array.from({ length: names }, (_, index) => `Name ${index}`),
      })
    expect((await ask(32)).errors).toMatchObject([{ message: expect.stringContaining('points of cost') }])
    expect((await ask(1)).errors).toBeUndefined()
  })
})

test('a problem of one of several texts has the path that GraphQL has', async () => {
  const response = await fetch(`${api.url}/analyze`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"texts":["I love it", ""]}',
  })
  const { results } = (await response.json()) as { results: object[] }
  expect(results[1]).toMatchObject({ error: { code: 'INVALID', field: ['texts', '1'] } })
})
