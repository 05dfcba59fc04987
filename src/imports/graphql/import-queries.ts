import { queryFromInfo } from '@pothos/plugin-prisma'
import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { decodeCursor, encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { DEFAULT_PAGE_SIZE, pageCost, pageOf, pageSize } from '../../graphql/page.ts'
import { ImportJob } from './import-job.ts'

const ORDER = 'imports'
/** The id: ids are made in time order. */
const POSITION = z.tuple([z.uuid()])

const ImportJobConnection = builder.connectionObject({
  type: ImportJob,
  name: 'ImportJobConnection',
  fields: t => ({
    totalCount: t.int({
      description: 'On all pages together.',
      complexity: 10,
      resolve: (_page, _args, { database }) => database.importJob.count(),
    }),
  }),
})

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
    args: { first: t.arg.int({ defaultValue: DEFAULT_PAGE_SIZE }), after: t.arg.string() },
    resolve: async (_root, { first, after }, context, info) => {
      const size = valueOrError(pageSize(first))
      const position = valueOrError(decodeCursor(ORDER, POSITION, after))
      const rows = await context.database.importJob.findMany({
        ...queryFromInfo({ context, info, path: ['edges', 'node'], include: {} }),
        ...(position === null ? {} : { where: { id: { lt: position[0] } } }),
        orderBy: { id: 'desc' },
        take: size + 1,
      })
      return pageOf(rows, size, position !== null, ({ id }) => encodeCursor(ORDER, [id]))
    },
  }),
}))
