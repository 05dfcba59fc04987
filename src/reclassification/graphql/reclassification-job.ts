import { builder } from '../../graphql/builder.ts'
import { RECLASSIFICATION_JOB_STATUSES } from '../reclassification-job.ts'

const MEANINGS: Record<(typeof RECLASSIFICATION_JOB_STATUSES)[number], string> = {
  QUEUED: 'Waiting for a worker. An interrupted job is queued again and resumes after its last batch.',
  RUNNING: 'Being processed; if its worker dies, another takes over within seconds.',
  CANCELED: 'Canceled by request. The classifications it had added are kept.',
  COMPLETED: 'The version has classified every stored mention.',
  FAILED: 'Stopped by an error; see `failure`. The classifications it had added are kept.',
}

const ReclassificationJobStatus = builder.enumType('ReclassificationJobStatus', {
  description: 'The state of a reclassification job.',
  values: Object.fromEntries(
    RECLASSIFICATION_JOB_STATUSES.map(status => [status, { value: status, description: MEANINGS[status] }]),
  ) as { [status in (typeof RECLASSIFICATION_JOB_STATUSES)[number]]: { value: status; description: string } },
})

export const ReclassificationJob = builder.prismaNode('ReclassificationJob', {
  description:
    'A job in which a model version classifies every stored mention. Crash-safe: another worker resumes after the last committed batch.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    status: t.expose('status', { type: ReclassificationJobStatus, description: 'The state of the job.' }),
    model: t.relation('modelVersion', { description: 'The model version that classifies.' }),
    processedCount: t.exposeInt('processedCount', {
      description: 'Mentions processed so far, including those that this version had already classified.',
    }),
    mentionCount: t.exposeInt('mentionCount', {
      nullable: true,
      description:
        'Mentions stored when the job began, and mentions processed once it is complete; null before it begins. `processedCount` can exceed it while new tweets arrive.',
    }),
    addedCount: t.exposeInt('addedCount', { description: 'Classifications that the job added.' }),
    failure: t.exposeString('failure', { nullable: true, description: 'Why the job failed; null unless it did.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the job was queued.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the job was completed or canceled, or failed; null while it is open.',
    }),
  }),
})
