import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { shownVersion } from '../../models/graphql/shown-version.ts'
import { parseRange } from '../../time/time-range.ts'
import { type LanguageCount as LanguageCountValue, MAX_LANGUAGE_TWEETS } from '../read-languages.ts'

const LanguageCount = builder.objectRef<LanguageCountValue>('LanguageCount').implement({
  description: 'How many tweets are in a language.',
  fields: t => ({
    language: t.exposeString('language', {
      nullable: true,
      description:
        'The ISO 639 code of the language. Null for tweets that are too short to be sure, or whose language no model has identified.',
    }),
    tweetCount: t.exposeInt('tweetCount', { description: 'The number of tweets in this language.' }),
  }),
})

/** Some tens of milliseconds of the database's time, as much as this number of plain fields. */
const COST = 50

builder.prismaObjectFields('Entity', t => ({
  languages: t.field({
    authScopes: { READ: true },
    type: [LanguageCount],
    nullable: true,
    description: `The languages of the newest tweets about this entity, at most ${MAX_LANGUAGE_TWEETS.toLocaleString('en')} of them, the most frequent first. \`ClassificationFilter.language\` lists them.`,
    complexity: COST,
    args: { range: t.arg({ type: RangeInput, description: 'Only tweets of this time. If omitted, all.' }) },
    resolve: async (entity, { range }, context) => [
      ...(await context.search.languages({
        entityId: entity.id,
        range: valueOrError(parseRange(range)),
        modelVersion: await shownVersion(context, null),
      })),
    ],
  }),
}))
