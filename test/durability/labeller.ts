import { v7 as uuidv7 } from 'uuid'
import { createLabelling } from '../../src/labelling/service.ts'
import { LABELS } from '../../src/labels.ts'
import { openStorage } from '../../src/storage/open-storage.ts'

// Sets and undoes labels, by several annotators at once, until it is killed. Each line on standard output is an acknowledged row.

const storage = await openStorage({ databaseUrl: process.env.DATABASE_URL ?? '', dataDirectory: null })
const uploads = { find: async () => null, pathOf: () => '' }
const labelling = createLabelling({ storage, uploads, now: () => new Date(), onChange: () => {} })
const { rows: items } = await storage.pool.query<{ tweetId: string; entityId: string; drawId: string }>(
  `SELECT item.tweet_id AS "tweetId", draw.entity_id AS "entityId", draw.id AS "drawId"
   FROM label_draw AS draw JOIN label_draw_item AS item ON item.draw_id = draw.id ORDER BY item.position`,
)

async function label(annotator: string): Promise<never> {
  for (let round = 0; ; round++) {
    const item = items[round % items.length]
    const given = LABELS[round % LABELS.length]
    if (item === undefined || given === undefined) throw new Error('The queue is empty.')
    const { drawId, ...mention } = item
    const set = await labelling.set(mention, { label: given, annotator, origin: 'API', labelledAt: null, drawId })
    if (!set.ok) throw new Error(set.problem.message)
    const last = round % 3 === 0 ? await labelling.undo(set.value.row) : { ok: true as const, value: set.value.row }
    if (!last.ok) throw new Error(last.problem.message)
    process.stdout.write(`${JSON.stringify(set.value.row)}\n${JSON.stringify(last.value)}\n`)
  }
}

// A name of its own for each process, so that numbers of rows are never shared.
const run = uuidv7().slice(-6)
await Promise.all(['ann', 'bob', 'cid'].map(name => label(`${name} ${run}`)))
