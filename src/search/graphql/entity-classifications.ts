import { queryFromInfo } from '@pothos/plugin-prisma'
import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { NODE_PATHS, pageCost, pageOf, readPage } from '../../graphql/page.ts'
import { RangeInput } from '../../graphql/range-input.ts'
import { EARLIEST_INSTANT, LATEST_INSTANT } from '../../time/parse-instant.ts'
import { parseRange } from '../../time/time-range.ts'
import { type ClassificationPosition, matchesQuery, pageQueries, positionOf } from '../classification-page.ts'
import { filteredCount } from '../filtered-count.ts'
import { SEARCH_LIMITS } from '../find-matches.ts'
import { ClassificationConnection } from './classification-connection.ts'
import { ClassificationFilter } from './classification-filter.ts'
import { ClassificationOrder } from './classification-order.ts'

/** Milliseconds or a confidence, and an id. */
const POSITION = z.tuple([z.number().min(EARLIEST_INSTANT).max(LATEST_INSTANT), z.uuid()])

const ORDERS = {
  NEWEST: { field: 'TIME', direction: 'desc' },
  OLDEST: { field: 'TIME', direction: 'asc' },
  LEAST_CONFIDENT: { field: 'CONFIDENCE', direction: 'asc' },
} as const

/** Up to a second of the database's time, where a page has a hundredth of that. */
const SEARCH_COST = 200

builder.prismaObjectFields('Entity', t => ({
  classifications: t.field({
    type: ClassificationConnection,
    description: `What was said about this entity, by one model version. A page stays the same while tweets are added; at most ${MAX_PAGE_SIZE} on each. Under a text a page may be shorter than asked, even empty, while \`hasNextPage\` is true: then ${SEARCH_LIMITS.longestWalk.toLocaleString('en')} tweets were looked at for it, and it goes on behind \`endCursor\`.`,
    complexity: args => {
      const cost = pageCost(args)
      return (args.filter?.text ?? null) === null ? cost : { ...cost, field: SEARCH_COST }
    },
    args: {
      range: t.arg({ type: RangeInput }),
      filter: t.arg({ type: ClassificationFilter }),
      orderBy: t.arg({ type: ClassificationOrder, defaultValue: 'NEWEST' }),
      ...t.arg.connectionArgs(),
    },
    resolve: async (entity, args, context, info) => {
      const { database, models, analytics, search } = context
      const order = ORDERS[args.orderBy ?? 'NEWEST']
      const cursorKind = `${order.field} ${order.direction}`
      const keyset = valueOrError(readPage(args, cursorKind, POSITION))
      const range = valueOrError(parseRange(args.range))
      const version = valueOrError(await models.resolve(args.filter?.model?.id ?? null))
      const series = { entityId: entity.id, modelVersionId: version.id }
      const filter = {
        label: args.filter?.label ?? null,
        isUncertain: args.filter?.isUncertain ?? null,
        author: args.filter?.author ?? null,
        text: args.filter?.text ?? null,
      }
      const page = { ...keyset, series, range, filter, order }
      const query = queryFromInfo({ context, info, paths: NODE_PATHS, include: {} })
      const cursorOf = (position: ClassificationPosition) => encodeCursor(cursorKind, position)
      const countAll = async () =>
        filteredCount(await analytics.counts({ entityId: entity.id, modelVersion: version }, range), filter)
      if (filter.text === null) {
        const parts = await Promise.all(
          pageQueries(page).map(part => database.classification.findMany({ ...query, ...part })),
        )
        const shown = pageOf(parts.flat(), page, row => cursorOf(positionOf(row, order)))
        return { ...shown, countAll, asOf: null }
      }
      const { ids, goesOn, last, asOf } = valueOrError(await search.find(page, filter.text))
      const rows = await database.classification.findMany({ ...query, ...matchesQuery(page, ids) })
      const shown = pageOf(rows, page, row => cursorOf(positionOf(row, order)))
      const end = goesOn && last !== null ? cursorOf(last) : null
      const pageInfo = page.isBackward
        ? { ...shown.pageInfo, hasPreviousPage: goesOn, startCursor: end ?? shown.pageInfo.startCursor }
        : { ...shown.pageInfo, hasNextPage: goesOn, endCursor: end ?? shown.pageInfo.endCursor }
      return { ...shown, pageInfo, countAll, asOf }
    },
  }),
}))
