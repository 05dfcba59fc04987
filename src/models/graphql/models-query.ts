import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { DEFAULT_PAGE_SIZE, pageCost, pageOf, pageSize } from '../../graphql/page.ts'
import { ModelVersion } from './model-version.ts'

const ORDER = 'models'
/** The id: ids are made in time order. */
const POSITION = z.tuple([z.uuid()])

const ModelVersionConnection = builder.connectionObject({
  type: ModelVersion,
  name: 'ModelVersionConnection',
  fields: t => ({
    totalCount: t.int({ resolve: (_page, _args, { database }) => database.modelVersion.count() }),
  }),
})

builder.queryFields(t => ({
  activeModel: t.prismaField({
    type: 'ModelVersion',
    description: 'The version that answers unless another is named.',
    resolve: (query, _root, _args, { database, models }) =>
      database.modelVersion.findUniqueOrThrow({ ...query, where: { id: models.active.id } }),
  }),
  summaryModel: t.prismaField({
    type: 'ModelVersion',
    description:
      'The version whose answers summaries, trends and lists of classifications show unless another is named: the active one, except after a promotion until a reclassification has brought that up to everything that is stored.',
    resolve: (query, _root, _args, { database, models }) =>
      database.modelVersion.findUniqueOrThrow({ ...query, where: { id: models.inUse.shown.id } }),
  }),
  models: t.field({
    type: ModelVersionConnection,
    description: 'Every version that was ever known here, newest first.',
    complexity: pageCost,
    args: { first: t.arg.int({ defaultValue: DEFAULT_PAGE_SIZE }), after: t.arg.string() },
    resolve: async (_root, { first, after }, { database }) => {
      const size = valueOrError(pageSize(first))
      const position = valueOrError(decodeCursor(ORDER, POSITION, after))
      const rows = await database.modelVersion.findMany({
        ...(position === null ? {} : { where: { id: { lt: position[0] } } }),
        orderBy: { id: 'desc' },
        take: size + 1,
      })
      return pageOf(rows, size, position !== null, ({ id }) => encodeCursor(ORDER, [id]))
    },
  }),
}))
