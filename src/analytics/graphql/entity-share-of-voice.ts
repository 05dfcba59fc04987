import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { fail } from '../../problem/problem.ts'
import { readScope, scopeArguments } from './scope.ts'

/** More than a dashboard compares on one page. */
const MAX_AMONG = 20

builder.prismaObjectFields('Entity', t => ({
  shareOfVoice: t.field({
    authScopes: { READ: true },
    type: Estimate,
    nullable: true,
    description:
      "Share of the classifications in the range, of any label, that are about this entity, with Wilson's interval. A tweet counts once for each entity that it is classified for. Whole messages without an entity do not count. `sampleSize` is the denominator; the other values are null if it is 0.",
    complexity: 20,
    args: {
      among: t.arg.stringList({
        description: `Names of the entities to compare with, in any spelling, at most ${MAX_AMONG}: the denominator is then the classifications about these entities and this one. Unknown names count nothing. If omitted, all entities.`,
      }),
      ...scopeArguments,
    },
    resolve: async (entity, { among, ...args }, context) => {
      if (among != null && among.length > MAX_AMONG) {
        valueOrError(fail('TOO_MANY', `among can have at most ${MAX_AMONG} names.`, ['among']))
      }
      const { range, modelVersion } = await readScope(args, context)
      const found = among == null ? null : await context.entities.findAll(among)
      const ids = found?.entities.map(({ id }) => id) ?? null
      return context.analytics.shareOfVoice({ entityId: entity.id, modelVersion }, range, ids)
    },
  }),
}))
