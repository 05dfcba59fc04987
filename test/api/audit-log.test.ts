import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessKeys } from '../../src/access/service.ts'
import { isAudited } from '../../src/api/audited-mutations.ts'
import { schema } from '../../src/api/schema.ts'
import { startApi, type TestApi } from './start-api.ts'

let api: TestApi
let closed: TestApi
let admin = ''
let token = ''

beforeAll(async () => {
  api = await startApi()
  const pair = await generateKeyPair('RS256')
  const jwks = join(mkdtempSync(join(tmpdir(), 'pulso-audit-')), 'jwks.json')
  writeFileSync(jwks, JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), alg: 'RS256' }] }))
  token = await new SignJWT({ scope: 'pulso:admin' })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer('https://login.example.com')
    .setAudience('pulso')
    .setSubject('ana@login')
    .setExpirationTime('5m')
    .sign(pair.privateKey)
  const environment = {
    PULSO_AUTH: 'keys',
    PULSO_TOKEN_ISSUER: 'https://login.example.com',
    PULSO_TOKEN_AUDIENCE: 'pulso',
    PULSO_TOKEN_KEYS: jwks,
  }
  closed = await startApi({ environment, database: api.database })
  const { pool, now } = api.database.storage
  const created = await createAccessKeys(pool, now).create({ name: 'boss', scopes: ['ADMIN'], expiresAt: null })
  admin = created.ok ? created.value.secret : ''
})
afterAll(async () => {
  await closed.close()
  await api.close()
})

// biome-ignore lint/suspicious/noExplicitAny: the shape depends on the query
async function asAdmin(query: string, variables: object = {}, key = admin): Promise<any> {
  const response = await fetch(`${closed.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  })
  return ((await response.json()) as { data: unknown }).data
}

const LOG = `{ auditLog(first: 10) { nodes { actor keyName action outcome objects { name ids } } } }`
const newest = async () => (await api.data(LOG)).auditLog.nodes[0]
const objectsOf = ({ objects }: { objects: { name: string; ids: string[] }[] }) =>
  Object.fromEntries(objects.map(({ name, ids }) => [name, ids]))

test('every mutation that reviews or administers is recorded, and none that only classifies', () => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {})
  expect(
    fields
      .filter(field => !isAudited(field))
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['cancelImport', 'classify', 'classifyBatch', 'removeUpload', 'startImport'])
})

test('an entry says who changed which objects, without texts and names', async () => {
  const classify =
    'mutation { classify(input: { text: "A secret text", entity: "Xbox" }) { classification { id tweet { id } entity { id } } } }'
  const { classify: stored } = await api.data(classify)
  const label = `mutation ($id: ID!) { setLabel(input: { classificationId: $id, label: NEGATIVE, annotator: "Ana Secret" }) {
    userErrors { message } } }`
  await asAdmin(label, { id: stored.classification.id })
  const entry = await newest()
  expect(entry).toMatchObject({ actor: 'KEY', keyName: 'boss', action: 'setLabel', outcome: 'DONE' })
  const [, tweetId] = Buffer.from(stored.classification.tweet.id, 'base64').toString().split(':')
  expect(objectsOf(entry).tweetId).toEqual([tweetId])
  await api.data(label, { id: stored.classification.id })
  expect(await newest()).toMatchObject({ actor: 'OPEN', keyName: null, action: 'setLabel' })
  await asAdmin('mutation { createAccessKey(input: { name: "Name Secret", scopes: [READ] }) { secret } }')
  const created = await newest()
  expect(created).toMatchObject({ action: 'createAccessKey', outcome: 'DONE' })
  expect(objectsOf(created).prefix).toEqual([expect.stringMatching(/^\w{8}$/)])
  // An entry is no way around the scope.
  const [{ id }] = (await api.data('{ auditLog(first: 1) { nodes { id } } }')).auditLog.nodes
  const create = 'mutation { createAccessKey(input: { name: "r", scopes: [READ] }) { secret } }'
  const { secret } = (await asAdmin(create)).createAccessKey
  const read = await fetch(`${closed.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': secret },
    body: JSON.stringify({ query: `{ node(id: "${id}") { ... on AuditEntry { action } } }` }),
  })
  expect(read.status).toBe(403)
  const { rows } = await api.database.storage.pool.query(
    'SELECT row_to_json(audit_entry)::text AS row FROM audit_entry',
  )
  expect(rows).toHaveLength(4)
  expect(JSON.stringify(rows)).not.toMatch(/secret/i)
})

test('a client with a token of another service is known by its subject, and cannot sign a page in', async () => {
  await asAdmin('mutation { createAccessKey(input: { name: "n", scopes: [READ] }) { secret } }', {}, token)
  const { auditLog } = await asAdmin('{ auditLog(first: 1) { nodes { actor subject keyName action } } }', {}, token)
  expect(auditLog.nodes).toEqual([{ actor: 'TOKEN', subject: 'ana@login', keyName: null, action: 'createAccessKey' }])
  const body = JSON.stringify({ key: token })
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(`${closed.url}/session`, { method: 'POST', headers, body })).status).toBe(400)
  const forged = await fetch(`${closed.url}/graphql?query={version}`, {
    headers: { authorization: `Bearer ${token}x` },
  })
  expect([forged.status, forged.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer realm="pulso", error="invalid_token"',
  ])
})

test('a refused change has its outcome, a dry run has no entry, and a change without an entry does not happen', async () => {
  const merge = (dryRun: boolean) =>
    `mutation { mergeEntities(input: { fromId: "x", intoId: "y", dryRun: ${dryRun} }) { userErrors { message } } }`
  const before = (await api.data(LOG)).auditLog.nodes.length
  await api.data(merge(true))
  expect((await api.data(LOG)).auditLog.nodes).toHaveLength(before)
  await api.data(merge(false))
  expect(await newest()).toMatchObject({ action: 'mergeEntities', outcome: 'REFUSED' })
  const { pool } = api.database.storage
  await pool.query('ALTER TABLE audit_entry RENAME TO audit_entry_away')
  try {
    const create = 'mutation { createAccessKey(input: { name: "away", scopes: [READ] }) { secret } }'
    expect((await api.ask(create)).data.createAccessKey).toBeNull()
    expect(
      (await api.data('{ accessKeys { name } }')).accessKeys.map(({ name }: { name: string }) => name),
    ).not.toContain('away')
  } finally {
    await pool.query('ALTER TABLE audit_entry_away RENAME TO audit_entry')
  }
})
