import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Problem } from '../../problem/problem.ts'
import { type ImportedLabels, MOST_REJECTED, MOST_ROWS, type RejectedLabel } from '../transfer/import-label-upload.ts'

const RejectedLabelType = builder.objectRef<RejectedLabel>('RejectedLabel').implement({
  description: 'A row of a file of labels that was not stored.',
  fields: t => ({
    line: t.exposeInt('line', { description: 'Line of the file on which the row starts; the first line is 1.' }),
    error: t.expose('problem', {
      type: UserError,
      description: 'Why it was rejected. Its `field` names the column that is at fault.',
    }),
  }),
})

interface ImportLabelsPayloadValue {
  readonly imported: ImportedLabels | null
  readonly userErrors: readonly Problem[]
}

const ImportLabelsPayload = builder.objectRef<ImportLabelsPayloadValue>('ImportLabelsPayload').implement({
  description: 'The outcome of a file of labels, or the reasons why it was not read.',
  fields: t => ({
    readCount: t.int({
      nullable: true,
      description: 'Rows that were read: the sum of the other three counts. Null if there are `userErrors`.',
      resolve: ({ imported }) => imported?.read ?? null,
    }),
    storedCount: t.int({
      nullable: true,
      description: 'Labels that were stored. Null if there are `userErrors`.',
      resolve: ({ imported }) => imported?.stored ?? null,
    }),
    unchangedCount: t.int({
      nullable: true,
      description:
        'Labels that the annotator had given already, or that are older than the current one. Null if there are `userErrors`.',
      resolve: ({ imported }) => imported?.unchanged ?? null,
    }),
    rejectedCount: t.int({
      nullable: true,
      description: 'Rows that were rejected. Null if there are `userErrors`.',
      resolve: ({ imported }) => imported?.rejected ?? null,
    }),
    rejectedLabels: t.field({
      type: [RejectedLabelType],
      description: `The first rejected rows, at most ${MOST_REJECTED}.`,
      resolve: ({ imported }) => [...(imported?.rejectedLabels ?? [])],
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the file was read.' }),
  }),
})

builder.mutationField('importLabels', t =>
  t.field({
    authScopes: { REVIEW: true },
    type: ImportLabelsPayload,
    nullable: true,
    description: `Stores the labels of a file that was sent with \`POST /imports\`, as \`pulso labels import\` does. It is a file of \`pulso labels export\`, or has the columns text, label, annotator and tweet_key or external_id. It has at most ${MOST_ROWS} rows. The tweets must be stored already. The response follows the last row. Repeating the call adds nothing.`,
    complexity: 2000,
    args: { uploadId: t.arg.id({ required: true, description: 'The `uploadId` that `POST /imports` returned.' }) },
    resolve: async (_root, { uploadId }, { labelling, signal }) => {
      const imported = await labelling.importUpload(uploadId, signal)
      return imported.ok
        ? { imported: imported.value, userErrors: [] }
        : { imported: null, userErrors: [imported.problem] }
    },
  }),
)
