import { readClassificationKey } from '../../classification/classification-key.ts'
import type { GraphqlContext } from '../../graphql/context.ts'
import { idOf } from '../../graphql/node-id.ts'
import { fail, type Result, succeed, underField } from '../../problem/problem.ts'
import { NO_ENTITY_ID } from '../../storage/no-entity.ts'
import type { MentionKey } from '../mention-label.ts'

/** The three ways in which an input names a mention. */
interface LabelTarget {
  readonly classificationId?: string | null | undefined
  readonly tweetId?: string | null | undefined
  readonly entityId?: string | null | undefined
  readonly externalId?: string | null | undefined
  readonly entity?: string | null | undefined
  readonly text?: string | null | undefined
}

/** The mention that an input names. Paths begin with `input`. */
export async function mentionOf(
  target: LabelTarget,
  { labelling, classifications }: Pick<GraphqlContext, 'labelling' | 'classifications'>,
): Promise<Result<MentionKey>> {
  const { classificationId, tweetId, entityId, externalId } = target
  const given = [classificationId, tweetId, externalId].filter(id => id != null)
  if (given.length !== 1) {
    return fail(
      'INVALID',
      'Name the mention by classificationId, by tweetId and entityId, or by externalId and entity.',
      ['input'],
    )
  }
  if (classificationId != null) {
    const id = idOf('Classification', classificationId, 'input', 'classificationId')
    if (!id.ok) return id
    const row = await classifications.find(readClassificationKey(id.value), {})
    return row === null
      ? fail('NOT_FOUND', 'No classification has this id. `Entity.classifications` lists them.', [
          'input',
          'classificationId',
        ])
      : succeed({ tweetId: row.tweetId, entityId: row.entityId })
  }
  if (tweetId != null) {
    const tweet = idOf('Tweet', tweetId, 'input', 'tweetId')
    if (!tweet.ok) return tweet
    const entity = entityId == null ? succeed(NO_ENTITY_ID) : idOf('Entity', entityId, 'input', 'entityId')
    return entity.ok ? succeed({ tweetId: tweet.value, entityId: entity.value }) : entity
  }
  const found = await labelling.findMention({
    externalId: externalId ?? '',
    entity: target.entity ?? null,
    text: target.text ?? null,
  })
  return found.ok ? found : { ok: false, problem: underField(found.problem, 'input') }
}
