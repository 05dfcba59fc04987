import { queryFromInfo } from '@pothos/plugin-prisma'
import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { DEFAULT_PAGE_SIZE, pageCost, pageOf, pageSize } from '../../graphql/page.ts'
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
      first: t.arg.int({ defaultValue: DEFAULT_PAGE_SIZE }),
      after: t.arg.string(),
    },
    resolve: async (entity, args, context, info) => {
      const { database, models, analytics, search } = context
      const order = args.orderBy ?? 'NEWEST'
      const size = valueOrError(pageSize(args.first))
      const range = valueOrError(parseRange(args.range))
      const after = valueOrError(decodeCursor(order, POSITION, args.after))
      const version = valueOrError(await models.resolve(args.filter?.model?.id ?? null))
      const series = { entityId: entity.id, modelVersionId: version.id }
      const filter = {
        label: args.filter?.label ?? null,
        isUncertain: args.filter?.isUncertain ?? null,
        author: args.filter?.author ?? null,
        text: args.filter?.text ?? null,
      }
      const page = { series, range, filter, order, after }
      const query = queryFromInfo({ context, info, path: ['edges', 'node'], include: {} })
      const cursorOf = (position: ClassificationPosition) => encodeCursor(order, position)
      const countAll = async () =>
        filteredCount(await analytics.counts({ entityId: entity.id, modelVersion: version }, range), filter)
      if (filter.text === null) {
        const parts = await Promise.all(
          pageQueries(page).map(part => database.classification.findMany({ ...query, ...part, take: size + 1 })),
        )
        const shown = pageOf(parts.flat(), size, after !== null, row => cursorOf(positionOf(row, order)))
        return { ...shown, countAll, asOf: null }
      }
      const { ids, hasNext, next, asOf } = valueOrError(await search.find(page, filter.text, size))
      const rows = await database.classification.findMany({ ...query, ...matchesQuery(page, ids) })
      const shown = pageOf(rows, size, after !== null, row => cursorOf(positionOf(row, order)))
      const endCursor = hasNext && next !== null ? cursorOf(next) : shown.pageInfo.endCursor
      return { ...shown, pageInfo: { ...shown.pageInfo, hasNextPage: hasNext, endCursor }, countAll, asOf }
    },
  }),
}))
