import { expect, test } from 'vitest'
import { configReader, MODELS_DIRECTORY, parseConfig } from '../src/config.ts'

test('an empty environment gives the documented defaults', () => {
  expect(parseConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    auth: null,
    tokens: null,
    databaseUrl: null,
    dataDirectory: null,
    modelDirectories: [MODELS_DIRECTORY],
    inferenceThreads: null,
    batching: { largestBatch: 32, longestWaitMs: 0 },
    maxUploadBytes: 1024 * 1024 * 1024,
    allowedHosts: [],
    corsOrigins: [],
    isIntrospectionEnabled: true,
    logLevel: 'warn',
    retentionDays: null,
  })
})

test('an empty variable counts as unset', () => {
  expect(parseConfig({ PORT: '', DATABASE_URL: '' })).toEqual(parseConfig({}))
})

test('given variables are used', () => {
  const config = parseConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgres://a/b',
    PULSO_INFERENCE_THREADS: '2',
    PULSO_INFERENCE_BATCH: '64',
    PULSO_INFERENCE_WAIT_MS: '5',
  })
  expect(config).toMatchObject({ port: 0, host: '0.0.0.0', databaseUrl: 'postgres://a/b', inferenceThreads: 2 })
  expect(config.batching).toEqual({ largestBatch: 64, longestWaitMs: 5 })
})

test('lists are separated by commas', () => {
  const { allowedHosts, corsOrigins } = parseConfig({
    PULSO_ALLOWED_HOSTS: 'pulso.example.com , [::1]',
    PULSO_CORS_ORIGINS: 'https://App.example.com,http://localhost:5173',
  })
  expect(allowedHosts).toEqual(['pulso.example.com', '[::1]'])
  expect(corsOrigins).toEqual(['https://app.example.com', 'http://localhost:5173'])
})

test.each([
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '4000.5'],
  ['DATABASE_URL', 'mysql://localhost/pulso'],
  ['PULSO_INFERENCE_THREADS', '0'],
  ['PULSO_INFERENCE_BATCH', '0'],
  ['PULSO_INFERENCE_WAIT_MS', '-1'],
  ['PULSO_MAX_UPLOAD_MIB', '0'],
  ['PULSO_ALLOWED_HOSTS', 'https://pulso.example.com'],
  ['PULSO_ALLOWED_HOSTS', 'pulso.example.com:443'],
  ['PULSO_CORS_ORIGINS', 'app.example.com'],
  ['PULSO_CORS_ORIGINS', 'https://app.example.com/path'],
  ['PULSO_AUTH', 'none'],
  ['PULSO_INTROSPECTION', 'maybe'],
  ['PULSO_LOG_LEVEL', 'loud'],
  ['PULSO_RETENTION_DAYS', '0'],
])('%s=%s is refused in one line that names the variable and a valid value', (name, value) => {
  expect(() => parseConfig({ [name]: value })).toThrow(new RegExp(`^${name} is .*, but should be .*\\.$`))
})

test('tokens need an issuer, an audience and keys', () => {
  const environment = { PULSO_TOKEN_ISSUER: 'https://a', PULSO_TOKEN_AUDIENCE: 'b', PULSO_TOKEN_KEYS: 'c.json' }
  expect(parseConfig(environment).tokens).toEqual({
    issuer: 'https://a',
    audience: 'b',
    keys: 'c.json',
    scopeClaim: 'scope',
  })
  for (const name of Object.keys(environment)) {
    expect(() => parseConfig({ ...environment, [name]: '' })).toThrow(/^Tokens need .* together\.$/)
  }
})

test('a password in an invalid database URL is not repeated', () => {
  expect(() => parseConfig({ DATABASE_URL: 'mysql://user:secret@host/db' })).toThrow(/^(?!.*secret)/)
})

test('the configuration cannot be changed later', () => {
  expect(Object.isFrozen(parseConfig({}))).toBe(true)
})

test("an operator's models come before the bundled ones", () => {
  expect(parseConfig({ PULSO_MODELS: '/srv/models' }).modelDirectories).toEqual(['/srv/models', MODELS_DIRECTORY])
})

test('a config reader parses the environment once, on first use', () => {
  const readWrong = configReader({ PORT: 'http' })
  expect(readWrong).toThrow(/^PORT is "http"/)
  const read = configReader({ PORT: '8080' })
  expect(read().port).toBe(8080)
  expect(read()).toBe(read())
})
