import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { MAX_QUESTION_LENGTH } from '../find-matches.ts'

export const ClassificationFilter = builder.inputType('ClassificationFilter', {
  description: 'A classification passes if everything that is given holds.',
  fields: t => ({
    label: t.field({ type: Label }),
    text: t.string({
      description: `Words of the tweet, at most ${MAX_QUESTION_LENGTH} characters: all of them, "in this order" in quotes, either OR other, -without this one. Case, # and @ do not matter, nor does the ending of an English word (refund finds refunded); a hashtag is also found by its words (#CallOfDuty by duty), and a link not at all.`,
    }),
    author: t.string({ description: "The tweet's author, exactly." }),
    isUncertain: t.boolean(),
    model: t.globalID({ for: ModelVersion, description: 'Id of a model version; `summaryModel` where left out.' }),
  }),
})
