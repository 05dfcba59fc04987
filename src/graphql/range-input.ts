import { builder } from './builder.ts'

export const RangeInput = builder.inputType('RangeInput', {
  description:
    'A half-open range of time, [from, to), exact to the millisecond. Omit either end to leave the range unbounded. A tweet without `postedAt` counts at the time it was stored.',
  fields: t => ({
    from: t.field({ type: 'DateTime', description: 'Start of the range, inclusive. If omitted, unbounded.' }),
    to: t.field({ type: 'DateTime', description: 'End of the range, exclusive. If omitted, unbounded.' }),
    timezone: t.string({
      defaultValue: 'UTC',
      description:
        'IANA time zone, such as Europe/Madrid. It decides where buckets begin; `from` and `to` have offsets of their own.',
    }),
  }),
})
