import { builder } from '../../graphql/builder.ts'

const CLASSIFICATION_ORDERS = ['NEWEST', 'OLDEST', 'LEAST_CONFIDENT'] as const

const MEANINGS: Record<(typeof CLASSIFICATION_ORDERS)[number], string> = {
  NEWEST: 'By the time at which tweets count, latest first.',
  OLDEST: 'By the time at which tweets count, earliest first.',
  LEAST_CONFIDENT: 'By confidence, lowest first.',
}

export const ClassificationOrder = builder.enumType('ClassificationOrder', {
  values: Object.fromEntries(
    CLASSIFICATION_ORDERS.map(order => [order, { value: order, description: MEANINGS[order] }]),
  ) as { [order in (typeof CLASSIFICATION_ORDERS)[number]]: { value: order; description: string } },
})
