import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { MAX_QUERY_LENGTH } from '../find-matches.ts'

export const ClassificationFilter = builder.inputType('ClassificationFilter', {
  description: 'A classification passes if it meets every condition that is given.',
  fields: t => ({
    label: t.field({ type: Label, description: 'The label of the classification.' }),
    text: t.string({
      description: `Words to find in the tweet, at most ${MAX_QUERY_LENGTH} characters. All words must occur; \`"in this order"\` finds a phrase, \`either OR other\` one of two words, and \`-without\` tweets that lack the word. Case, \`#\` and \`@\` are ignored, and so are the endings of English words: refund finds refunded. A hashtag is also found by its words (#CallOfDuty by duty). Links are not searched.`,
    }),
    author: t.string({ description: 'The author of the tweet, exactly as stored.' }),
    language: t.string({
      description: "The ISO 639 code of the tweet's language in lower case, such as `es`: see `Tweet.language`.",
    }),
    isUncertain: t.boolean({
      description: 'True for uncertain classifications only (`Prediction.isUncertain`), false for the others only.',
    }),
    modelId: t.globalID({ for: ModelVersion, description: 'Id of a model version. If omitted, `summaryModel`.' }),
  }),
})
