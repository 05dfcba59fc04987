import { builder } from '../../graphql/builder.ts'
import type { ModelManifest } from '../../ml/network/manifest.ts'

/** Of a manifest, the part that tells where the weights come from. */
export const Provenance = builder.objectRef<Pick<ModelManifest, 'weights' | 'provenance'>>('Provenance').implement({
  description: 'Origin of the weights of a model, as far as known.',
  fields: t => ({
    weightsSha256: t.string({
      description: 'SHA-256 of the weights file, in hex.',
      resolve: ({ weights }) => weights.sha256,
    }),
    dataSha256: t.stringList({
      nullable: true,
      description: 'SHA-256 of each file that the model was trained on, in hex; null if unknown.',
      resolve: ({ provenance }) => (provenance.data.length === 0 ? null : provenance.data.map(({ sha256 }) => sha256)),
    }),
    codeRevision: t.string({
      nullable: true,
      description: 'Revision of the code that trained the model; null if unknown.',
      resolve: ({ provenance }) => provenance.codeRevision,
    }),
    seed: t.field({
      type: 'SafeInt',
      nullable: true,
      description: 'Seed of every random choice in training; null if unknown.',
      resolve: ({ provenance }) => provenance.seed,
    }),
    command: t.string({
      nullable: true,
      description: 'The command that trains the model again; null if unknown.',
      resolve: ({ provenance }) => provenance.command,
    }),
    runtime: t.string({
      nullable: true,
      description: 'The runtime that trained the model, such as a version of Node.js; null if unknown.',
      resolve: ({ provenance }) => provenance.runtime,
    }),
  }),
})
