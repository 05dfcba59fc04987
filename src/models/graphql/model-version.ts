import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { estimationReportSchema } from '../../ml/evaluation/estimates/estimation-report.ts'
import { evaluationReportSchema } from '../../ml/evaluation/report.ts'
import { manifestOf } from '../manifest-of.ts'
import { Estimation } from './estimation.ts'
import { Evaluation, EvaluationSplit } from './evaluation.ts'
import { Provenance } from './provenance.ts'

const ModelRole = builder.enumType('ModelRole', {
  description: 'A role that at most one model version has.',
  values: {
    ACTIVE: { description: 'Answers unless a request names another version.' },
    CANDIDATE: {
      description:
        'The latest version, other than the active one, to have classified every stored mention: ready to be compared and promoted.',
    },
    BASELINE: { description: 'The version that was active before the current one.' },
  },
})

export const ModelVersion = builder.prismaNode('ModelVersion', {
  description:
    'A model with fixed weights, vocabulary and preprocessing. Any change that can change an answer makes a new version.',
  id: { field: 'id' },
  nullable: true,
  fields: t => ({
    version: t.exposeString('version', {
      description: 'The name of the model, @, and 12 hex digits of a hash over everything that affects its answers.',
    }),
    role: t.expose('role', {
      type: ModelRole,
      nullable: true,
      description: 'The role of the version; null if it has none.',
    }),
    trainedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the weights were trained; null if unknown.',
      resolve: version => {
        const { trainedAt } = manifestOf(version).provenance
        return trainedAt === null ? null : new Date(trainedAt)
      },
    }),
    provenance: t.field({
      type: Provenance,
      description: 'Origin of the weights.',
      resolve: manifestOf,
    }),
    supportedLabels: t.field({
      type: [Label],
      description: 'The labels that the model can give, in the order of its outputs.',
      resolve: version => manifestOf(version).labels,
    }),
    estimation: t.field({
      type: Estimation,
      nullable: true,
      description:
        "How far net sentiment from this version's answers is from net sentiment of human labels, measured on sources that it was not trained on. Null if it was not measured.",
      resolve: ({ estimates }) => (estimates === null ? null : estimationReportSchema.parse(estimates)),
    }),
    evaluations: t.field({
      type: [Evaluation],
      complexity: { field: 1, multiplier: 3 },
      description: 'Evaluations of the version, newest first.',
      args: {
        dataset: t.arg.string({ description: 'Only evaluations on this data set. If omitted, on any.' }),
        split: t.arg({ type: EvaluationSplit, description: 'Only evaluations on this split. If omitted, on any.' }),
      },
      // Loaded together with the versions of a page.
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
