import { queryFromInfo } from '@pothos/plugin-prisma'
import { z } from 'zod'
import { RangeInput } from '../../analytics/graphql/range-input.ts'
import { parseRange } from '../../analytics/time-range.ts'
import { builder } from '../../graphql/builder.ts'
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { DEFAULT_PAGE_SIZE, pageCost, pageOf, pageSize } from '../../graphql/page.ts'
import { EARLIEST_INSTANT, LATEST_INSTANT } from '../../time/parse-instant.ts'
import { pageQuery, positionOf } from '../classification-page.ts'
import { filteredCount } from '../filtered-count.ts'
import { ClassificationConnection } from './classification-connection.ts'
import { ClassificationFilter } from './classification-filter.ts'
import { ClassificationOrder } from './classification-order.ts'

/** Milliseconds or a confidence, and an id. */
const POSITION = z.tuple([z.number().min(EARLIEST_INSTANT).max(LATEST_INSTANT), z.uuid()])

builder.prismaObjectFields('Entity', t => ({
  classifications: t.field({
    type: ClassificationConnection,
    description: `What was said about this entity, by one model version. A page stays the same while tweets are added; at most ${MAX_PAGE_SIZE} on each.`,
    complexity: pageCost,
    args: {
      range: t.arg({ type: RangeInput }),
      filter: t.arg({ type: ClassificationFilter }),
      orderBy: t.arg({ type: ClassificationOrder, defaultValue: 'NEWEST' }),
      first: t.arg.int({ defaultValue: DEFAULT_PAGE_SIZE }),
      after: t.arg.string(),
    },
    resolve: async (entity, args, context, info) => {
      const { database, models, analytics } = context
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
      }
      const rows = await database.classification.findMany({
        ...queryFromInfo({ context, info, path: ['edges', 'node'], include: {} }),
        ...pageQuery({ series, range, filter, order, after }),
        take: size + 1,
      })
      const page = pageOf(rows, size, after !== null, row => encodeCursor(order, positionOf(row, order)))
      return {
        ...page,
        countAll: async () =>
          filteredCount(await analytics.counts({ entityId: entity.id, modelVersion: version }, range), filter),
      }
    },
  }),
}))
