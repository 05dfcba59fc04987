import { v7 as uuidv7 } from 'uuid'
import { LABELS, type Label } from '../../src/labels.ts'
import { entityKey } from '../../src/ml/language/entity-key.ts'
import { NO_ENTITY_ID } from '../../src/storage/no-entity.ts'
import type { Storage } from '../../src/storage/storage.ts'

export interface LabelsToStore {
  /** Null for "no entity". */
  readonly entity: string | null
  /** How many tweets get each label, in the order of `LABELS`. */
  readonly labels: readonly number[]
  /** The time of the first tweet. Each other one follows `stepMs` later; a second if omitted. */
  readonly at: string
  readonly stepMs?: number
  readonly externalIds?: readonly string[]
  readonly texts?: readonly string[]
  /** The imported label of a tweet that is stored with `label`. */
  readonly importedLabel?: (label: Label, number: number) => Label | null
}

const INSERT_TWEETS = `
  INSERT INTO tweet (id, identity, external_id, text_hash, text, stored_at)
  SELECT id, decode(replace(id::text, '-', ''), 'hex'), external_id, sha256(convert_to(text, 'UTF8')), text, now()
  FROM unnest($1::uuid[], $2::text[], $3::text[]) AS made (id, external_id, text)`

const INSERT_CLASSIFICATIONS = `
  INSERT INTO classification (entity_id, id, tweet_id, model_version_id, label, positive, neutral, negative, irrelevant, confidence,
    is_uncertain, unknown_token_share, is_truncated, counted_at, created_at)
  SELECT $1, id, id, $2, label, (label = 'POSITIVE')::int, (label = 'NEUTRAL')::int, (label = 'NEGATIVE')::int,
    (label = 'IRRELEVANT')::int, 1, false, 0, false, $3::timestamptz + (number - 1) * $4 * interval '1 millisecond', now()
  FROM unnest($5::uuid[], $6::label[]) WITH ORDINALITY AS made (id, label, number)`

const INSERT_LABELS = `
  INSERT INTO imported_label (tweet_id, entity_id, label) SELECT id, $1, label FROM unnest($2::uuid[], $3::label[]) AS made (id, label)`

/** Stores classifications of the summary model with the given labels, without running the model. The triggers see plain rows. */
export async function storeLabels(
  { pool, prisma }: Pick<Storage, 'pool' | 'prisma'>,
  made: LabelsToStore,
): Promise<void> {
  const { summaryId } = await prisma.modelSelection.findFirstOrThrow()
  const entityId = made.entity === null ? NO_ENTITY_ID : await entityIdOf(prisma, made.entity)
  const labels = LABELS.flatMap((label, index) => Array.from({ length: made.labels[index] ?? 0 }, () => label))
  const ids = labels.map(() => uuidv7())
  await pool.query(INSERT_TWEETS, [
    ids,
    labels.map((_, number) => made.externalIds?.[number] ?? null),
    labels.map((_, number) => made.texts?.[number] ?? `${made.entity} ${number}`),
  ])
  await pool.query(INSERT_CLASSIFICATIONS, [entityId, summaryId, made.at, made.stepMs ?? 1000, ids, labels])
  if (made.importedLabel === undefined) return
  const imported = labels.map((label, number) => made.importedLabel?.(label, number) ?? null)
  const labelled = imported.flatMap((label, number) => (label === null ? [] : [{ id: ids[number], label }]))
  await pool.query(INSERT_LABELS, [entityId, labelled.map(({ id }) => id), labelled.map(({ label }) => label)])
}

async function entityIdOf(prisma: Storage['prisma'], name: string): Promise<string> {
  const key = entityKey(name)
  if (key === null) throw new Error(`${name} is not a valid name.`)
  const found = await prisma.entity.upsert({
    where: { key },
    update: {},
    create: { id: uuidv7(), name, key, createdAt: new Date() },
  })
  return found.id
}
