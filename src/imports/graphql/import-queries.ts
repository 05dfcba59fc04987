import { queryFromInfo } from '@pothos/plugin-prisma'
import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { NODE_PATHS, pageCost, pageOf, readPage } from '../../graphql/page.ts'
import { newestFirst } from '../../storage/keyset-page.ts'
import { ImportJob } from './import-job.ts'

const ORDER = 'imports'
/** The id: ids are made in time order. */
const POSITION = z.tuple([z.uuid()])

const ImportJobConnection = builder.connectionObject({ type: ImportJob, name: 'ImportJobConnection' })

builder.queryFields(t => ({
  importJob: t.prismaField({
    type: 'ImportJob',
    nullable: true,
    description: 'An import and how far it is; null where there is none with this id.',
    args: { id: t.arg.globalID({ required: true, for: ImportJob, description: 'Id of the import.' }) },
    resolve: (query, _root, { id }, { database }) => database.importJob.findUnique({ ...query, where: { id: id.id } }),
  }),
  importJobs: t.field({
    type: ImportJobConnection,
    description: `Every import, newest first, at most ${MAX_PAGE_SIZE} on a page; those of the command line among them.`,
    complexity: pageCost,
    nullable: true,
    args: t.arg.connectionArgs(),
    resolve: async (_root, args, context, info) => {
      const page = valueOrError(readPage(args, ORDER, POSITION))
      const rows = await context.database.importJob.findMany({
        ...queryFromInfo({ context, info, paths: NODE_PATHS, include: {} }),
        ...newestFirst(page),
      })
      const countAll = () => context.database.importJob.count()
      return { ...pageOf(rows, page, ({ id }) => encodeCursor(ORDER, [id])), countAll }
    },
  }),
}))
