import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Problem } from '../../problem/problem.ts'
import type { WaitingUpload } from '../uploads/upload-folders.ts'

const Upload = builder.objectRef<WaitingUpload>('Upload').implement({
  description: 'A file that was sent with `POST /imports` and waits to be imported.',
  fields: t => ({
    id: t.exposeID('id', { description: 'The `uploadId` of `startImport` and `removeUpload`.' }),
    name: t.exposeString('name', { description: 'The name of the file, as the client sent it.' }),
    sizeBytes: t.expose('sizeBytes', {
      type: 'SafeInt',
      description: 'Size of the file as it was sent, possibly compressed.',
    }),
    receivedAt: t.expose('uploadedAt', {
      type: 'DateTime',
      description: 'When it was received. It is removed a day later, unless an import uses it.',
    }),
  }),
})

interface RemoveUploadValue {
  readonly uploadId: string | null
  readonly userErrors: readonly Problem[]
}

const RemoveUploadPayload = builder.objectRef<RemoveUploadValue>('RemoveUploadPayload').implement({
  description: 'The removed upload, or the reasons why the request was rejected.',
  fields: t => ({
    uploadId: t.exposeID('uploadId', {
      nullable: true,
      description: 'Id of the removed upload. Null if there are `userErrors`.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the mutation succeeded.' }),
  }),
})

builder.queryField('uploads', t =>
  t.field({
    authScopes: { CLASSIFY: true },
    type: [Upload],
    nullable: true,
    complexity: 20,
    description:
      'The uploads of this server that no import uses, newest first: at most 100, because further files are refused.',
    resolve: async (_root, _args, { imports }) => [...(await imports.waitingUploads())],
  }),
)

builder.mutationField('removeUpload', t =>
  t.field({
    authScopes: { CLASSIFY: true },
    type: RemoveUploadPayload,
    nullable: true,
    complexity: 20,
    description: 'Removes an upload of this server. Fails with CONFLICT while an import uses it.',
    args: { uploadId: t.arg.id({ required: true, description: 'The `uploadId` that `POST /imports` returned.' }) },
    resolve: async (_root, { uploadId }, { imports }) => {
      const removed = await imports.removeUpload(uploadId)
      return removed.ok ? { uploadId, userErrors: [] } : { uploadId: null, userErrors: [removed.problem] }
    },
  }),
)
