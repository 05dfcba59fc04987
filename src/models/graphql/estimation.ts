import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import type { Label as LabelValue } from '../../labels.ts'
import type { ComparisonRow, CoverageRow, EstimationReport } from '../../ml/evaluation/estimates/estimation-report.ts'

const FromLabelsAlone = builder.objectRef<NonNullable<CoverageRow['labelsAlone']>>('EstimationFromLabels').implement({
  description: 'The same figures for net sentiment of the labelled tweets alone, without the model.',
  fields: t => ({
    coverage: t.exposeFloat('coverage', {
      description: 'How often the interval contains the true value, from 0 to 1.',
    }),
    width: t.exposeFloat('width', { description: 'Mean width of the interval.' }),
    meanError: t.exposeFloat('meanError', { description: 'Mean absolute error of the value.' }),
  }),
})

const EstimationOfShares = builder.objectRef<NonNullable<CoverageRow['shares']>>('EstimationOfShares').implement({
  description: 'The same figures for the shares of the four labels: means over the labels.',
  fields: t => ({
    coverage: t.exposeFloat('coverage', {
      description: 'How often the interval of a share contains the true share, from 0 to 1.',
    }),
    width: t.exposeFloat('width', { description: 'Mean width of the interval.' }),
  }),
})

const EstimationCoverage = builder.objectRef<CoverageRow>('EstimationCoverage').implement({
  description: 'The quality of estimates of net sentiment for entities with some labelled tweets.',
  fields: t => ({
    labelled: t.exposeInt('labelled', { description: 'Number of labelled tweets of each entity.' }),
    entityCount: t.exposeInt('entityCount', { description: 'Number of entities that were tested.' }),
    drawCount: t.exposeInt('drawCount', { description: 'Number of random samples of labels, over all entities.' }),
    coverage: t.exposeFloat('coverage', {
      description: 'How often the 95 % interval contains the net sentiment of all labels, from 0 to 1.',
    }),
    width: t.exposeFloat('width', { description: 'Mean width of the interval.' }),
    expectedWidth: t.float({
      nullable: true,
      description:
        'Mean width that was expected before the first label, as `ReviewQueue.forecast` does. Null without labels, or if it was not measured.',
      resolve: ({ expectedWidth }) => expectedWidth ?? null,
    }),
    meanError: t.exposeFloat('meanError', { description: 'Mean absolute error of the value.' }),
    signErrors: t.exposeFloat('signErrors', {
      description: 'How often the whole interval is on the wrong side of 0, from 0 to 1.',
    }),
    shares: t.field({
      type: EstimationOfShares,
      nullable: true,
      description: 'The result for shares of labels. Null if it was not measured.',
      resolve: ({ shares }) => shares ?? null,
    }),
    labelsAlone: t.expose('labelsAlone', {
      type: FromLabelsAlone,
      nullable: true,
      description: 'The result of the labels alone, without the model. Null without labels.',
    }),
  }),
})

const EstimationComparison = builder.objectRef<ComparisonRow>('EstimationComparison').implement({
  description: 'The quality of differences between two entities of one source.',
  fields: t => ({
    labelled: t.exposeInt('labelled', { description: 'Number of labelled tweets of each entity.' }),
    pairCount: t.exposeInt('pairCount', { description: 'Number of pairs that were tested.' }),
    coverage: t.exposeFloat('coverage', {
      description: 'How often the 95 % interval contains the true difference, from 0 to 1.',
    }),
    significant: t.exposeFloat('significant', { description: 'Share of the pairs with p < 0.05, from 0 to 1.' }),
    wrong: t.exposeFloat('wrong', {
      nullable: true,
      description:
        'Share of the significant pairs whose true difference has the other sign, from 0 to 1. Null if none is significant.',
    }),
  }),
})

const EstimationSource = builder.objectRef<EstimationReport['sources'][number]>('EstimationSource').implement({
  description: 'A source of labelled tweets.',
  fields: t => ({
    name: t.exposeString('name', { description: 'Name of the source.' }),
    entityCount: t.exposeInt('entityCount', { description: 'Number of entities.' }),
    tweetCount: t.exposeInt('tweetCount', { description: 'Number of labelled tweets.' }),
  }),
})

/** The labels of a shift in its order; each is compared with NEUTRAL. */
const SHIFTED = ['POSITIVE', 'NEGATIVE', 'IRRELEVANT'] as const

interface ShiftValue {
  readonly label: LabelValue
  readonly betweenSources: number
  readonly betweenEntities: number
}

const EstimationShift = builder.objectRef<ShiftValue>('EstimationShift').implement({
  description:
    'How much the bias of the model differs. Among tweets with the same answer, the log odds of a true label against NEUTRAL differ between sources, and between entities of one source.',
  fields: t => ({
    label: t.expose('label', { type: Label, description: 'The true label.' }),
    betweenSources: t.exposeFloat('betweenSources', {
      description: 'Standard deviation of its log odds between sources.',
    }),
    betweenEntities: t.exposeFloat('betweenEntities', {
      description: 'Standard deviation of its log odds between entities of one source.',
    }),
  }),
})

export const Estimation = builder.objectRef<EstimationReport>('Estimation').implement({
  description:
    'A test of estimates. Labels of entities are revealed at random, and the interval is compared with the net sentiment of all labels. Each source is tested with an error model that was fitted to the other sources.',
  fields: t => ({
    entities: t.expose('entities', {
      type: [EstimationCoverage],
      description: 'By rising number of labelled tweets.',
    }),
    comparisons: t.expose('comparisons', {
      type: [EstimationComparison],
      description: 'By rising number of labelled tweets.',
    }),
    shifts: t.field({
      type: [EstimationShift],
      description:
        'How much the bias of the model differs between sources and between entities, for each label but NEUTRAL.',
      resolve: ({ errors: { betweenSources, betweenEntities } }) =>
        SHIFTED.map((label, index) => ({
          label,
          betweenSources: Math.sqrt(betweenSources[index]?.[index] ?? 0),
          betweenEntities: Math.sqrt(betweenEntities[index]?.[index] ?? 0),
        })),
    }),
    sources: t.expose('sources', { type: [EstimationSource], description: 'The sources of the labelled tweets.' }),
    trainedOnRowCount: t.exposeInt('trainedOnRowCount', {
      description: 'Number of labelled tweets that were excluded because the model was trained on them.',
    }),
    command: t.exposeString('command', { description: 'The command that measured it.' }),
    evaluatedAt: t.field({
      type: 'DateTime',
      description: 'When it was measured.',
      resolve: ({ evaluatedAt }) => new Date(evaluatedAt),
    }),
  }),
})
