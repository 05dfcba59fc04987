import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'

export const ClassificationFilter = builder.inputType('ClassificationFilter', {
  description: 'A classification passes if everything that is given holds.',
  fields: t => ({
    label: t.field({ type: Label }),
    author: t.string({ description: "The tweet's author, exactly." }),
    isUncertain: t.boolean(),
    model: t.globalID({ for: ModelVersion, description: 'Id of a model version; `summaryModel` where left out.' }),
  }),
})
