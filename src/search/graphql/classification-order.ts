import { builder } from '../../graphql/builder.ts'
import { OrderDirection } from '../../graphql/order-direction.ts'

const ClassificationOrderField = builder.enumType('ClassificationOrderField', {
  description: 'A sort key of lists of classifications.',
  values: {
    TIME: { description: '`postedAt` of the tweet; of a tweet without one, the time it was stored.' },
    CONFIDENCE: { description: '`confidence` of the classification.' },
  },
})

export const ClassificationOrder = builder.inputType('ClassificationOrder', {
  description: 'The order of a list of classifications.',
  fields: t => ({
    field: t.field({ type: ClassificationOrderField, required: true, description: 'The sort field.' }),
    direction: t.field({ type: OrderDirection, required: true, description: 'The sort direction.' }),
  }),
})
