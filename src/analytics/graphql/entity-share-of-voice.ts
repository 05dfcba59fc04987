import { findEntities } from '../../entities/find-entities.ts'
import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { fail } from '../../problem/problem.ts'
import { parseRange } from '../../time/time-range.ts'

/** More than a page of a dashboard compares. */
const MAX_AMONG = 20

builder.prismaObjectFields('Entity', t => ({
  shareOfVoice: t.field({
    type: Estimate,
    description: `Share of all classifications of \`summaryModel\` in the range, of any label, that are about this entity, with Wilson's interval. A tweet counts once for each entity it is classified for; whole messages without an entity do not count. \`sampleSize\` is the denominator; null where it is 0. With \`among\`, the denominator is what is about these entities and this one.`,
    complexity: 20,
    args: {
      range: t.arg({ type: RangeInput }),
      among: t.arg.stringList({
        description: `At most ${MAX_AMONG} names of entities in any spelling; names that no entity has count for nothing. All entities where left out.`,
      }),
    },
    resolve: async (entity, { range, among }, { analytics, database, models }) => {
      const span = valueOrError(parseRange(range))
      if (among != null && among.length > MAX_AMONG) {
        valueOrError(fail('TOO_MANY', `among may hold at most ${MAX_AMONG} names.`, ['among']))
      }
      const found = among == null ? null : await findEntities(database, among)
      const version = valueOrError(await models.resolve(null))
      const series = { entityId: entity.id, modelVersion: version }
      return analytics.shareOfVoice(series, span, found?.entities.map(({ id }) => id) ?? null)
    },
  }),
}))
