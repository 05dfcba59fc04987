import { builder } from '../../graphql/builder.ts'
import { MAX_ENTITY_NAME_LENGTH } from '../../ml/language/entity-key.ts'
import { MAX_TEXT_LENGTH } from '../../problem/check-string.ts'
import { MAX_NAME_LENGTH } from '../check-request.ts'

export const ClassifyInput = builder.inputType('ClassifyInput', {
  description:
    'One tweet. With an external id, the tweet is identified by that id and the hash of its text. The same tweet, entity and model version is stored once: repeating the call returns the stored classification.',
  fields: t => ({
    text: t.string({
      required: true,
      description: `The text, 1 to ${MAX_TEXT_LENGTH.toLocaleString('en')} characters (Unicode code points).`,
    }),
    entity: t.string({
      description: `The entity to judge: a name or alias in any spelling, at most ${MAX_ENTITY_NAME_LENGTH} characters. If omitted or blank: the sentiment of the whole message.`,
    }),
    externalId: t.string({
      description: `The id of the tweet at its source, at most ${MAX_NAME_LENGTH} characters. With it, the call is safe to repeat.`,
    }),
    postedAt: t.field({
      type: 'DateTime',
      description:
        'When the tweet was posted: after 1970 and at most one day in the future. If omitted, the tweet counts at the time it is stored.',
    }),
    author: t.string({ description: `The author of the tweet, at most ${MAX_NAME_LENGTH} characters.` }),
  }),
})
