import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { DEFAULT_PAGE_SIZE, pageCost, pageSize } from '../../graphql/page.ts'
import { UserError } from '../../graphql/user-error.ts'
import { IMPORT_JOB_STATUSES, rowsPerSecond } from '../jobs/import-job.ts'
import { problemOf } from '../jobs/rejected-row.ts'

const MEANINGS: Record<(typeof IMPORT_JOB_STATUSES)[number], string> = {
  QUEUED: 'Waiting for the server process that has its file.',
  RUNNING: 'Being processed; if its worker dies, another takes over within seconds.',
  CANCELING: 'Being canceled; batches in progress are still stored and counted.',
  CANCELED: 'Canceled by request. The rows it had stored are kept and can be undone.',
  COMPLETED: 'Every row was stored, recognised as a duplicate, or rejected.',
  FAILED: 'Stopped by an error; see `failure`. The rows it had stored are kept and can be undone.',
  UNDOING: 'Being undone: data that only this import added is being removed.',
  UNDONE: 'Undone: data that only this import had added was removed.',
}

const ImportJobStatus = builder.enumType('ImportJobStatus', {
  description: 'The state of an import job.',
  values: Object.fromEntries(
    IMPORT_JOB_STATUSES.map(status => [status, { value: status, description: MEANINGS[status] }]),
  ) as { [status in (typeof IMPORT_JOB_STATUSES)[number]]: { value: status; description: string } },
})

const RejectedRow = builder.prismaObject('RejectedRow', {
  description: 'A row of an imported file that was not stored.',
  fields: t => ({
    line: t.exposeInt('line', { description: 'Line of the file on which the row starts; the first line is 1.' }),
    cells: t.exposeStringList('cells', {
      description: 'The cells of the row, in the order of `columns`; empty if the row could not be split into cells.',
    }),
    error: t.field({
      type: UserError,
      description: 'Why the row was rejected. Its `field` names the part of the row that is at fault.',
      resolve: problemOf,
    }),
  }),
})

export const ImportJob = builder.prismaNode('ImportJob', {
  description:
    'A job that classifies and stores the rows of one file. Crash-safe: another worker resumes after the last committed batch. Imports from the command line are import jobs too.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    status: t.expose('status', { type: ImportJobStatus, description: 'The state of the job.' }),
    fileName: t.exposeString('fileName', { description: 'Name of the file, as the client gave it.' }),
    columns: t.exposeStringList('columns', {
      description: 'Names of the columns of the file, in order. The `cells` of rejected rows follow the same order.',
    }),
    ignoredColumns: t.exposeStringList('ignoredColumns', {
      description:
        'Columns of the file that were not recognised and not read. `columnMap` of `StartImportInput` reads one. Complete once the job has read the file.',
    }),
    notices: t.exposeStringList('notices', {
      description:
        'Sentences about how the file was read, such as its encoding, and counts of rows that lost an unknown label or a rounded id.',
    }),
    sizeBytes: t.expose('sizeBytes', {
      type: 'SafeInt',
      description: 'Size of the file as it was sent, compressed or not, in bytes.',
    }),
    processedBytes: t.expose('processedBytes', {
      type: 'SafeInt',
      description: 'Bytes of the file covered by the processed rows; divide by `sizeBytes` for the progress.',
    }),
    processedCount: t.exposeInt('processedCount', {
      description:
        'Rows processed so far: always `storedCount` + `duplicateCount` + `relabelledCount` + `rejectedCount`. Empty lines and the header do not count.',
    }),
    rowCount: t.exposeInt('rowCount', {
      nullable: true,
      description: 'Rows of the file; null until the job is complete.',
    }),
    storedCount: t.exposeInt('storedCount', {
      description: 'Rows that added at least one classification to the store.',
    }),
    duplicateCount: t.exposeInt('duplicateCount', {
      description:
        'Rows that were already stored completely, by an earlier row, another import or another request. Their labels, if any, changed nothing.',
    }),
    relabelledCount: t.exposeInt('relabelledCount', {
      description: 'Rows that were stored before without a label, and now have the label of this file.',
    }),
    undatedCount: t.exposeInt('undatedCount', {
      description:
        'Rows among `storedCount` without a time of their own. Their tweets count at the time they were stored; `range.dated` can leave them out.',
    }),
    rejectedCount: t.exposeInt('rejectedCount', { description: 'Rows that could not be stored.' }),
    rejectedRows: t.relation('rejectedRows', {
      type: RejectedRow,
      description: 'The first rejected rows, in the order of the file. `rejectsUrl` downloads all of them.',
      complexity: pageCost,
      args: {
        first: t.arg.int({
          defaultValue: DEFAULT_PAGE_SIZE,
          description: `Number of rows to return, at most ${MAX_PAGE_SIZE}.`,
        }),
      },
      // By their numbers, because a limit would be shared by all imports of a list.
      query: ({ first }) => ({
        where: { ordinal: { lte: valueOrError(pageSize(first)) } },
        orderBy: { ordinal: 'asc' },
      }),
    }),
    rejectsUrl: t.string({
      nullable: true,
      description:
        'Path on this server of a CSV file with the rejected rows, at most the first 10,000, their lines and the reasons. Fix the rows there and import that file. Null if no row was rejected.',
      resolve: ({ id, rejectedCount }) =>
        rejectedCount === 0 ? null : `/imports/${Buffer.from(`ImportJob:${id}`).toString('base64url')}/rejects`,
    }),
    rowsPerSecond: t.float({
      nullable: true,
      description: 'Rows processed per second while the job was running; null before the first batch.',
      resolve: rowsPerSecond,
    }),
    removedCount: t.exposeInt('removedCount', { description: 'Mentions that undoing the import has removed so far.' }),
    failure: t.exposeString('failure', { nullable: true, description: 'Why the job failed; null unless it did.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the job was started.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the job was completed or canceled, or failed; null while it is open.',
    }),
    undoneAt: t.expose('undoneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the import was undone; null unless it was.',
    }),
  }),
})
