import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import { openTokens, type Tokens } from '../../src/access/tokens.ts'

const ISSUER = 'https://login.example.com/'
let own: CryptoKey
let foreign: CryptoKey
let file = ''
let jwks = ''
let ahead = 0
let tokens: Tokens
const now = () => new Date(Date.now() + ahead)

beforeAll(async () => {
  const pair = await generateKeyPair('ES256')
  own = pair.privateKey
  foreign = (await generateKeyPair('ES256')).privateKey
  jwks = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'a', alg: 'ES256' }] })
  file = join(mkdtempSync(join(tmpdir(), 'pulso-tokens-')), 'jwks.json')
  writeFileSync(file, jwks)
  tokens = open(file)
})

const open = (keys: string) => openTokens({ issuer: ISSUER, audience: 'pulso', keys, scopeClaim: 'scope' }, now)

const sign = (claims: Record<string, unknown> = {}, key = own, kid = 'a') =>
  new SignJWT({
    iss: ISSUER,
    aud: 'pulso',
    sub: 'ana',
    exp: Math.floor(now().getTime() / 1000) + 600,
    scope: 'READ',
    ...claims,
  })
    .setProtectedHeader({ alg: 'ES256', kid })
    .sign(key)

test.each([
  ['READ', ['READ']],
  ['openid pulso:read pulso.classify email', ['READ', 'CLASSIFY']],
  [['admin', 'other'], ['ADMIN']],
  ['READER', []],
  [7, []],
  [undefined, []],
])('the scope claim %j grants %j', async (scope, expected) => {
  const grant = await tokens.check(await sign({ scope }))
  expect(grant).toMatchObject({ keyId: null, subject: 'ana', scopes: new Set(expected) })
})

test('a token of another issuer, audience, key or form is refused in one sentence', async () => {
  const [head, payload, signature] = (await sign()).split('.')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  const forged = Buffer.from(JSON.stringify({ iss: ISSUER, aud: 'pulso', sub: 'ana', exp: 9e9 })).toString('base64url')
  for (const [token, reason] of [
    [await sign({ iss: 'https://evil.example' }), 'The claim iss of the token'],
    [await sign({ aud: 'other' }), 'The claim aud of the token'],
    [await sign({ sub: undefined }), 'The claim sub of the token'],
    [await sign({ exp: undefined }), 'The claim exp of the token'],
    [await sign({ nbf: Math.floor(Date.now() / 1000) + 3600 }), 'The claim nbf of the token'],
    [await sign({ exp: Math.floor(Date.now() / 1000) - 60 }), 'The token has expired.'],
    [await sign({}, foreign), 'The token is not signed by a key of the issuer'],
    [await sign({}, own, 'unknown'), 'The token is not signed by a key of the issuer'],
    [`${head}.${forged}.${signature}`, 'The token is not signed by a key of the issuer'],
    [`${none}.${forged}.x`, 'The token is not signed by a key of the issuer'],
    [`${head}.${payload}.x`, 'The token is not signed by a key of the issuer'],
    ['a.b.c', 'The token is not signed by a key of the issuer'],
  ] as const) {
    expect(await tokens.check(token)).toEqual(expect.stringContaining(reason))
    expect(tokens.known(token)).toBeNull()
  }
})

test('a token is known for a minute, and its open streams end when it expires', async () => {
  const token = await sign({ exp: Math.floor(now().getTime() / 1000) + 120 })
  expect(tokens.known(token)).toBeNull()
  const grant = await tokens.check(token)
  expect(tokens.known(token)).toBe(grant)
  ahead += 61_000
  expect(tokens.known(token)).toBeNull()
  ahead += 120_000
  expect(await tokens.check(token)).toBe('The token has expired.')
  if (typeof grant === 'string') throw new Error(grant)
  const reason = await new Promise(resolve => grant.onEnd(resolve))
  expect(reason).toBe('The token has expired.')
})

test('the keys of an issuer are read from its address, and an outage of it is no fault of the token', async () => {
  let status = 503
  const server = createServer((_request, response) => response.writeHead(status).end(jwks))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`
  try {
    await expect(open(url).check(await sign())).rejects.toThrow()
    status = 200
    expect(await open(url).check(await sign())).toMatchObject({ subject: 'ana' })
  } finally {
    await new Promise(resolve => server.close(resolve))
  }
  await expect(open(url).check(await sign())).rejects.toThrow()
})

test.each(['nowhere.json', '/'])('the file %s is refused at the start', path => {
  expect(() => open(path)).toThrow(/^PULSO_TOKEN_KEYS names ".*", which is no readable JSON Web Key Set: /)
})
