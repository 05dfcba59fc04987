import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi

const NAMES = ['Xbox', 'Call of Duty', 'Nvidia', '日本', 'Ärzte', 'Disney+', 'Disney', 'xkcd', 'C++', 'Zelda']

beforeAll(async () => {
  api = await startApi()
  await api.data(
    'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }',
    { inputs: [...NAMES.map(entity => ({ text: `About ${entity}`, entity })), { text: 'About nothing' }] },
  )
})
afterAll(() => api.close())

interface Page {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly edges: readonly { readonly node: { readonly name: string } }[]
}
const page = async (variables: Record<string, unknown>): Promise<Page> =>
  (
    await api.data(
      `query ($first: Int, $after: String, $search: String) {
        entities(first: $first, after: $after, search: $search) {
          totalCount pageInfo { hasNextPage endCursor } edges { node { name } }
        }
      }`,
      variables,
    )
  ).entities
const namesOf = ({ edges }: Page) => edges.map(({ node }) => node.name)

test.each(['Xbox', '@xbox', '#XBOX', ' x-box '])('%j is Xbox', async name => {
  const { entity } = await api.data('query ($name: String!) { entity(name: $name) { name } }', { name })
  expect(entity).toEqual({ name: 'Xbox' })
})

test.each(['', '!!!', 'Playstation', '\u0000', "Xbox'; DROP TABLE entity; --", 'x'.repeat(100_000)])(
  'nothing is known about %#',
  async name => {
    expect(await api.data('query ($name: String!) { entity(name: $name) { name } }', { name })).toEqual({
      entity: null,
    })
  },
)

test('every entity is listed once, page by page, and the whole message is none of them', async () => {
  const names: string[] = []
  let after: string | null = null
  do {
    const { edges, pageInfo, totalCount } = await page({ first: 3, after })
    expect(totalCount).toBe(NAMES.length)
    names.push(...edges.map(({ node }) => node.name))
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
  expect(names.toSorted()).toEqual(NAMES.toSorted())
})

test.each([
  ['disney', ['Disney', 'Disney+']],
  ['Call Of', ['Call of Duty']],
  ['本', ['日本']],
  ['%', []],
  ['_', []],
  ['!!!', []],
  ['\u0000', []],
])('searching for %j finds %j', async (search, names) => {
  const found = await page({ search })
  expect(namesOf(found).toSorted()).toEqual(names)
  expect(found.totalCount).toBe(names.length)
})

test.each([null, '', '  '])('searching for %j finds all', async search => {
  expect((await page({ search })).totalCount).toBe(NAMES.length)
})

test.each([
  [{ first: 101 }, ['first']],
  [{ first: -1 }, ['first']],
  [{ after: 'x' }, ['after']],
  [{ after: Buffer.from('["entities",["a\\u0000"]]').toString('base64url') }, ['after']],
])('%j is refused by name', async (variables, field) => {
  const { errors } = await api.ask(
    'query ($first: Int, $after: String) { entities(first: $first, after: $after) { totalCount } }',
    variables,
  )
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field } }])
})

test('nothing of this was a bug', () => {
  expect(api.logged).toEqual([])
})
