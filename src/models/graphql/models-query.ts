import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { pageCost, pageOf, readPage } from '../../graphql/page.ts'
import { newestFirst } from '../../storage/keyset-page.ts'
import { ModelVersion } from './model-version.ts'

const ORDER = 'models'
/** The id: ids are made in time order. */
const POSITION = z.tuple([z.uuid()])

const ModelVersionConnection = builder.connectionObject({ type: ModelVersion, name: 'ModelVersionConnection' })

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
    nullable: true,
    args: t.arg.connectionArgs(),
    resolve: async (_root, args, { database }) => {
      const page = valueOrError(readPage(args, ORDER, POSITION))
      const rows = await database.modelVersion.findMany(newestFirst(page))
      const countAll = () => database.modelVersion.count()
      return { ...pageOf(rows, page, ({ id }) => encodeCursor(ORDER, [id])), countAll }
    },
  }),
}))
