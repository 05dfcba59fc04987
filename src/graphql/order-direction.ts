import type { SortDirection } from '../storage/keyset-page.ts'
import { builder } from './builder.ts'

export const OrderDirection = builder.enumType('OrderDirection', {
  description: 'Whether a list is sorted upward or downward.',
  values: {
    ASC: {
      value: 'asc',
      description: 'From the lowest value to the highest; for time, from the earliest to the latest.',
    },
    DESC: {
      value: 'desc',
      description: 'From the highest value to the lowest; for time, from the latest to the earliest.',
    },
  } satisfies Record<string, { value: SortDirection; description: string }>,
})
