import { builder } from './builder.ts'

export const RangeInput = builder.inputType('RangeInput', {
  description:
    'Half-open, [from, to): `from` is inside, `to` is not. An end left out is open. Exact to the millisecond. A tweet without a time of its own counts at the time it was stored.',
  fields: t => ({
    from: t.field({ type: 'DateTime' }),
    to: t.field({ type: 'DateTime' }),
    timezone: t.string({
      defaultValue: 'UTC',
      description:
        'An IANA name such as Europe/Madrid. It decides where buckets begin, never what `from` and `to` mean.',
    }),
  }),
})
