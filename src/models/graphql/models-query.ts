import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { pageCost, pageOf, readPage } from '../../graphql/page.ts'
import { ModelVersion } from './model-version.ts'

const ORDER = 'models'
/** The id: ids are made in time order. */
const POSITION = z.tuple([z.uuid()])

const ModelVersionConnection = builder.connectionObject({
  type: ModelVersion,
  name: 'ModelVersionConnection',
  description: 'One page of model versions.',
})

builder.queryFields(t => ({
  activeModel: t.prismaField({
    authScopes: { READ: true },
    type: 'ModelVersion',
    nullable: true,
    description: 'The active model version, which answers unless a request names another.',
    resolve: (query, _root, _args, { models }) => models.find(models.active.id, query),
  }),
  summaryModel: t.prismaField({
    authScopes: { READ: true },
    type: 'ModelVersion',
    nullable: true,
    description:
      'The model version whose classifications summaries, trends and lists show unless a request names another. It is the active version, or after a promotion the version before, until the new one has classified every stored mention.',
    resolve: (query, _root, _args, { models }) => models.find(models.inUse.summary.id, query),
  }),
  models: t.field({
    authScopes: { READ: true },
    type: ModelVersionConnection,
    nullable: true,
    description: 'Every model version that was ever registered on this database, newest first.',
    complexity: pageCost,
    args: t.arg.connectionArgs(),
    resolve: async (_root, args, { models }) => {
      const page = valueOrError(readPage(args, ORDER, POSITION))
      const versions = await models.list(page)
      return { ...pageOf(versions, page, ({ id }) => encodeCursor(ORDER, [id])), countAll: models.count }
    },
  }),
}))
