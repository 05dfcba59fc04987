import type { Pool } from 'pg'
import { textHash, tweetIdentity } from '../../classification/tweet-identity.ts'
import { entityKey } from '../../ml/language/entity-key.ts'
import { fail, type Problem, type Result, succeed } from '../../problem/problem.ts'
import { FILE_ANNOTATOR } from '../../storage/file-annotator.ts'
import { NO_ENTITY_KEY } from '../../storage/no-entity.ts'
import { checkAnnotator } from '../annotator.ts'
import type { MentionKey } from '../mention-label.ts'
import { setLabel } from '../set-label.ts'
import type { LabelToImport } from './label-line.ts'

/** At any time, read = stored + unchanged + rejected. */
export interface LabelImportCounts {
  readonly read: number
  readonly stored: number
  /** The annotator had given the same label, or a later one. */
  readonly unchanged: number
  readonly rejected: number
}

interface LabelImport {
  readonly pool: Pool
  /** Rows with the line on which each starts. */
  readonly rows: AsyncIterable<{ readonly line: number; readonly label: Result<LabelToImport> }>
  readonly now: () => Date
  readonly signal: AbortSignal | undefined
  readonly onRejected: (line: number, problem: Problem) => void
  /** Called with the id of the entity of each stored label. */
  readonly onStored: (entityId: string) => void
}

const MENTION = `
  SELECT tweet.id AS "tweetId", named.id AS "entityId"
  FROM tweet CROSS JOIN (SELECT coalesce(alias_of_id, id) AS id FROM entity WHERE key = $2) AS named
  WHERE tweet.identity = decode($1, 'hex')`

const ADD_TO_FILE = `
  INSERT INTO mention_label (tweet_id, entity_id, label, labelled_at) SELECT $1, $2, $3, $4
  WHERE EXISTS (SELECT FROM classification WHERE tweet_id = $1 AND entity_id = $2)
  ON CONFLICT (tweet_id, entity_id, annotator, number) DO NOTHING`

const LATER = `
  SELECT FROM current_label AS given
  WHERE given.tweet_id = $1 AND given.entity_id = $2 AND given.annotator = $3 AND (given.origin = 'AGREEMENT') = $4
    AND given.labelled_at > $5`

/**
 * Stores labels of a file, each for a mention that is stored already. Importing a file again adds nothing, and an older label does not
 * replace a later one of the same annotator. Draws of another store mean nothing here, so imported labels count as not drawn.
 */
export async function importLabels(options: LabelImport): Promise<LabelImportCounts> {
  const { rows, signal, onRejected, onStored } = options
  const counts = { read: 0, stored: 0, unchanged: 0, rejected: 0 }
  for await (const { line, label } of rows) {
    if (signal?.aborted) break
    const stored = label.ok ? await store(options, label.value) : label
    counts.read += 1
    if (!stored.ok) {
      counts.rejected += 1
      onRejected(line, stored.problem)
    } else if (stored.value === null) counts.unchanged += 1
    else {
      counts.stored += 1
      onStored(stored.value)
    }
  }
  return counts
}

/** The id of the entity; null if nothing was added. */
async function store({ pool, now }: LabelImport, given: LabelToImport): Promise<Result<string | null>> {
  const mention = await findMention(pool, given)
  if (!mention.ok) return mention
  const { tweetId, entityId } = mention.value
  const { label, origin } = given
  const labelledAt = given.labelledAt ?? now()
  if (given.annotator === FILE_ANNOTATOR) {
    const { rowCount } = await pool.query(ADD_TO_FILE, [tweetId, entityId, label, given.labelledAt])
    return succeed(rowCount === 0 ? null : entityId)
  }
  const annotator = checkAnnotator(given.annotator)
  if (!annotator.ok) return annotator
  const values = [tweetId, entityId, annotator.value, origin === 'AGREEMENT', labelledAt]
  if (given.labelledAt !== null && (await pool.query(LATER, values)).rowCount !== 0) return succeed(null)
  const set = await setLabel(pool, {
    ...mention.value,
    label,
    annotator: annotator.value,
    origin,
    labelledAt,
    drawId: null,
  })
  return set.ok ? succeed(set.value.isNew ? entityId : null) : set
}

async function findMention(
  pool: Pool,
  { tweetKey, externalId, entity, text }: LabelToImport,
): Promise<Result<MentionKey>> {
  const key = entity === null ? NO_ENTITY_KEY : entityKey(entity)
  if (text.includes('\0') || key === null || key.includes('\0')) return UNKNOWN
  const source = { kind: 'exported', tweetKey, externalId, classificationId: null, countedAt: null } as const
  const identity = tweetIdentity(source, textHash(text), text)
  const [found] = (await pool.query<MentionKey>(MENTION, [identity, key])).rows
  return found === undefined ? UNKNOWN : succeed(found)
}

const UNKNOWN = fail(
  'NOT_FOUND',
  'No stored tweet has this key or id and this text about the entity. Import the tweets first.',
  ['tweet_key'],
)
