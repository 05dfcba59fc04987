import { UsageError } from '../../src/problem/problem.ts'
import { openTable } from '../../src/tables/open-table.ts'
import { ENTITIES } from './entities.ts'
import type { Tweet } from './tweet.ts'

/**
 * Reads `count` real tweets, spread evenly over a file. A row without an entity gets one of ours, because entities
 * determine the cost. Throws a `UsageError` for an unreadable file, or for one with fewer tweets.
 */
export async function readTweets(path: string, columns: string | null, count: number): Promise<readonly Tweet[]> {
  const unknown = { entity: null, timezone: 'UTC', format: null, encoding: null }
  const table = await openTable(path, process.stdin, { columns, ...unknown })
  const tweets: Tweet[] = []
  try {
    for await (const portion of table.rows) {
      for (const { fields } of portion) {
        if (!fields.ok || !/\w/.test(fields.value.text)) continue
        tweets.push({ text: fields.value.text, entity: fields.value.entity ?? ENTITIES[tweets.length % 32] ?? '' })
      }
    }
  } finally {
    await table.close()
  }
  if (tweets.length < count) throw new UsageError(`${path} has ${tweets.length} tweets, but this run needs ${count}.`)
  return Array.from({ length: count }, (_, index) => tweets[Math.floor((index * tweets.length) / count)] as Tweet)
}
