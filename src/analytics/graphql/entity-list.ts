import { z } from 'zod'
import { EntityConnection } from '../../entities/graphql/entity-connection.ts'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { OrderDirection } from '../../graphql/order-direction.ts'
import { type PageArguments, pageCost, pageOf, readPage } from '../../graphql/page.ts'
import type { RankPosition } from '../ranking/rank-entities.ts'
import type { EntityOrder as EntityOrderValue } from '../ranking/ranking-reader.ts'
import { readScope, scopeArguments } from './scope.ts'

const EntityOrderField = builder.enumType('EntityOrderField', {
  description: 'The values that a list of entities can be sorted by.',
  values: {
    NAME: { description: 'The name, ignoring case, spaces, punctuation, @ and #.' },
    TWEETS: { description: 'The number of tweets in the range (`sentiment.counts.total`).' },
    NET_SENTIMENT: { description: 'Net sentiment in the range (`sentiment.netSentiment.value`).' },
    CHANGE: {
      description:
        'Net sentiment in the range minus that in the period before (`sentimentChange.difference.value`). The range must have both `from` and `to`.',
    },
  } satisfies Record<EntityOrderValue['field'], { description: string }>,
})

const EntityOrder = builder.inputType('EntityOrder', {
  description: 'How to sort a list of entities. Entities with equal values are sorted by name.',
  fields: t => ({
    field: t.field({ type: EntityOrderField, required: true, description: 'The value to sort by.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      description:
        'Sort direction. Entities without a value, such as those without tweets in the range, come last in either direction.',
    }),
  }),
})

const BY_NAME: EntityOrderValue = { field: 'NAME', direction: 'asc' }

/** Every page of the other orders counts all entities. */
const RANKING_COST = 50

/** A value, null without evidence, and a key, which has no character that a name cannot have. */
const POSITION: z.ZodType<RankPosition> = z.tuple([z.number().nullable(), z.string().regex(/^[^\0]+$/)])

interface CostArguments extends Pick<PageArguments, 'first' | 'last'> {
  readonly orderBy?: EntityOrderValue | null | undefined
}

const cost = ({ orderBy, ...args }: CostArguments) => {
  const page = pageCost(args)
  return orderBy == null || orderBy.field === 'NAME' ? page : { ...page, field: RANKING_COST }
}

builder.queryField('entities', t =>
  t.field({
    authScopes: { READ: true },
    type: EntityConnection,
    nullable: true,
    description: `All entities, at most ${MAX_PAGE_SIZE} on a page. Pages are stable while tweets arrive: an entity moves only if its own value changes. Between two pages, only such an entity can be repeated or skipped.`,
    complexity: cost,
    args: {
      ...t.arg.connectionArgs(),
      search: t.arg.string({ description: 'Part of a name or alias, in any spelling. If omitted, all entities.' }),
      orderBy: t.arg({
        type: EntityOrder,
        defaultValue: BY_NAME,
        description: 'How to sort the list. Except for NAME, `range` and `modelId` decide which classifications count.',
      }),
      ...scopeArguments,
    },
    resolve: async (_root, { search, orderBy, ...args }, context) => {
      const { analytics, entities } = context
      const order = orderBy ?? BY_NAME
      const { range, modelVersion } = await readScope(args, context)
      const name = `entities ${order.field} ${order.direction}`
      const page = valueOrError(readPage(args, name, POSITION))
      const list = { order, search: search ?? null, range, modelVersion }
      const rows = valueOrError(await analytics.rank(list, page))
      return {
        ...pageOf(rows, page, ({ value, key }) => encodeCursor(name, [value, key])),
        countAll: () => entities.count(list.search),
      }
    },
  }),
)
