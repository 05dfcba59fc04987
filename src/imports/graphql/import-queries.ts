import { queryFromInfo } from '@pothos/plugin-prisma'
import { z } from 'zod'
import { builder } from '../../graphql/builder.ts'
import { encodeCursor } from '../../graphql/cursor.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { NODE_PATHS, pageCost, pageOf, readPage } from '../../graphql/page.ts'
import { ImportJob } from './import-job.ts'

const ORDER = 'imports'
/** The id: ids are made in time order. */
const POSITION = z.tuple([z.uuid()])

const ImportJobConnection = builder.connectionObject({
  type: ImportJob,
  name: 'ImportJobConnection',
  description: 'One page of import jobs.',
})

builder.queryFields(t => ({
  importJob: t.prismaField({
    authScopes: { READ: true },
    type: 'ImportJob',
    nullable: true,
    description: 'An import job by its id; null if there is none.',
    args: { id: t.arg.globalID({ required: true, for: ImportJob, description: 'Id of the import job.' }) },
    resolve: (query, _root, { id }, { imports }) => imports.find(id.id, query),
  }),
  importJobs: t.field({
    authScopes: { READ: true },
    type: ImportJobConnection,
    nullable: true,
    description: 'Every import job, newest first, including imports from the command line.',
    complexity: pageCost,
    args: t.arg.connectionArgs(),
    resolve: async (_root, args, context, info) => {
      const page = valueOrError(readPage(args, ORDER, POSITION))
      const relations = queryFromInfo({ context, info, paths: NODE_PATHS, include: {} })
      const jobs = await context.imports.list(page, relations)
      return { ...pageOf(jobs, page, ({ id }) => encodeCursor(ORDER, [id])), countAll: context.imports.count }
    },
  }),
}))
