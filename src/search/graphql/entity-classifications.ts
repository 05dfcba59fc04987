import { queryFromInfo } from '@pothos/plugin-prisma'
import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { NODE_PATHS, pageCost, pageOf, readPage } from '../../graphql/page.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { shownVersion } from '../../models/graphql/shown-version.ts'
import { EARLIEST_INSTANT, LATEST_INSTANT } from '../../time/parse-instant.ts'
import { parseRange } from '../../time/time-range.ts'
import { type ClassificationPosition, type ClassificationOrder as Order, positionOf } from '../classification-page.ts'
import type { ListLength } from '../count-rows.ts'
import { SEARCH_LIMITS } from '../find-matches.ts'
import { MAX_COUNTED } from '../service.ts'
import { ClassificationConnection } from './classification-connection.ts'
import { ClassificationFilter } from './classification-filter.ts'
import { ClassificationOrder } from './classification-order.ts'

const NEWEST_FIRST: Order = { field: 'TIME', direction: 'desc' }

/** Milliseconds or a confidence, and an id. */
const POSITION = z.tuple([z.number().min(EARLIEST_INSTANT).max(LATEST_INSTANT), z.uuid()])

/** Up to a second of the database's time, while a page without a text takes a hundredth of that. */
const SEARCH_COST = 200

builder.prismaObjectFields('Entity', t => ({
  classifications: t.field({
    authScopes: { READ: true },
    type: ClassificationConnection,
    nullable: true,
    description: `Classifications of tweets about this entity, by one model version. At most ${MAX_PAGE_SIZE} on a page, which stays the same while tweets are added. \`totalCount\` is null if more than ${MAX_COUNTED.toLocaleString('en')} tweets have the words of the text; \`minimumCount\` is then a lower bound. The same limit applies to an author, to a language, and to \`label\` with \`isUncertain\`. With a text, a page may have fewer elements than requested, or none, while \`hasNextPage\` is true (\`hasPreviousPage\` when paging backward). The search then examined ${SEARCH_LIMITS.longestScan.toLocaleString('en')} tweets for this page and continues at \`endCursor\` (\`startCursor\`).`,
    complexity: args => {
      const cost = pageCost(args)
      return (args.filter?.text ?? null) === null ? cost : { ...cost, field: SEARCH_COST }
    },
    args: {
      ...t.arg.connectionArgs(),
      range: t.arg({ type: RangeInput, description: 'Only tweets of this time. If omitted, all.' }),
      filter: t.arg({ type: ClassificationFilter, description: 'Conditions to meet. If omitted, none.' }),
      orderBy: t.arg({ type: ClassificationOrder, defaultValue: NEWEST_FIRST, description: 'The order of the list.' }),
    },
    resolve: async (entity, { range, filter, orderBy, ...args }, context, info) => {
      const { search } = context
      const order = orderBy ?? NEWEST_FIRST
      const cursorKind = `${order.field} ${order.direction}`
      const page = {
        ...valueOrError(readPage(args, cursorKind, POSITION)),
        order,
        entityId: entity.id,
        range: valueOrError(parseRange(range)),
        modelVersion: await shownVersion(context, filter?.modelId, 'filter'),
        filter: {
          label: filter?.label ?? null,
          isUncertain: filter?.isUncertain ?? null,
          author: filter?.author ?? null,
          language: filter?.language ?? null,
          text: filter?.text ?? null,
        },
      }
      const selection = queryFromInfo({ context, info, paths: NODE_PATHS, include: {} })
      const { rows, end } = valueOrError(await search.list(page, selection))
      const cursorOf = (position: ClassificationPosition) => encodeCursor(cursorKind, position)
      // Two fields may ask for it.
      let length: Promise<ListLength> | null = null
      const measure = () => {
        length ??= search.count(page)
        return length
      }
      const stop = end === null ? undefined : { ...end, cursor: end.last === null ? null : cursorOf(end.last) }
      return {
        ...pageOf(rows, page, row => cursorOf(positionOf(row, order)), stop),
        measure,
        countAll: async () => {
          const { atLeast, isExact } = await measure()
          return isExact ? atLeast : null
        },
        asOf: end?.asOf ?? null,
      }
    },
  }),
}))
