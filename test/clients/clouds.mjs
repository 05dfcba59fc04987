// Clients of cloud services whose address is this server.
import { deepStrictEqual as equal, ok, rejects } from 'node:assert/strict'
import * as comprehend from '@aws-sdk/client-comprehend'
import { AzureKeyCredential } from '@azure/ai-text-analytics'

const TEXT = '\u{1f600} I love Netflix, but Café Río is garbage'

export async function checkComprehend(url) {
  const client = new comprehend.ComprehendClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  })
  const send = (command, input) => client.send(new comprehend[`${command}Command`](input))
  const { Entities } = await send('DetectTargetedSentiment', { Text: TEXT, LanguageCode: 'en' })
  equal(
    Entities.map(({ Mentions: [mention] }) => [mention.Text, mention.MentionSentiment.Sentiment]),
    [
      ['Netflix', 'POSITIVE'],
      ['Café Río', 'NEGATIVE'],
    ],
  )
  const points = [...TEXT]
  for (const { Mentions } of Entities) {
    for (const { Text, BeginOffset, EndOffset } of Mentions) equal(points.slice(BeginOffset, EndOffset).join(''), Text)
  }
  const { ResultList, ErrorList } = await send('BatchDetectTargetedSentiment', {
    TextList: ['nothing', 'x'.repeat(5001), 'I hate Sony'],
    LanguageCode: 'en',
  })
  equal(
    ResultList.map(({ Index, Entities: found }) => [Index, found.length]),
    [
      [0, 0],
      [2, 1],
    ],
  )
  equal(
    ErrorList.map(({ Index }) => Index),
    [1],
  )
  equal((await send('DetectSentiment', { Text: 'I love it', LanguageCode: 'en' })).Sentiment, 'POSITIVE')
  await rejects(
    send('DetectTargetedSentiment', { Text: 'x'.repeat(5001), LanguageCode: 'en' }),
    error => error instanceof comprehend.TextSizeLimitExceededException && /5001/.test(error.message),
  )
  await rejects(
    send('DetectTargetedSentiment', { Text: 'x', LanguageCode: 'es' }),
    comprehend.UnsupportedLanguageException,
  )
  await rejects(send('DetectTargetedSentiment', { Text: ' ', LanguageCode: 'en' }), comprehend.InvalidRequestException)
  await rejects(
    send('BatchDetectSentiment', { TextList: Array(26).fill('x'), LanguageCode: 'en' }),
    comprehend.BatchSizeLimitExceededException,
  )
}

export async function checkNaturalLanguage(url) {
  const { default: language } = await import('@google-cloud/language')
  const { PassThroughClient } = await import('google-auth-library')
  const { hostname, port } = new URL(url)
  const client = new language.v1.LanguageServiceClient({
    fallback: true,
    protocol: 'http',
    apiEndpoint: hostname,
    port: Number(port),
    authClient: new PassThroughClient(),
  })
  const document = { type: 'PLAIN_TEXT', content: TEXT }
  const offsets = {
    NONE: () => -1,
    UTF8: at => Buffer.byteLength(TEXT.slice(0, at)),
    UTF16: at => at,
    UTF32: at => [...TEXT.slice(0, at)].length,
  }
  for (const [encodingType, offset] of Object.entries(offsets)) {
    const [answer] = await client.analyzeEntitySentiment({ document, encodingType })
    equal(
      answer.entities.map(({ name, mentions: [mention] }) => [name, mention.text.beginOffset]),
      ['Netflix', 'Café Río'].map(name => [name, offset(TEXT.indexOf(name))]),
    )
    equal(
      answer.entities.map(({ sentiment }) => Math.sign(sentiment.score)),
      [1, -1],
    )
  }
  const [{ documentSentiment, sentences }] = await client.analyzeSentiment({
    document: { type: 'PLAIN_TEXT', content: 'I love it. I hate that.' },
    encodingType: 'UTF16',
  })
  ok(documentSentiment.magnitude > 1)
  equal(
    sentences.map(({ text, sentiment }) => [text.beginOffset, Math.sign(sentiment.score)]),
    [
      [0, 1],
      [11, -1],
    ],
  )
  await rejects(
    client.analyzeEntitySentiment({ document: { type: 'PLAIN_TEXT', content: 'hola', language: 'es' } }),
    error => error.code === 400 && /INVALID_ARGUMENT/.test(error.message),
  )
}

export async function checkAzureTextAnalytics(url) {
  const { TextAnalyticsClient } = await import('@azure/ai-text-analytics')
  const client = new TextAnalyticsClient(url, new AzureKeyCredential('any'), { allowInsecureConnection: true })
  const answer = await client.analyzeSentiment(
    [
      { id: '1', text: TEXT, language: 'en' },
      { id: '2', text: '' },
    ],
    {
      includeOpinionMining: true,
    },
  )
  checkAzure(answer, ({ opinions }) => opinions)
  await rejects(client.analyzeSentiment(Array(11).fill('x')), error => error.statusCode === 400)
}

export async function checkAzureLanguage(url) {
  const { TextAnalysisClient } = await import('@azure/ai-language-text')
  const client = new TextAnalysisClient(url, new AzureKeyCredential('any'), { allowInsecureConnection: true })
  const answer = await client.analyze(
    'SentimentAnalysis',
    [
      { id: '1', text: TEXT, language: 'en' },
      { id: '2', text: '' },
    ],
    {
      includeOpinionMining: true,
      // Otherwise the client leaves the choice to the service, which counts text elements.
      stringIndexType: 'Utf16CodeUnit',
    },
  )
  checkAzure(answer, ({ opinions }) => opinions)
  await rejects(client.analyze('SentimentAnalysis', Array(11).fill('x')), error => error.statusCode === 400)
}

function checkAzure([first, second], opinionsOf) {
  equal([first.id, second.id, second.error?.code], ['1', '2', 'InvalidDocument'])
  const opinions = first.sentences.flatMap(opinionsOf)
  equal(
    opinions.map(({ target }) => [target.text, target.sentiment]),
    [
      ['Netflix', 'positive'],
      ['Café Río', 'negative'],
    ],
  )
  for (const { target, assessments } of opinions) {
    for (const { text, offset, length } of [target, ...assessments]) equal(TEXT.slice(offset, offset + length), text)
  }
  equal(
    opinions.map(({ assessments }) => assessments.map(({ text }) => text)),
    [['love'], ['garbage']],
  )
}
