import { builder } from './builder.ts'

export const RangeInput = builder.inputType('RangeInput', {
  description:
    'A half-open range of time, [from, to), exact to the millisecond. Omit either end to leave the range unbounded. A tweet without `postedAt` counts at the time it was stored; `dated` can leave such tweets out.',
  fields: t => ({
    from: t.field({ type: 'DateTime', description: 'Start of the range, inclusive. If omitted, unbounded.' }),
    to: t.field({ type: 'DateTime', description: 'End of the range, exclusive. If omitted, unbounded.' }),
    dated: t.boolean({
      description: 'Only tweets with a time of their own (true), or only those without one (false). If omitted, both.',
    }),
    timezone: t.string({
      defaultValue: 'UTC',
      description:
        'IANA time zone, such as Europe/Madrid. It decides where buckets begin; `from` and `to` have offsets of their own.',
    }),
  }),
})
