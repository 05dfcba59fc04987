import type { PoolClient } from 'pg'
import { textArray, uuidArray } from '../../storage/binary-arrays.ts'
import type { ResolvedMention } from './mention-to-write.ts'

const WRITE = `
  INSERT INTO imported_label (tweet_id, entity_id, label)
  SELECT tweet_id, entity_id, label::label FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS given (tweet_id, entity_id, label)
  ORDER BY tweet_id, entity_id ON CONFLICT (tweet_id, entity_id) DO NOTHING`

/** Stores the labels of imported rows. The first label of a mention stays. */
export async function writeImportedLabels(client: PoolClient, mentions: readonly ResolvedMention[]): Promise<void> {
  const labelled = mentions.filter(({ mention }) => mention.request.importedLabel !== null)
  if (labelled.length === 0) return
  await client.query({
    name: 'write imported labels',
    text: WRITE,
    values: [
      uuidArray(labelled.map(({ tweet }) => tweet.id)),
      uuidArray(labelled.map(({ entityId }) => entityId)),
      textArray(labelled.map(({ mention }) => mention.request.importedLabel)),
    ],
  })
}
