import { builder } from '../../graphql/builder.ts'
import { MAX_KEY_LENGTH } from '../../jobs/idempotency-key.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import { underField } from '../../problem/problem.ts'
import { payloadOf, ReclassificationPayload } from './reclassification-payload.ts'

const StartReclassificationInput = builder.inputType('StartReclassificationInput', {
  description: 'Which version is to classify everything, and what makes the call safe to repeat.',
  fields: t => ({
    modelId: t.globalID({ required: true, for: ModelVersion, description: 'Id of the version that is to classify.' }),
    idempotencyKey: t.string({
      required: true,
      description: `1 to ${MAX_KEY_LENGTH} characters of your own. Repeating the call with the same key returns the job that it started.`,
    }),
  }),
})

builder.mutationField('startReclassification', t =>
  t.field({
    type: ReclassificationPayload,
    description:
      'Runs a model over everything that is stored, as a job in the background that leaves half of the time to other requests. When it is complete and the version is the active one, summaries switch to it in one step, with every tweet that was stored meanwhile. Another version becomes the CANDIDATE: `compareModels` can judge it, and summaries switch as soon as it is promoted. One job at a time for each version.',
    complexity: 50,
    args: { input: t.arg({ type: StartReclassificationInput, required: true }) },
    resolve: async (_root, { input }, { reclassifications }) =>
      payloadOf(await reclassifications.start(input.modelId.id, input.idempotencyKey), problem =>
        underField(problem.code === 'NOT_FOUND' ? { ...problem, field: ['modelId'] } : problem, 'input'),
      ),
  }),
)
