import { builder } from '../../graphql/builder.ts'
import type { ModelManifest } from '../../ml/network/manifest.ts'

/** Of a manifest, the part that says where the weights come from. */
export const Provenance = builder.objectRef<Pick<ModelManifest, 'weights' | 'provenance'>>('Provenance').implement({
  description: "Where a model's weights come from, as far as it is known.",
  fields: t => ({
    weightsSha256: t.string({ resolve: ({ weights }) => weights.sha256 }),
    dataSha256: t.stringList({
      nullable: true,
      description: 'Of each file that the model was trained on.',
      resolve: ({ provenance }) => (provenance.data.length === 0 ? null : provenance.data.map(({ sha256 }) => sha256)),
    }),
    codeRevision: t.string({ nullable: true, resolve: ({ provenance }) => provenance.codeRevision }),
    seed: t.int({
      nullable: true,
      description: 'Of every random choice in training.',
      resolve: ({ provenance }) => provenance.seed,
    }),
    command: t.string({
      nullable: true,
      description: 'What trains it again.',
      resolve: ({ provenance }) => provenance.command,
    }),
    runtime: t.string({ nullable: true, resolve: ({ provenance }) => provenance.runtime }),
  }),
})
