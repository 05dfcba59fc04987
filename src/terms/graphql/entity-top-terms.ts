import { readScope } from '../../analytics/graphql/scope.ts'
import { MAX_ALIASES } from '../../entities/add-alias.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Label } from '../../graphql/label.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { DEFAULT_PAGE_SIZE, pageSize } from '../../graphql/page.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { modelIdArgument } from '../../models/graphql/shown-version.ts'
import { fail, type Result, succeed } from '../../problem/problem.ts'
import type { TimeRange } from '../../time/time-range.ts'
import { TopTerms } from './top-terms.ts'

/** Sums the terms of every day of the range: up to half a second of the database's time for a year. */
const COST = 200

builder.prismaObjectFields('Entity', t => ({
  topTerms: t.field({
    authScopes: { READ: true },
    type: TopTerms,
    nullable: true,
    description:
      'The words that distinguish the tweets of one label from the other tweets about this entity, by one model version.',
    complexity: COST,
    select: { id: true, name: true, aliases: { select: { name: true }, take: MAX_ALIASES } },
    args: {
      range: t.arg({ type: RangeInput, description: 'Only tweets of this time, in whole UTC days. If omitted, all.' }),
      label: t.arg({ type: Label, required: true, description: 'The label to describe.' }),
      first: t.arg.int({
        defaultValue: DEFAULT_PAGE_SIZE,
        description: `Number of terms, 0 to ${MAX_PAGE_SIZE}.`,
      }),
      ...modelIdArgument,
    },
    resolve: async ({ id, name, aliases }, { label, first, ...args }, context) => {
      const scope = await readScope(args, context)
      valueOrError(checkTermRange(scope.range))
      return context.terms.top({
        ...scope,
        entityId: id,
        names: [name, ...aliases.map(alias => alias.name)],
        first: valueOrError(pageSize(first)),
        label,
      })
    },
  }),
}))

const checkTermRange = ({ dated }: TimeRange): Result<null> =>
  dated == null
    ? succeed(null)
    : fail('INVALID', 'range.dated must be omitted: terms are counted for all tweets of a day.', ['range', 'dated'])
