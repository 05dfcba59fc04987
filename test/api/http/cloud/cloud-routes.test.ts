import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnalyzeSource } from '../../../../src/api/http/analyze-route.ts'
import { addComprehendRoute } from '../../../../src/api/http/cloud/comprehend-route.ts'
import { addNaturalLanguageRoutes } from '../../../../src/api/http/cloud/natural-language-routes.ts'
import { fail } from '../../../../src/problem/problem.ts'
import { startApi, type TestApi } from '../../start-api.ts'

// CI also runs the services' own clients, in test/clients.

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

/** An emoji, and an accent that is a character of its own. */
const TEXT = '\u{1f600} I love Netflix, but Cafe\u0301 Rio is garbage. Netflix!'

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of another service, and each test checks it
  return { status: response.status, headers: response.headers, body: (await response.json()) as any }
}

describe('Amazon Comprehend', () => {
  const send = (operation: string, body: unknown) =>
    post('/', body, {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Comprehend_20171127.${operation}`,
      authorization: 'AWS4-HMAC-SHA256 Credential=any',
    })
  const fault = (type: string, message: RegExp) => ({
    status: 400,
    body: { __type: type, message: expect.stringMatching(message), Message: expect.stringMatching(message) },
  })

  test('DetectTargetedSentiment has each place in code points, and probabilities that sum to 1', async () => {
    const { status, headers, body } = await send('DetectTargetedSentiment', { Text: TEXT, LanguageCode: 'en' })
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, 'application/x-amz-json-1.1'])
    const points = [...TEXT]
    const at = (text: string, from = 0) => points.join('').slice(0, TEXT.indexOf(text, from)).length - 1
    expect(body.Entities).toMatchObject([
      {
        DescriptiveMentionIndex: [0],
        Mentions: [
          {
            Text: 'Netflix',
            Type: 'OTHER',
            GroupScore: 1,
            BeginOffset: at('Netflix'),
            MentionSentiment: { Sentiment: 'POSITIVE' },
          },
          { Text: 'Netflix', BeginOffset: at('Netflix', 20) },
        ],
      },
      { Mentions: [{ Text: 'Cafe\u0301 Rio', MentionSentiment: { Sentiment: 'NEGATIVE' } }] },
    ])
    for (const { Mentions } of body.Entities) {
      for (const { Text, BeginOffset, EndOffset, Score, MentionSentiment } of Mentions) {
        expect(points.slice(BeginOffset, EndOffset).join('')).toBe(Text)
        expect(Score).toBeGreaterThan(0)
        const { Positive, Negative, Neutral, Mixed } = MentionSentiment.SentimentScore
        expect(Positive + Negative + Neutral + Mixed).toBeCloseTo(1, 9)
        expect(
          MentionSentiment.SentimentScore[
            MentionSentiment.Sentiment[0] + MentionSentiment.Sentiment.slice(1).toLowerCase()
          ],
        ).toBe(Math.max(Positive, Negative, Neutral))
      }
    }
  })

  test('a batch has results and errors by index', async () => {
    const TextList = ['I love Xbox', 'é'.repeat(2501), '', 'nothing']
    for (const operation of ['BatchDetectTargetedSentiment', 'BatchDetectSentiment']) {
      const { status, body } = await send(operation, { TextList, LanguageCode: 'en' })
      expect(status).toBe(200)
      expect(body.ResultList.map(({ Index }: { Index: number }) => Index)).toEqual([0, 3])
      expect(body.ErrorList).toMatchObject([
        { Index: 1, ErrorCode: 'TEXT_SIZE_LIMIT_EXCEEDED', ErrorMessage: expect.stringContaining('5002') },
        { Index: 2, ErrorCode: 'INVALID_REQUEST' },
      ])
    }
  })

  test.each<[string, unknown, string, RegExp]>([
    ['DetectTargetedSentiment', { LanguageCode: 'en' }, 'InvalidRequestException', /Text/],
    ['DetectTargetedSentiment', { Text: '', LanguageCode: 'en' }, 'InvalidRequestException', /text/],
    ['DetectTargetedSentiment', { Text: 'a\0', LanguageCode: 'en' }, 'InvalidRequestException', /U\+0000/],
    ['DetectTargetedSentiment', { Text: 'x' }, 'InvalidRequestException', /LanguageCode/],
    ['DetectTargetedSentiment', { Text: 'x', LanguageCode: 'fr' }, 'UnsupportedLanguageException', /fr/],
    [
      'DetectTargetedSentiment',
      { Text: 'x'.repeat(5001), LanguageCode: 'en' },
      'TextSizeLimitExceededException',
      /5001/,
    ],
    ['BatchDetectSentiment', { TextList: [], LanguageCode: 'en' }, 'InvalidRequestException', /TextList/],
    ['BatchDetectSentiment', { TextList: [1], LanguageCode: 'en' }, 'InvalidRequestException', /TextList/],
    [
      'BatchDetectSentiment',
      { TextList: Array(26).fill('x'), LanguageCode: 'en' },
      'BatchSizeLimitExceededException',
      /25/,
    ],
    ['DetectTargetedSentiment', [], 'InvalidRequestException', /Text/],
    ['DetectTargetedSentiment', '{', 'SerializationException', /JSON/],
    ['DetectFaces', {}, 'UnknownOperationException', /DetectTargetedSentiment/],
  ])('%s of %j is refused as %s', async (operation, body, type, message) => {
    expect(await send(operation, body)).toMatchObject(fault(type, message))
  })
})

describe("Google's Natural Language API", () => {
  const send = (method: string, body: unknown) => post(`/v1/documents:${method}`, body)
  const document = { type: 'PLAIN_TEXT', content: TEXT }

  test.each<[unknown, (at: number) => number]>([
    [undefined, () => -1],
    ['NONE', () => -1],
    ['UTF8', at => Buffer.byteLength(TEXT.slice(0, at))],
    ['UTF16', at => at],
    ['UTF32', at => [...TEXT.slice(0, at)].length],
    [2, at => at],
  ])('offsets with the encoding type %s', async (encodingType, offset) => {
    const { status, body } = await send('analyzeEntitySentiment', { document, encodingType })
    expect([status, body.language]).toEqual([200, 'en'])
    const place = (text: string, from = 0) => ({ content: text, beginOffset: offset(TEXT.indexOf(text, from)) })
    expect(body.entities).toMatchObject([
      {
        name: 'Netflix',
        type: 'OTHER',
        metadata: {},
        mentions: [{ text: place('Netflix'), type: 'PROPER' }, { text: place('Netflix', 20) }],
      },
      { name: 'Cafe\u0301 Rio', mentions: [{ text: place('Cafe\u0301 Rio') }] },
    ])
    expect(body.entities[0].salience).toBeCloseTo(2 / 3)
    expect(body.entities[0].mentions[0].sentiment.score).toBeGreaterThan(0.5)
    expect(body.entities[1].sentiment.score).toBeLessThan(-0.5)
  })

  test('analyzeSentiment has the document and its sentences', async () => {
    const content = 'I love it so much! I hate that one.'
    const { body } = await send('analyzeSentiment', { document: { type: 1, content }, encodingType: 'UTF16' })
    expect(body.sentences).toMatchObject([
      { text: { content: 'I love it so much!', beginOffset: 0 } },
      { text: { content: 'I hate that one.', beginOffset: 19 } },
    ])
    expect(body.sentences.map(({ sentiment }: { sentiment: { score: number } }) => Math.sign(sentiment.score))).toEqual(
      [1, -1],
    )
    expect(body.documentSentiment.magnitude).toBeGreaterThan(1)
  })

  test.each<[unknown, RegExp]>([
    [{}, /document.content/],
    [{ document: { type: 'HTML', content: 'x' } }, /PLAIN_TEXT/],
    [{ document: { type: 'PLAIN_TEXT', content: '' } }, /text/],
    [{ document: { type: 'PLAIN_TEXT', gcsContentUri: 'gs://x/y' } }, /gcsContentUri/],
    [{ document: { type: 'PLAIN_TEXT', content: 'x', language: 'es' } }, /language es; use en\./],
    [{ document: { type: 'PLAIN_TEXT', content: 'x' }, encodingType: 'UTF7' }, /encodingType/],
    [{ document: { type: 'PLAIN_TEXT', content: 'x'.repeat(10_001) } }, /10,000/],
    ['{', /JSON/],
  ])('%j is refused with a google.rpc.Status', async (body, message) => {
    expect(await send('analyzeEntitySentiment', body)).toMatchObject({
      status: 400,
      body: { error: { code: 400, status: 'INVALID_ARGUMENT', message: expect.stringMatching(message) } },
    })
  })
})

describe('Azure', () => {
  const language = (documents: unknown, parameters: object = { opinionMining: true }) =>
    post('/language/:analyze-text?api-version=2023-04-01', {
      kind: 'SentimentAnalysis',
      analysisInput: { documents },
      parameters,
    })
  const textAnalytics = (documents: unknown, query: string) =>
    post(`/text/analytics/v3.1/sentiment?${query}`, { documents })
  const document = { id: '7', text: TEXT, language: 'en' }

  test.each<[string | undefined, (at: number) => number]>([
    [undefined, at => TEXT.slice(0, at).replace('\u{1f600}', '1').replace('e\u0301', '1').length],
    ['TextElements_v8', at => TEXT.slice(0, at).replace('\u{1f600}', '1').replace('e\u0301', '1').length],
    ['UnicodeCodePoint', at => [...TEXT.slice(0, at)].length],
    ['Utf16CodeUnit', at => at],
  ])('targets, assessments and relations with offsets in %s', async (stringIndexType, offset) => {
    const answers = [
      (await language([document], { opinionMining: true, stringIndexType })).body.results,
      (
        await textAnalytics(
          [document],
          `opinionMining=true${stringIndexType === undefined ? '' : `&stringIndexType=${stringIndexType}`}`,
        )
      ).body,
    ]
    expect(answers[0]).toEqual(answers[1])
    const [{ id, sentences, warnings }] = answers[0].documents
    expect([id, warnings]).toEqual(['7', []])
    const place = (text: string) => ({
      text,
      offset: offset(TEXT.indexOf(text)),
      length: offset(TEXT.indexOf(text) + text.length) - offset(TEXT.indexOf(text)),
    })
    expect(sentences[0].targets).toMatchObject([
      {
        sentiment: 'positive',
        ...place('Netflix'),
        relations: [{ relationType: 'assessment', ref: '#/documents/0/sentences/0/assessments/0' }],
      },
      {
        sentiment: 'negative',
        ...place('Cafe\u0301 Rio'),
        relations: [{ ref: '#/documents/0/sentences/0/assessments/1' }],
      },
    ])
    expect(sentences[0].assessments).toMatchObject([
      { sentiment: 'positive', ...place('love'), isNegated: false },
      { sentiment: 'negative', ...place('garbage') },
    ])
    for (const { confidenceScores } of [...sentences[0].targets, ...sentences[0].assessments]) {
      expect(confidenceScores.positive + confidenceScores.negative).toBeCloseTo(1, 9)
    }
  })

  test('documents keep their order and fail on their own', async () => {
    const documents = [
      { id: 'c', text: 'I hate it. I love that!' },
      { id: 'b', text: ' ' },
      { id: 'a', text: 'hola', language: 'es' },
      { id: 'd', text: 'x'.repeat(5121) },
      { id: 5, text: 'great' },
    ]
    const { status, body } = await language(documents, {})
    expect(status).toBe(200)
    expect(body.kind).toBe('SentimentAnalysisResults')
    expect(
      body.results.documents.map(({ id, sentiment }: { id: string; sentiment: string }) => [id, sentiment]),
    ).toEqual([
      ['c', 'mixed'],
      ['5', 'positive'],
    ])
    expect(body.results.documents[0].sentences[0].targets).toBeUndefined()
    expect(
      body.results.errors.map(({ id, error }: { id: string; error: { innererror: { code: string } } }) => [
        id,
        error.innererror.code,
      ]),
    ).toEqual([
      ['b', 'InvalidDocument'],
      ['a', 'UnsupportedLanguageCode'],
      ['d', 'InvalidDocument'],
    ])
    expect(body.results.modelVersion).toMatch(/^pulso@/)
  })

  test('a thousand text elements are one transaction', async () => {
    const documents = [
      { id: '1', text: 'I love it' },
      { id: '2', text: 'I hate it. '.repeat(200) },
    ]
    const { documents: counted, statistics } = (await textAnalytics(documents, 'showStats=true')).body
    expect(counted.map((one: { statistics: object }) => one.statistics)).toEqual([
      { charactersCount: 9, transactionsCount: 1 },
      { charactersCount: 2200, transactionsCount: 3 },
    ])
    expect(statistics).toMatchObject({ documentsCount: 2, transactionsCount: 4 })
    expect((await textAnalytics(documents, '')).body.statistics).toBeUndefined()
  })

  test.each<[unknown, RegExp]>([
    [[], /1 to 10/],
    [Array.from({ length: 11 }, (_, id) => ({ id: String(id), text: 'x' })), /at most 10/],
    [[{ text: 'x' }], /id/],
    [[document, document], /id of its own/],
  ])('documents %j are refused', async (documents, message) => {
    for (const answer of [await language(documents), await textAnalytics(documents, '')]) {
      expect(answer).toMatchObject({
        status: 400,
        body: {
          error: {
            code: 'InvalidRequest',
            message: expect.stringMatching(message),
            innererror: { code: 'InvalidDocumentBatch' },
          },
        },
      })
    }
  })

  test('another kind, no version and an unknown unit are refused', async () => {
    const wrong = [
      await post('/language/:analyze-text?api-version=2023-04-01', { kind: 'KeyPhraseExtraction' }),
      await post('/language/:analyze-text', { kind: 'SentimentAnalysis' }),
      await language([document], { stringIndexType: 'bytes' }),
      await post('/text/analytics/v3.1/sentiment', '{'),
    ]
    for (const { status, body } of wrong) expect([status, body.error.code]).toEqual([400, 'InvalidRequest'])
  })
})

test('long and odd documents are answered by every service', async () => {
  for (const text of [
    '@'.repeat(4900),
    '\u{1f469}\u200d\u{1f467}'.repeat(450),
    'Ab Cd. '.repeat(700),
    '\ud83d Ab '.repeat(600),
    '\u202eשלום Ab '.repeat(300),
  ]) {
    const answers = [
      await post(
        '/',
        { Text: text, LanguageCode: 'en' },
        { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'Comprehend_20171127.DetectTargetedSentiment' },
      ),
      await post('/v1/documents:analyzeEntitySentiment', {
        document: { type: 'PLAIN_TEXT', content: text },
        encodingType: 'UTF8',
      }),
      await post('/text/analytics/v3.1/sentiment?opinionMining=true', { documents: [{ id: '1', text }] }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  }
})

test('sentences are scored only for answers that depend on them', async () => {
  const scored: unknown[] = []
  const source: AnalyzeSource = {
    analyses: {
      analyze: async ({ hasSentences }) => {
        scored.push(hasSentences)
        return fail('OVERLOADED', 'Later.')
      },
    },
    models: { active: await api.database.storage.prisma.modelVersion.findFirstOrThrow({ where: { name: 'pulso' } }) },
  }
  const app = Fastify()
  await addComprehendRoute(app, source)
  await addNaturalLanguageRoutes(app, source)
  for (const operation of ['DetectTargetedSentiment', 'DetectSentiment']) {
    const headers = { 'x-amz-target': `Comprehend_20171127.${operation}` }
    await app.inject({ method: 'POST', url: '/', headers, payload: { Text: 'I love it', LanguageCode: 'en' } })
  }
  for (const method of ['analyzeEntitySentiment', 'analyzeSentiment']) {
    const document = { type: 'PLAIN_TEXT', content: 'I love it' }
    await app.inject({ method: 'POST', url: `/v1/documents:${method}`, payload: { document } })
  }
  expect(scored).toEqual([false, true, false, true])
})

// The last test, because it changes the active model.
test('the languages are those of the active model', async () => {
  const { models } = await api.data('{ models { nodes { id version } } }')
  const { id } = models.nodes.find(({ version }: { version: string }) => version.startsWith('pulso-es@'))
  const PROMOTE = 'mutation ($id: ID!) { promoteModel(input: { modelId: $id }) { userErrors { message } } }'
  expect((await api.data(PROMOTE, { id })).promoteModel.userErrors).toEqual([])

  const message = expect.stringContaining('does not read the language en; use es.')
  const comprehend = (LanguageCode: string) =>
    post(
      '/',
      { Text: 'Me encanta Netflix', LanguageCode },
      { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'Comprehend_20171127.DetectSentiment' },
    )
  expect(await comprehend('es')).toMatchObject({ status: 200, body: { Sentiment: 'POSITIVE' } })
  expect(await comprehend('en')).toMatchObject({
    status: 400,
    body: { __type: 'UnsupportedLanguageException', message },
  })

  const google = (language?: string) =>
    post('/v1/documents:analyzeSentiment', {
      document: { type: 'PLAIN_TEXT', content: 'Me encanta Netflix', language },
    })
  expect(await google()).toMatchObject({ status: 200, body: { language: 'es' } })
  expect(await google('es-MX')).toMatchObject({ status: 200, body: { language: 'es-MX' } })
  expect(await google('en')).toMatchObject({ status: 400, body: { error: { message } } })

  const documents = ['es', 'en'].map(language => ({ id: language, text: 'Me encanta Netflix', language }))
  const azure = await post('/text/analytics/v3.1/sentiment', { documents })
  expect(azure.body).toMatchObject({
    documents: [{ id: 'es', sentiment: 'positive' }],
    errors: [{ id: 'en', error: { innererror: { code: 'UnsupportedLanguageCode', message } } }],
  })
})
