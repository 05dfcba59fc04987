import { MAX_NAMES, MAX_TEXTS } from '../../analysis/service.ts'
import { exportPath } from '../../exports/export-address.ts'
import { EXPORT_FORMATS, FORMULA_MODES, MEDIA_TYPES } from '../../exports/export-format.ts'
import { EXPORT_PARAMETERS } from '../../exports/export-parameters.ts'
import { LABELS } from '../../labels.ts'
import { VERSION } from '../../version.ts'
import { FILE_TYPES } from './file-types.ts'

const refTo = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` })
const json = (schema: object) => ({ 'application/json': { schema } })
const answer = (description: string, content: object, headers: object = {}) => ({
  description,
  ...(Object.keys(headers).length === 0 ? {} : { headers }),
  content,
})
const object = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter(name => !optional.includes(name)),
})

/** Of a key that is missing, wrong, without the scope, or the last of many wrong ones. */
const REFUSALS = [401, 403, 429]

/** Problem documents by status, with those of a server that needs keys. */
const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(
    [...REFUSALS, ...statuses].map(status => [
      status,
      refTo('responses', status === 503 ? 'Unavailable' : status === 401 ? 'NoKey' : 'Problem'),
    ]),
  )

/** Routes for everyone. */
const PUBLIC = { security: [] }

const PARAMETER_TEXTS: Readonly<Record<(typeof EXPORT_PARAMETERS)[number], readonly [string, object]>> = {
  entity: ['Name or alias of an entity, in any spelling. If omitted: every entity, and tweets without one.', {}],
  from: ['Start of the range: ISO 8601 with an offset, or a day in UTC.', {}],
  to: ['End of the range, exclusive: ISO 8601 with an offset, or a day in UTC.', {}],
  label: ['Only classifications with this label.', { enum: LABELS }],
  author: ['Only tweets of this author, exactly as stored.', {}],
  language: ['Only tweets in this language, by its ISO 639 code.', { pattern: '^[a-z]{2,3}$' }],
  text: ['Only tweets with these words.', { maxLength: 200 }],
  isUncertain: ['true for uncertain classifications only, false for the others only.', { enum: ['true', 'false'] }],
  limit: ['The most classifications to write. If omitted, all.', { pattern: '^[1-9][0-9]*$' }],
  formulas: ['For CSV: whether cells that a spreadsheet would run are protected.', { enum: FORMULA_MODES }],
  dated: ['true for tweets with a time of their own only, false for the others only.', { enum: ['true', 'false'] }],
  model: ['A model version, such as pulso@0123456789ab. If omitted, the summary model.', {}],
}

/** The rows of a JSON document. */
const ROWS = { type: 'array', items: { type: 'object' } }

const exportOperation = (format: (typeof EXPORT_FORMATS)[number], isHead: boolean) => ({
  operationId: `${isHead ? 'head' : 'export'}${format.toUpperCase()}`,
  summary: isHead
    ? 'Checks the parameters, and has the headers of the download.'
    : `Downloads classifications as ${format}.`,
  tags: ['Exports'],
  parameters: EXPORT_PARAMETERS.map(name => ({
    name,
    in: 'query',
    description: PARAMETER_TEXTS[name][0],
    schema: { type: 'string', ...PARAMETER_TEXTS[name][1] },
  })),
  responses: {
    200: answer(
      'The classifications with their tweets.',
      isHead
        ? {}
        : { [MEDIA_TYPES[format].split(';')[0] ?? '']: { schema: format === 'json' ? ROWS : { type: 'string' } } },
      { 'Content-Disposition': { description: 'The name of the file.', schema: { type: 'string' } } },
    ),
    ...problems(400, 404, 503),
  },
})

const UPLOAD_ID = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The `uploadId` of the upload.',
  schema: { type: 'string' },
}

const PREVIEW_TEXTS: Readonly<Record<string, readonly [string, object]>> = {
  encoding: ['The character encoding. If omitted, the detected one.', {}],
  format: ['The format. If omitted, it is detected.', {}],
  hasHeader: ['Whether the first row names the columns. If omitted, it is detected.', { enum: ['true', 'false'] }],
  skipLines: ['Lines before the table, 0 to 1000.', { pattern: '^[0-9]{1,4}$' }],
}

const readiness = (operationId: string, schema: string) => ({
  get: {
    ...PUBLIC,
    operationId,
    summary: 'Whether the server can do its work.',
    tags: ['Health'],
    responses: {
      200: answer('It can.', json(refTo('schemas', schema))),
      503: answer('It cannot, for the reason in the body.', json(refTo('schemas', schema)), {
        'Retry-After': { description: 'Seconds to wait.', schema: { type: 'string' } },
      }),
    },
  },
})

const STATUS = { type: 'string', enum: ['ready', 'not ready'] }
const REASON = { type: 'string', description: 'Only if the server is not ready.' }

const SCORES = {
  label: { type: 'string', enum: LABELS },
  confidence: { type: 'number', minimum: 0, maximum: 1 },
  probabilities: object(
    Object.fromEntries(LABELS.map(label => [label.toLowerCase(), { type: 'number', minimum: 0, maximum: 1 }])),
  ),
  isUncertain: { type: 'boolean' },
  unreadReason: { type: ['string', 'null'], description: 'Why the label is no opinion; null if the text was read.' },
}
const OFFSET = { type: 'integer', minimum: 0, description: 'In UTF-16 code units.' }

/** A route in the JSON of another service, whose documentation has the fields. */
const cloudRoute = (operationId: string, service: string, mediaType: string, parameters: readonly object[] = []) => ({
  operationId,
  summary: `Sentiment in the JSON of ${service}.`,
  description: 'For its clients; docs/cloud-clients.md says which fields have which meaning. Stores nothing.',
  tags: ['Cloud clients'],
  ...(parameters.length === 0 ? {} : { parameters }),
  requestBody: { required: true, content: { [mediaType]: { schema: { type: 'object' } } } },
  responses: Object.fromEntries(
    [200, 400, 401, 403, 413, 415, 429, 500, 503].map(status => [
      status,
      answer(status === 200 ? 'The sentiment.' : 'An error as the service words it.', {
        [mediaType]: {},
      }),
    ]),
  ),
})

const query = (name: string, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
})

/** The routes beside GraphQL, in OpenAPI 3.1. A test sends requests to each and holds the answers to it. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Pulso',
    version: VERSION,
    description:
      'The routes for files, analysis, health, clients of cloud services, and the contract of the original service. Everything else is GraphQL at `/graphql`, whose schema is available by introspection.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/' }],
  tags: [
    { name: 'Imports', description: 'Uploads of files, which `startImport` then imports, and their rejected rows.' },
    { name: 'Exports', description: 'Downloads of classifications.' },
    { name: 'Analysis', description: 'The entities of texts and the sentiment towards each.' },
    { name: 'Cloud clients', description: 'For clients of cloud services, which change only their address.' },
    { name: 'Health', description: 'For load balancers and operators.' },
    { name: 'Original service', description: 'The contract of the service that Pulso replaces.' },
  ],
  paths: {
    '/imports': {
      post: {
        operationId: 'uploadFile',
        summary: 'Stores a file and returns its detected format and columns.',
        tags: ['Imports'],
        parameters: [
          { name: 'name', in: 'query', description: 'The name of the file.', schema: { type: 'string' } },
          {
            name: 'encoding',
            in: 'query',
            description: 'The character encoding, such as windows-1252 or gbk. If omitted, it is detected.',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          description: 'The file itself, possibly compressed with gzip, or a form with one file.',
          content: {
            ...Object.fromEntries(FILE_TYPES.map(type => [type, {}])),
            'multipart/form-data': {
              schema: {
                type: 'object',
                properties: { file: { type: 'string', format: 'binary' } },
                required: ['file'],
              },
            },
          },
        },
        responses: {
          201: answer('The upload.', json(refTo('schemas', 'Upload'))),
          ...problems(400, 403, 413, 415, 429, 503),
        },
      },
    },
    '/imports/uploads': {
      get: {
        operationId: 'listUploads',
        summary: 'The uploads that wait to be imported, newest first.',
        tags: ['Imports'],
        responses: {
          200: answer('The uploads.', json(object({ uploads: { type: 'array', items: refTo('schemas', 'Waiting') } }))),
          ...problems(503),
        },
      },
    },
    '/imports/uploads/{id}': {
      get: {
        operationId: 'previewUpload',
        summary: 'Reads the beginning of an upload again.',
        tags: ['Imports'],
        parameters: [
          UPLOAD_ID,
          ...Object.entries(PREVIEW_TEXTS).map(([name, [description, schema]]) => ({
            name,
            in: 'query',
            description,
            schema: { type: 'string', ...schema },
          })),
        ],
        responses: { 200: answer('The upload.', json(refTo('schemas', 'Upload'))), ...problems(400, 404) },
      },
      delete: {
        operationId: 'removeUpload',
        summary: 'Removes an upload that no import reads.',
        tags: ['Imports'],
        parameters: [UPLOAD_ID],
        responses: { 204: { description: 'It is removed.' }, ...problems(404, 409, 503) },
      },
    },
    '/imports/{id}/rejects': {
      get: {
        operationId: 'downloadRejects',
        summary: 'Downloads the rejected rows of an import, with their lines and the reasons.',
        tags: ['Imports'],
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            description: 'Global id of the import.',
            schema: { type: 'string' },
          },
        ],
        responses: {
          200: answer('A table that can be corrected and imported.', { 'text/csv': { schema: { type: 'string' } } }),
          ...problems(404),
        },
      },
    },
    ...Object.fromEntries(
      EXPORT_FORMATS.map(format => [
        exportPath(format),
        { get: exportOperation(format, false), head: exportOperation(format, true) },
      ]),
    ),
    '/api/model-nlp/': {
      post: {
        operationId: 'predictByTheOriginalContract',
        summary: 'The label of a text by the seed model. Stores nothing.',
        tags: ['Original service'],
        requestBody: { required: true, content: json(object({ text: { type: 'string', minLength: 1 } })) },
        responses: {
          200: answer('The label, and fractions from 0 to 1.', json(refTo('schemas', 'SeedPrediction'))),
          ...problems(400, 413, 415, 503),
        },
      },
    },
    '/analyze': {
      post: {
        operationId: 'analyze',
        summary: 'Finds the entities of one text or of several, and the sentiment towards each. Stores nothing.',
        tags: ['Analysis'],
        requestBody: {
          required: true,
          content: json({
            type: 'object',
            properties: {
              text: { type: 'string', minLength: 1 },
              texts: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: MAX_TEXTS },
              entities: {
                type: 'array',
                items: { type: 'string' },
                maxItems: MAX_NAMES,
                description: 'Names to answer for in addition to those that are found.',
              },
            },
            oneOf: [{ required: ['text'] }, { required: ['texts'] }],
            additionalProperties: false,
          }),
        },
        responses: {
          200: answer(
            'The analysis of `text`, or the results of `texts` in their order.',
            json(refTo('schemas', 'Analyzed')),
          ),
          ...problems(400, 413, 415, 503),
        },
      },
    },
    '/': {
      get: {
        ...PUBLIC,
        operationId: 'dashboard',
        summary: 'The dashboard.',
        tags: ['Health'],
        responses: { 200: answer('The page.', { 'text/html': { schema: { type: 'string' } } }) },
      },
      post: cloudRoute('comprehend', 'Amazon Comprehend', 'application/x-amz-json-1.1', [
        {
          name: 'X-Amz-Target',
          in: 'header',
          required: true,
          description: 'Comprehend_20171127.DetectTargetedSentiment, for example.',
          schema: { type: 'string' },
        },
      ]),
    },
    ...Object.fromEntries(
      ['v1', 'v1beta2'].flatMap(version =>
        ['analyzeEntitySentiment', 'analyzeSentiment'].map(method => [
          `/${version}/documents:${method}`,
          { post: cloudRoute(`${method}_${version}`, "Google's Natural Language API", 'application/json') },
        ]),
      ),
    ),
    '/language/:analyze-text': {
      post: cloudRoute('analyzeText', 'Azure AI Language', 'application/json', [
        query('api-version', 'Any version, such as 2023-04-01.', true),
        query('showStats', 'true for statistics.'),
      ]),
    },
    ...Object.fromEntries(
      ['v3.0', 'v3.1'].map(version => [
        `/text/analytics/${version}/sentiment`,
        {
          post: cloudRoute(`sentiment_${version}`, 'Azure Text Analytics', 'application/json', [
            query('opinionMining', 'true for the opinions about each name.'),
            query('stringIndexType', 'TextElements_v8, UnicodeCodePoint or Utf16CodeUnit.'),
            query('showStats', 'true for statistics.'),
          ]),
        },
      ]),
    ),
    '/health/live': {
      get: {
        ...PUBLIC,
        operationId: 'isLive',
        summary: 'Whether the process responds.',
        tags: ['Health'],
        responses: { 200: answer('It does.', json(object({ status: { const: 'live' } }))) },
      },
    },
    '/health/ready': readiness('isReady', 'Readiness'),
    '/health': readiness('health', 'Health'),
    '/version': {
      get: {
        ...PUBLIC,
        operationId: 'version',
        summary: 'The version of the server.',
        tags: ['Health'],
        responses: { 200: answer('The version.', json(object({ version: { type: 'string' } }))) },
      },
    },
    '/metrics': {
      get: {
        operationId: 'metrics',
        summary: 'Metrics of the server for Prometheus.',
        tags: ['Health'],
        responses: {
          200: answer('The text format of Prometheus.', { 'text/plain': { schema: { type: 'string' } } }),
          ...problems(),
        },
      },
    },
    '/session': {
      post: {
        ...PUBLIC,
        operationId: 'signIn',
        summary: 'Signs a page of this server in by a key. Programs send the key itself instead.',
        tags: ['Pages'],
        requestBody: { required: true, content: json(object({ key: { type: 'string', minLength: 1 } })) },
        responses: {
          204: { description: 'A cookie is set, if the server needs keys.' },
          ...problems(400, 413, 415, 503),
        },
      },
      delete: {
        ...PUBLIC,
        operationId: 'signOut',
        summary: 'Ends the session of the page.',
        tags: ['Pages'],
        responses: { 204: { description: 'The cookie is removed.' }, ...problems(503) },
      },
    },
    '/openapi.json': {
      get: {
        ...PUBLIC,
        operationId: 'describeRoutes',
        summary: 'This document.',
        tags: ['Health'],
        responses: { 200: answer('The document.', json({ type: 'object' })) },
      },
    },
  },
  security: [{ bearer: [] }, { apiKey: [] }],
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', description: 'A key, if the server needs one: `pulso_...`.' },
      apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key', description: 'The same key in a header of its own.' },
    },
    responses: {
      NoKey: answer(
        'The server needs a key, or another one; the body says which.',
        { 'application/problem+json': { schema: refTo('schemas', 'Problem') } },
        { 'WWW-Authenticate': { description: 'The scheme Bearer.', schema: { type: 'string' } } },
      ),
      Problem: answer('The request cannot be served, for the reason in `detail`.', {
        'application/problem+json': { schema: refTo('schemas', 'Problem') },
      }),
      Unavailable: answer(
        'The server is overloaded, or its database is not available. Try again later.',
        { 'application/problem+json': { schema: refTo('schemas', 'Problem') } },
        { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'string' } } },
      ),
    },
    schemas: {
      Problem: {
        description: 'A problem document of RFC 9457.',
        ...object({
          type: { type: 'string', const: 'about:blank' },
          title: { type: 'string', description: 'The name of the status.' },
          status: { type: 'integer' },
          detail: { type: 'string', description: 'A sentence that says what would have worked.' },
        }),
        additionalProperties: false,
      },
      Upload: object({
        uploadId: { type: 'string', format: 'uuid', description: 'For `startImport`.' },
        name: { type: 'string' },
        sizeBytes: { type: 'integer', minimum: 0, description: 'As it was sent.' },
        format: { type: 'string' },
        encoding: { type: 'string', description: 'Detected, or as it was asked for.' },
        isEncodingDoubtful: {
          type: 'boolean',
          description: 'Whether the text does not look right in this encoding; `startImport` then needs one.',
        },
        hasHeader: { type: 'boolean' },
        columns: {
          type: 'array',
          items: object(
            {
              name: { type: 'string' },
              field: { type: ['string', 'null'] },
              use: {
                type: 'string',
                enum: ['identity', 'computed', 'human'],
                description:
                  'The use of a column of an export that is no field: it recognises stored tweets, the model computes it anew, or it contains labels of people.',
              },
            },
            ['use'],
          ),
        },
        sampleRows: { type: 'array', items: { type: 'array', items: { type: 'string' } } },
        suggestions: {
          type: 'array',
          description: 'Options that the first rows suggest. `startImport` uses them only if its input contains them.',
          items: object({
            column: { type: 'integer', minimum: 0, description: 'The index of the column.' },
            timeFormat: { type: ['string', 'null'], enum: ['day-first', 'month-first', null] },
            ambiguousTime: {
              type: ['string', 'null'],
              description: 'A date that may be day first or month first, if no date of the column decides.',
            },
            labelMap: {
              type: 'array',
              items: object({ value: { type: 'string' }, label: { type: ['string', 'null'] } }),
            },
          }),
        },
        notices: { type: 'array', items: { type: 'string' } },
      }),
      Waiting: object({
        uploadId: { type: 'string', format: 'uuid' },
        name: { type: 'string' },
        sizeBytes: { type: 'integer', minimum: 0 },
        uploadedAt: { type: 'string', format: 'date-time' },
      }),
      Analyzed: {
        oneOf: [
          { allOf: [refTo('schemas', 'Analysis'), object({ model: { type: 'string' } })] },
          object({
            results: {
              type: 'array',
              items: { oneOf: [refTo('schemas', 'Analysis'), object({ error: { type: 'object' } })] },
            },
            model: { type: 'string' },
          }),
        ],
      },
      Analysis: object({
        message: object(SCORES),
        entities: {
          type: 'array',
          items: object({
            name: { type: 'string' },
            isTracked: { type: 'boolean' },
            sentiment: { type: 'string', enum: [...LABELS, 'MIXED'] },
            ...SCORES,
            occurrences: {
              type: 'array',
              items: object({ text: { type: 'string' }, start: OFFSET, end: OFFSET, ...SCORES }),
            },
          }),
        },
      }),
      SeedPrediction: {
        ...object({
          sentiment: { type: 'string', enum: ['POSITIVE', 'NEUTRAL', 'NEGATIVE'] },
          negativePercentage: { type: 'number', minimum: 0, maximum: 1 },
          positivePercentage: { type: 'number', minimum: 0, maximum: 1 },
          neutralPercentage: { type: 'number', minimum: 0, maximum: 1 },
        }),
        additionalProperties: false,
      },
      Readiness: { ...object({ status: STATUS, reason: REASON }, ['reason']), additionalProperties: false },
      Health: {
        ...object({ status: STATUS, reason: REASON, version: { type: 'string' } }, ['reason']),
        additionalProperties: false,
      },
    },
  },
}
