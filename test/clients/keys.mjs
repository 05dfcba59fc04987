// Clients of cloud services against a server that needs a key.
import { deepStrictEqual as equal, rejects } from 'node:assert/strict'
import { ComprehendClient, DetectSentimentCommand } from '@aws-sdk/client-comprehend'
import { AzureKeyCredential, TextAnalyticsClient } from '@azure/ai-text-analytics'

export async function checkKeys(url, key) {
  const amazon = new ComprehendClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
  })
  const detect = () => amazon.send(new DetectSentimentCommand({ Text: 'I love it', LanguageCode: 'en' }))
  await rejects(detect(), { name: 'UnrecognizedClientException' })
  amazon.middlewareStack.add(
    next => call => {
      call.request.headers['x-api-key'] = key
      return next(call)
    },
    { step: 'build' },
  )
  equal((await detect()).Sentiment, 'POSITIVE')

  const azure = given => new TextAnalyticsClient(url, new AzureKeyCredential(given), { allowInsecureConnection: true })
  await rejects(azure('wrong').analyzeSentiment(['I love it']), { statusCode: 401 })
  equal((await azure(key).analyzeSentiment(['I love it']))[0].sentiment, 'positive')

  const { default: language } = await import('@google-cloud/language')
  const { hostname, port } = new URL(url)
  const google = given =>
    new language.v1.LanguageServiceClient({
      fallback: true,
      protocol: 'http',
      apiEndpoint: hostname,
      port: Number(port),
      apiKey: given,
    }).analyzeSentiment({ document: { type: 'PLAIN_TEXT', content: 'I love it' } })
  await rejects(google('wrong'), /UNAUTHENTICATED/)
  equal((await google(key))[0].documentSentiment.score > 0, true)
}
