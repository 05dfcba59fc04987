import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPages } from '../../../src/api/http/pages.ts'
import { addSecurityHeaders } from '../../../src/api/http/security-headers.ts'

let directory: string

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pulso-pages-'))
})
afterEach(() => rm(directory, { recursive: true }))

async function get(path: string, headers = {}) {
  const app = Fastify()
  await addSecurityHeaders(app)
  await addPages(app, directory)
  const response = await app.inject({ method: 'GET', url: path, headers })
  await app.close()
  return response
}

async function build(): Promise<void> {
  await mkdir(join(directory, 'playground'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<title>The dashboard</title>')
  await writeFile(join(directory, 'playground', 'index.html'), '<title>The playground</title>')
  await writeFile(join(directory, 'assets', 'main-1a2b.js'), 'start()')
  await writeFile(join(directory, 'secret.txt'), 'confidential')
}

test.each([
  ['/graphql', 'The playground'],
  ['/', 'The dashboard'],
  ['/?range=7d', 'The dashboard'],
  ['/entities/Johnson%26Johnson', 'The dashboard'],
  ['/compare?names=Xbox', 'The dashboard'],
  ['/models', 'The dashboard'],
  ['/models/pulso@0123456789ab', 'The dashboard'],
  ['/try-it', 'The dashboard'],
  ['/import', 'The dashboard'],
])('%s is a page that browsers revalidate', async (path, title) => {
  await build()
  const { statusCode, headers, body } = await get(path)
  expect([statusCode, body]).toEqual([200, `<title>${title}</title>`])
  expect(headers['content-type']).toContain('text/html')
  expect(String(headers['cache-control'] ?? '')).not.toContain('immutable')
})

test('only the playground may have inline styles', async () => {
  await build()
  const policies = await Promise.all(
    ['/', '/graphql'].map(async path => (await get(path)).headers['content-security-policy']),
  )
  expect(policies[0]).not.toContain('unsafe')
  expect(policies[0]).toContain("default-src 'none'")
  expect(policies[1]).toContain("style-src 'self' 'unsafe-inline'")
  expect(policies[1]).toContain("script-src 'self';")
})

test('assets are cached, because their names change with their content', async () => {
  await build()
  const { statusCode, headers, body } = await get('/assets/main-1a2b.js')
  expect([statusCode, body]).toEqual([200, 'start()'])
  expect(headers['content-type']).toContain('javascript')
  expect(headers['cache-control']).toContain('immutable')
})

test.each(['/assets/../secret.txt', '/assets/%2e%2e/secret.txt', '/assets/..%2fsecret.txt', '/secret.txt', '/assets/'])(
  '%s leads nowhere',
  async path => {
    await build()
    const { statusCode, body } = await get(path)
    expect(statusCode).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('confidential')
  },
)

test.each(['/', '/graphql'])('without built pages, %s says how to build them, and the API works', async path => {
  const { statusCode, body } = await get(path)
  expect([statusCode, body]).toEqual([200, expect.stringContaining('npm run build')])
})

test('assets are compressed only for browsers that accept it', async () => {
  await build()
  const script = 'start();'.repeat(4_000)
  const path = join(directory, 'assets', 'main-1a2b.js')
  await writeFile(path, script)
  await writeFile(`${path}.br`, brotliCompressSync(script))
  await writeFile(`${path}.gz`, gzipSync(script))
  const fetched = (encodings?: string) =>
    get('/assets/main-1a2b.js', encodings === undefined ? {} : { 'accept-encoding': encodings })
  const [best, packed, plain] = [await fetched('gzip, deflate, br'), await fetched('gzip'), await fetched()]
  expect(best.headers).toMatchObject({
    'content-encoding': 'br',
    'cache-control': expect.stringContaining('immutable'),
  })
  expect(brotliDecompressSync(best.rawPayload).toString()).toBe(script)
  expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip' })
  expect(gunzipSync(packed.rawPayload).toString()).toBe(script)
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(plain.body).toBe(script)
  for (const { headers } of [best, packed, plain]) {
    expect(headers.vary).toMatch(/accept-encoding/i)
    expect(headers['content-type']).toContain('javascript')
  }
})
