import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi
const TEXTS = ['I love Xbox', 'I hate Xbox', '=Xbox, or not']

beforeAll(async () => {
  api = await startApi()
  for (const [index, text] of TEXTS.entries()) {
    const input = { text, entity: 'Xbox', externalId: `x${index}` }
    await api.data('mutation ($input: ClassifyInput!) { classify(input: $input) { userErrors { message } } }', {
      input,
    })
  }
})
afterAll(() => api.close())

const HEAD = 'external_id,entity,text,label,annotator,labelled_at'

async function upload(lines: readonly string[], type = 'text/csv'): Promise<string> {
  const response = await fetch(`${api.url}/imports?name=labels.csv`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: lines.join('\n'),
  })
  return ((await response.json()) as { readonly uploadId: string }).uploadId
}

const IMPORT = `mutation ($uploadId: ID!) {
  importLabels(uploadId: $uploadId) {
    readCount storedCount unchangedCount rejectedCount rejectedLabels { line error { code message field } }
    userErrors { code message field }
  }
}`
const importLabels = async (uploadId: string) => (await api.data(IMPORT, { uploadId })).importLabels

describe('labels of an uploaded file', () => {
  test('are stored beside the model’s, wrong rows are named, and a second time adds nothing', async () => {
    const rows = [
      `x0,xbox,I love Xbox,NEUTRAL,ann,2026-03-01T10:00:00Z`,
      `x1,xbox,I hate Xbox,Sad,ann,2026-03-01T10:00:00Z`,
      `x9,xbox,Never stored,NEUTRAL,ann,2026-03-01T10:00:00Z`,
      `x2,xbox,"'=Xbox, or not",IRRELEVANT,ben,2026-03-01T10:00:00Z`,
    ]
    const uploadId = await upload([HEAD, ...rows])
    const first = await importLabels(uploadId)
    expect(first).toEqual({
      readCount: 4,
      storedCount: 2,
      unchangedCount: 0,
      rejectedCount: 2,
      rejectedLabels: [
        {
          line: 3,
          error: { code: 'INVALID', message: expect.stringContaining('label must be one of'), field: ['label'] },
        },
        {
          line: 4,
          error: {
            code: 'NOT_FOUND',
            message: expect.stringContaining('Import the tweets first'),
            field: ['tweet_key'],
          },
        },
      ],
      userErrors: [],
    })
    expect(await importLabels(uploadId)).toMatchObject({
      readCount: 4,
      storedCount: 0,
      unchangedCount: 2,
      rejectedCount: 2,
    })
    const { entity } = await api.data(
      '{ entity(name: "Xbox") { classifications(first: 5) { nodes { tweet { externalId } humanLabel { label annotator origin } } } } }',
    )
    const labels = new Map(
      entity.classifications.nodes.map((node: { tweet: { externalId: string }; humanLabel: object | null }) => [
        node.tweet.externalId,
        node.humanLabel,
      ]),
    )
    expect(labels.get('x0')).toEqual({ label: 'NEUTRAL', annotator: 'ann', origin: 'IMPORT' })
    expect(labels.get('x1')).toBeNull()
    expect(labels.get('x2')).toEqual({ label: 'IRRELEVANT', annotator: 'ben', origin: 'IMPORT' })
  })

  test('need the columns of such a file', async () => {
    const { userErrors, readCount, rejectedLabels } = await importLabels(
      await upload(['id,text,sentiment', '1,Hello,Positive']),
    )
    expect({ readCount, rejectedLabels }).toEqual({ readCount: null, rejectedLabels: [] })
    expect(userErrors).toEqual([
      {
        code: 'INVALID',
        message: expect.stringMatching(/^labels\.csv is no file of labels: .* lacks label, annotator\./),
        field: ['uploadId'],
      },
    ])
  })

  test.each(['', 'nothing', '../../etc/passwd', '01a22ba4-eeb8-7540-b31c-14068412312d'])(
    'of the upload %j are not found',
    async id => {
      expect((await importLabels(id)).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['uploadId'] }])
    },
  )

  test('of more rows than a client waits for are refused', async () => {
    const row = 'x0,xbox,I love Xbox,POSITIVE,cid,2026-03-01T10:00:00Z'
    const uploadId = await upload([HEAD, ...Array.from({ length: 20_001 }, () => row)])
    expect((await importLabels(uploadId)).userErrors).toMatchObject([
      { code: 'TOO_MANY', message: expect.stringContaining('pulso labels import') },
    ])
    const { labels } = await api.data('{ labels(filter: { annotator: "cid" }) { totalCount } }')
    expect(labels.totalCount).toBe(0)
  })
})
