import { builder } from '../../graphql/builder.ts'
import { JOB_STATUSES } from '../reclassification.ts'

const MEANINGS: Record<(typeof JOB_STATUSES)[number], string> = {
  QUEUED: 'Waits for a process that runs it; it may have been begun.',
  RUNNING: 'A process works on it, or was killed over it and is replaced within seconds.',
  CANCELED: 'Ended by request. What it had written stays.',
  COMPLETED: 'Everything was done.',
  FAILED: 'It could not go on; `failure` says why.',
}

const JobStatus = builder.enumType('JobStatus', {
  description: 'How far a job is.',
  values: Object.fromEntries(
    JOB_STATUSES.map(status => [status, { value: status, description: MEANINGS[status] }]),
  ) as { [status in (typeof JOB_STATUSES)[number]]: { value: status; description: string } },
})

export const Reclassification = builder.prismaNode('Reclassification', {
  description:
    'A job: a model version classifies every stored mention, that is every tweet together with each entity that it was asked about. A process that is killed over it loses nothing; the job goes on where it was.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    status: t.expose('status', { type: JobStatus, description: 'How far it is.' }),
    model: t.relation('modelVersion', { description: 'The version that classifies.' }),
    processed: t.exposeInt('processed', {
      description: 'Mentions that were looked at, those included that this version had classified before.',
    }),
    total: t.exposeInt('total', {
      nullable: true,
      description:
        'Mentions that were stored when the job began, and what it came to at its end; null before it began. New tweets can make `processed` larger meanwhile.',
    }),
    succeeded: t.exposeInt('succeeded', { description: 'Classifications that the job added.' }),
    failure: t.exposeString('failure', { nullable: true, description: 'Why it failed; null unless it did.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was queued.' }),
    completedAt: t.expose('completedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was completed, was canceled or failed; null while it is open.',
    }),
  }),
})
