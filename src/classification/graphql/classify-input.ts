import { builder } from '../../graphql/builder.ts'
import { INSTANT_EXAMPLE } from '../../time/parse-instant.ts'

export const ClassifyInput = builder.inputType('ClassifyInput', {
  description:
    'One tweet. With an external id it is identified by that id and the hash of its text; the same tweet, entity and model is stored once, and repeating the call returns what is stored.',
  fields: t => ({
    text: t.string({ required: true, description: '1 to 10,000 Unicode code points.' }),
    entity: t.string({
      description: 'What the tweet is asked about. Left out or blank: the sentiment of the whole message.',
    }),
    externalId: t.string({
      description: 'The id that the tweet has where it comes from. It makes the call safe to repeat.',
    }),
    postedAt: t.string({
      description: `ISO 8601 with an offset, such as ${INSTANT_EXAMPLE}. Left out: it counts at the time it is stored.`,
    }),
    author: t.string(),
  }),
})
