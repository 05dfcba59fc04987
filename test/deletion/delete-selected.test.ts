import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countSelected } from '../../src/deletion/count-selected.ts'
import { deleteExpired, runRetention } from '../../src/deletion/delete-expired.ts'
import { deleteSelected } from '../../src/deletion/delete-selected.ts'
import type { Selection } from '../../src/deletion/selection.ts'
import { indexBatch } from '../../src/indexing/index-batch.ts'
import { requestOf, startTestService, type TestService } from '../support/classification-service.ts'
import { expectExactRollups } from '../support/exact-rollups.ts'
import { expectExactTermCounts } from '../support/exact-term-counts.ts'

let running: TestService
const pool = () => running.database.storage.pool

beforeAll(async () => {
  running = await startTestService()
})
afterAll(() => running.close())

interface Made {
  readonly id: number
  readonly entity: string | null
  readonly author: string | null
  readonly day: number
}

/** A word that occurs nowhere else. */
const secretOf = ({ id, day }: Made) => `geheim${id}x${day}wort`
const dayOf = (day: number) => new Date(Date.UTC(2026, 0, 1 + day))

async function store(tweets: readonly Made[]): Promise<void> {
  const answers = await running.service.classify(
    tweets.map(made =>
      requestOf({
        text: `I love it ${secretOf(made)}`,
        entity: made.entity,
        author: made.author,
        source: { kind: 'external', externalId: String(made.id) },
        postedAt: dayOf(made.day),
        importedLabel: made.id % 2 === 0 ? 'NEGATIVE' : null,
      }),
    ),
  )
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
}

const indexer = { id: randomUUID(), leaseMs: 60_000 }

async function index(): Promise<void> {
  while ((await indexBatch(pool(), indexer, 50)) > 0);
}

/** Tables with a row that has the text anywhere. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const { rows: tables } = await pool().query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  )
  const found = []
  for (const { name } of tables) {
    const { rowCount } = await pool().query(
      `SELECT FROM "${name}" AS row WHERE row::text ILIKE '%' || $1 || '%' LIMIT 1`,
      [text],
    )
    if (rowCount === 1) found.push(name)
  }
  return found
}

const made = fc.record({
  id: fc.nat(5),
  entity: fc.constantFrom(null, 'Xbox', 'Sony'),
  author: fc.constantFrom(null, 'ann', 'ben'),
  day: fc.nat(3),
})
const selection = fc.oneof(
  fc.nat(5).map(id => ({ kind: 'externalIds', externalIds: [String(id), 'none'] }) as const),
  fc.constantFrom('ann', 'ben').map(author => ({ kind: 'authors', authors: [author] }) as const),
  fc.constantFrom('Xbox', 'Sony').map(entity => ({ kind: 'entity', entity }) as const),
  fc.nat(4).map(day => ({ kind: 'before', before: dayOf(day) }) as const),
)

type Wanted = Exclude<Selection, { readonly kind: 'entity' }> | { readonly kind: 'entity'; readonly entity: string }

const tweetEntity = (wanted: Wanted) => (wanted.kind === 'entity' ? wanted.entity : null)

function isSelected(wanted: Wanted, { id, author, day }: Made, isOfEntity: boolean): boolean {
  switch (wanted.kind) {
    case 'externalIds':
      return wanted.externalIds.includes(String(id))
    case 'authors':
      return author !== null && wanted.authors.includes(author)
    case 'entity':
      return isOfEntity
    case 'before':
      return dayOf(day) < wanted.before
  }
}

/** The first author and time of a stored tweet stay, so that is what a later request of the same tweet has. */
class Store {
  readonly tweets = new Map<string, Made>()
  readonly mentions = new Map<string, string>()

  add(given: Made): void {
    const secret = secretOf(given)
    if (!this.tweets.has(secret)) this.tweets.set(secret, given)
    this.mentions.set(`${secret} ${given.entity}`, secret)
  }

  remove(wanted: Wanted): { tweets: string[]; mentions: number } {
    const before = new Set(this.tweets.keys())
    const selected = [...this.mentions].filter(([mention, secret]) => {
      const tweet = this.tweets.get(secret)
      return tweet !== undefined && isSelected(wanted, tweet, mention === `${secret} ${tweetEntity(wanted)}`)
    })
    for (const [mention] of selected) this.mentions.delete(mention)
    const left = new Set(this.mentions.values())
    const gone = [...before].filter(secret => !left.has(secret))
    for (const secret of gone) this.tweets.delete(secret)
    return { tweets: gone, mentions: selected.length }
  }
}

const step = fc.oneof(
  { weight: 2, arbitrary: fc.array(made, { minLength: 1, maxLength: 6 }).map(tweets => ({ tweets })) },
  { weight: 1, arbitrary: fc.constant({ index: true as const }) },
  { weight: 2, arbitrary: selection.map(wanted => ({ wanted })) },
)

test('after any sequence, exactly what was named is gone from every table, and all counts are exact', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async steps => {
      await pool().query('DELETE FROM tweet')
      await index()
      const expected = new Store()
      const gone = new Set<string>()
      for (const done of steps) {
        if ('index' in done) await index()
        else if ('tweets' in done) {
          await store(done.tweets)
          for (const tweet of done.tweets) {
            expected.add(tweet)
            gone.delete(secretOf(tweet))
          }
        } else {
          const resolved = await selectionOf(done.wanted)
          if (resolved === null) continue
          const { tweets, mentions } = expected.remove(done.wanted)
          const counts = await countSelected(pool(), resolved)
          expect(counts).toMatchObject({ tweetCount: tweets.length, mentionCount: mentions })
          expect(await deleteSelected(pool(), resolved)).toEqual({ ...counts, isComplete: true })
          for (const secret of tweets) gone.add(secret)
        }
      }
      const { rows } = await pool().query<{ text: string }>('SELECT text FROM tweet')
      expect(rows.map(({ text }) => text.split(' ').at(-1)).sort()).toEqual([...expected.tweets.keys()].sort())
      await index()
      for (const secret of gone) expect([secret, await tablesWith(secret)]).toEqual([secret, []])
      await expectExactRollups(pool())
      await expectExactTermCounts(pool())
    }),
    { numRuns: 25 },
  )
}, 60_000)

async function selectionOf(wanted: Wanted): Promise<Selection | null> {
  if (wanted.kind !== 'entity') return wanted
  const found = await running.database.storage.prisma.entity.findFirst({ where: { name: wanted.entity } })
  return found === null ? null : { kind: 'entity', entityId: found.id }
}

test('rows of imports with the text of a deleted tweet go too', async () => {
  const tweet = { id: 77, entity: 'Xbox', author: null, day: 0 }
  await store([tweet])
  const importId = randomUUID()
  await pool().query(
    `INSERT INTO import_job (id, idempotency_key, file_name, options, columns, status, size_bytes, taken_bytes, processed, succeeded, duplicates, rejected, worked_ms, removed, created_at)
     VALUES ($1, $2, 'a.csv', '{}', '{}', 'COMPLETED', 0, 0, 0, 0, 0, 0, 0, 0, now())`,
    [importId, importId],
  )
  await pool().query(
    `INSERT INTO import_reject (import_id, ordinal, line, code, message, field, cells) VALUES ($1, 1, 2, 'INVALID', 'No time.', '{}', $2), ($1, 2, 3, 'INVALID', 'No time.', '{}', '{other}')`,
    [importId, ['77', `I love it ${secretOf(tweet)}`]],
  )
  await deleteSelected(pool(), { kind: 'externalIds', externalIds: ['77'] })
  await index()
  expect(await tablesWith(secretOf(tweet))).toEqual([])
  expect((await pool().query('SELECT cells FROM import_reject')).rows).toEqual([{ cells: ['other'] }])
})

test('tweets are kept for the days of retention, to the hour', async () => {
  await pool().query('DELETE FROM tweet')
  await store(numbers(4).map(day => ({ id: day, entity: 'Xbox', author: null, day })))
  const now = () => new Date('2026-01-04T06:00:00Z')
  const { storage } = running.database
  const { signal } = new AbortController()
  expect(await deleteExpired({ storage, retentionDays: 2, now }, signal)).toMatchObject({
    tweetCount: 2,
    isComplete: true,
  })
  const { rows } = await pool().query('SELECT posted_at FROM tweet ORDER BY posted_at')
  expect(rows).toEqual([{ posted_at: dayOf(2) }, { posted_at: dayOf(3) }])
  const runner = runRetention({ storage, retentionDays: 1, now, log: message => expect(message).toBe('') })
  await expect.poll(async () => (await pool().query('SELECT FROM tweet')).rowCount).toBe(1)
  await runner.close()
})

const numbers = (count: number) => Array.from({ length: count }, (_, number) => number)

test('tweets that are sent while they are deleted are stored or deleted as a whole', async () => {
  const tweets = numbers(30).map(id => ({
    id: 100 + id,
    entity: id % 2 === 0 ? 'Xbox' : 'Sony',
    author: 'eve',
    day: 0,
  }))
  const other = tweets.map(tweet => ({ ...tweet, entity: 'Walkman' }))
  for (let round = 0; round < 8; round++) {
    await Promise.all([
      store(tweets),
      deleteSelected(pool(), { kind: 'authors', authors: ['eve'] }),
      store(other),
      deleteSelected(pool(), { kind: 'externalIds', externalIds: tweets.map(({ id }) => String(id)) }),
    ])
  }
  await index()
  await expectExactRollups(pool())
  await expectExactTermCounts(pool())
  const { rowCount } = await pool().query(
    'SELECT FROM tweet WHERE NOT EXISTS (SELECT FROM classification WHERE tweet_id = tweet.id)',
  )
  expect(rowCount).toBe(0)
})
