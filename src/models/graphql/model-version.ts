import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { evaluationReportSchema } from '../../ml/evaluation/report.ts'
import { modelManifestSchema } from '../../ml/network/manifest.ts'
import { Evaluation, EvaluationSplit } from './evaluation.ts'
import { Provenance } from './provenance.ts'

const ModelRole = builder.enumType('ModelRole', {
  description: 'A role that at most one version has.',
  values: {
    ACTIVE: { description: 'Answers unless another version is named.' },
    CANDIDATE: {
      description:
        'The last one that classified everything stored without being active: it can be compared and promoted.',
    },
    BASELINE: { description: 'The one that was active before.' },
  },
})

export const ModelVersion = builder.prismaNode('ModelVersion', {
  description:
    'A model with fixed weights, vocabulary and preprocessing: whatever changes an answer makes a new version.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    version: t.exposeString('version', {
      description: "The model's name, @, and 12 hex digits that change with whatever changes an answer.",
    }),
    role: t.expose('role', { type: ModelRole, nullable: true, description: 'Its role; null without one.' }),
    trainedAt: t.field({
      type: 'DateTime',
      nullable: true,
      resolve: ({ manifest }) => {
        const { trainedAt } = modelManifestSchema.parse(manifest).provenance
        return trainedAt === null ? null : new Date(trainedAt)
      },
    }),
    provenance: t.field({ type: Provenance, resolve: ({ manifest }) => modelManifestSchema.parse(manifest) }),
    supportedLabels: t.field({
      type: [Label],
      description: "Labels that it can give, in the order of the network's outputs.",
      resolve: ({ manifest }) => modelManifestSchema.parse(manifest).labels,
    }),
    evaluations: t.field({
      type: [Evaluation],
      complexity: { field: 1, multiplier: 3 },
      description: 'What was measured about it, newest first.',
      args: { dataset: t.arg.string(), split: t.arg({ type: EvaluationSplit }) },
      // Read together with the models of a page.
      select: ({ split }) => ({
        evaluations: {
          ...(split == null ? {} : { where: { split } }),
          orderBy: [{ evaluatedAt: 'desc' }, { id: 'desc' }],
        },
      }),
      resolve: ({ evaluations }, { dataset }) =>
        evaluations
          .filter(row => dataset == null || row.dataset === dataset)
          .map(({ report }) => evaluationReportSchema.parse(report)),
    }),
  }),
})
