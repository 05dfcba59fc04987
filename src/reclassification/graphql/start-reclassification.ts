import { builder } from '../../graphql/builder.ts'
import { idOf } from '../../graphql/node-id.ts'
import { MAX_KEY_LENGTH } from '../../jobs/idempotency-key.ts'
import { payloadOf, ReclassificationJobPayload } from './reclassification-job-payload.ts'

const StartReclassificationInput = builder.inputType('StartReclassificationInput', {
  description: 'Input of `startReclassification`.',
  fields: t => ({
    modelId: t.id({
      required: true,
      description: 'Id of the model version that is to classify every stored mention.',
    }),
    idempotencyKey: t.string({
      required: true,
      description: `A key that you choose, 1 to ${MAX_KEY_LENGTH} characters. Repeating the call with the same key returns the job that the first call started.`,
    }),
  }),
})

builder.mutationField('startReclassification', t =>
  t.field({
    authScopes: { ADMIN: true },
    type: ReclassificationJobPayload,
    nullable: true,
    description:
      'Starts a background job in which a model version classifies every stored mention. The job leaves half of the processing time to other requests. If the version is active, summaries switch to it in one step when the job is complete, including every tweet stored in the meantime. Any other version becomes the CANDIDATE: assess it with `compareModels`; summaries switch as soon as it is promoted. Each version can have one open job.',
    complexity: 50,
    args: {
      input: t.arg({
        type: StartReclassificationInput,
        required: true,
        description: 'The model version to run, and an idempotency key.',
      }),
    },
    resolve: async (_root, { input }, { reclassifications }) => {
      const modelId = idOf('ModelVersion', input.modelId, 'modelId')
      return payloadOf(
        modelId.ok ? await reclassifications.start(modelId.value, input.idempotencyKey) : modelId,
        'input',
      )
    },
  }),
)
