import type { MentionLabel } from '../storage/generated/client/client.ts'

export type { MentionLabel } from '../storage/generated/client/client.ts'

export type LabelOrigin = 'PAGE' | 'API' | 'IMPORT' | 'AGREEMENT'

/** A tweet together with an entity; the all-zero id without one. */
export interface MentionKey {
  readonly tweetId: string
  readonly entityId: string
}

/** The primary key of a label. */
export type LabelKey = Pick<MentionLabel, 'tweetId' | 'entityId' | 'annotator' | 'number'>

/** The columns of `mention_label`, named as Prisma names them. */
export const LABEL_COLUMNS = `given.tweet_id AS "tweetId", given.entity_id AS "entityId", given.label, given.annotator, given.number, given.undoes,
  given.origin, given.labelled_at AS "labelledAt", given.draw_id AS "drawId", given.inclusion_probability AS "inclusionProbability"`

/** The key as one string, for the ids that clients receive. */
export const writeLabelKey = ({ tweetId, entityId, annotator, number }: LabelKey): string =>
  `${tweetId}.${entityId}.${number}.${Buffer.from(annotator).toString('base64url')}`

/** Reverses `writeLabelKey`. */
export function readLabelKey(text: string): LabelKey {
  const [tweetId = '', entityId = '', number = '', annotator = ''] = text.split('.')
  return {
    tweetId,
    entityId,
    number: Number(number),
    annotator: Buffer.from(annotator, 'base64url').toString('utf8').replaceAll('\0', ''),
  }
}
