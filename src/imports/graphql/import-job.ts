import { builder } from '../../graphql/builder.ts'
import { valueOrError } from '../../graphql/errors.ts'
import { MAX_PAGE_SIZE } from '../../graphql/limits.ts'
import { DEFAULT_PAGE_SIZE, pageCost, pageSize } from '../../graphql/page.ts'
import { UserError } from '../../graphql/user-error.ts'
import { PROBLEM_CODES } from '../../problem/problem.ts'
import { IMPORT_STATUSES } from '../jobs/import-job.ts'

const MEANINGS: Record<(typeof IMPORT_STATUSES)[number], string> = {
  QUEUED: 'Waits for the process that has its file.',
  RUNNING: 'A process works on it, or was killed over it and is replaced within seconds.',
  CANCELING: 'Is to end; what is under way is still stored and counted.',
  CANCELED: 'Ended by request. What it had stored stays, and can be undone.',
  COMPLETED: 'Every row was stored, found stored or rejected.',
  FAILED: 'It could not go on; `failure` says why. What it had stored stays, and can be undone.',
  UNDOING: 'What it alone had brought is being removed.',
  UNDONE: 'What it alone had brought was removed.',
}

const ImportStatus = builder.enumType('ImportStatus', {
  description: 'How far an import is.',
  values: Object.fromEntries(
    IMPORT_STATUSES.map(status => [status, { value: status, description: MEANINGS[status] }]),
  ) as { [status in (typeof IMPORT_STATUSES)[number]]: { value: status; description: string } },
})

const RejectedRow = builder.prismaObject('ImportReject', {
  name: 'RejectedRow',
  description: 'A row of a file that was not stored.',
  fields: t => ({
    line: t.exposeInt('line', { description: 'The physical line on which the row starts, counted from 1.' }),
    cells: t.exposeStringList('cells', {
      description: 'What stood in it, in the order of the columns; empty where it could not be split.',
    }),
    error: t.field({
      type: UserError,
      description: 'Why. Its `field` names the part of the row that is at fault.',
      resolve: ({ code, message, field }) => ({
        code: PROBLEM_CODES.find(known => known === code) ?? 'INVALID',
        message,
        field: field.length === 0 ? null : field,
      }),
    }),
  }),
})

export const ImportJob = builder.prismaNode('ImportJob', {
  description:
    'A job: the rows of one file are classified and stored. A process that is killed over it loses nothing; the job goes on behind the rows that are counted. Imports of the command line are such jobs as well.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    status: t.expose('status', { type: ImportStatus, description: 'How far it is.' }),
    fileName: t.exposeString('fileName', { description: 'What whoever brought the file calls it.' }),
    columns: t.exposeStringList('columns', {
      description: 'What its columns are called, in their order; `cells` of rejected rows have the same.',
    }),
    sizeBytes: t.exposeFloat('sizeBytes', { description: 'Size of the file as it was sent, packed or not.' }),
    processedBytes: t.exposeFloat('takenBytes', {
      description:
        'How far into the file the processed rows reach: of `sizeBytes`, a measure of progress from the start.',
    }),
    processed: t.exposeInt('processed', {
      description:
        'Rows that are done: always `succeeded` + `duplicates` + `rejectedCount`. Empty lines and a header are none.',
    }),
    total: t.exposeInt('total', { nullable: true, description: 'Rows of the file; null until all were processed.' }),
    succeeded: t.exposeInt('succeeded', {
      description: 'Rows that brought something: at least one classification that was not stored before.',
    }),
    duplicates: t.exposeInt('duplicates', {
      description: 'Rows of which everything was stored before, by an earlier row of the file or by somebody else.',
    }),
    rejectedCount: t.exposeInt('rejected', { description: 'Rows that could not be stored.' }),
    rejected: t.relation('rejects', {
      type: RejectedRow,
      description: `The first rejected rows in the order of the file, at most ${MAX_PAGE_SIZE}; all of them are at \`rejectsUrl\`.`,
      complexity: pageCost,
      args: { first: t.arg.int({ defaultValue: DEFAULT_PAGE_SIZE }) },
      // By their numbers, because a limit would be one for all imports of a list together.
      query: ({ first }) => ({
        where: { ordinal: { lte: valueOrError(pageSize(first)) } },
        orderBy: { ordinal: 'asc' },
      }),
    }),
    rejectsUrl: t.string({
      nullable: true,
      description:
        'Path on this server of a CSV file with all rejected rows, each with its line and reason, that can be mended and imported again; null where there are none.',
      resolve: ({ id, rejected }) =>
        rejected === 0 ? null : `/imports/${Buffer.from(`ImportJob:${id}`).toString('base64url')}/rejects`,
    }),
    rowsPerSecond: t.float({
      nullable: true,
      description: 'Rows processed in a second of the time that the job was run; null before the first.',
      resolve: ({ processed, workedMs }) => (workedMs > 0 ? processed / (workedMs / 1000) : null),
    }),
    removed: t.exposeInt('removed', {
      description: 'Mentions, that is tweets together with an entity, which undoing has removed so far.',
    }),
    failure: t.exposeString('failure', { nullable: true, description: 'Why it failed; null unless it did.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started.' }),
    completedAt: t.expose('completedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was completed, was canceled or failed; null while it is open.',
    }),
    undoneAt: t.expose('undoneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was undone; null unless it was.',
    }),
  }),
})
