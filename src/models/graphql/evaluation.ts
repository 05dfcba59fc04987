import { Estimate } from '../../analytics/graphql/estimate.ts'
import { EVALUATION_SPLITS, type EvaluationReport } from '../../evaluation/report.ts'
import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { Calibration } from './calibration.ts'

type Split = (typeof EVALUATION_SPLITS)[number]

const MEANINGS: Record<Split, string> = {
  GROUPED: 'No tweet id is shared with training.',
  UNSEEN_ENTITIES: 'Entities that were never trained on.',
  RANDOM_LEAKY: 'Random rows: paraphrases of nearly every test row were trained on. Published only for comparison.',
  KAGGLE_VALIDATION: "Kaggle's own validation file, whose tweets are in its training file too: it leaks.",
  EXTERNAL: 'A corpus of its own, never trained on.',
  CORRECTIONS: 'Labels that people corrected here.',
}

/** A report is read as one piece, so that its lists cost no more than what they add to the answer. */
const PART = { field: 1, multiplier: 3 }

export const EvaluationSplit = builder.enumType('EvaluationSplit', {
  description: 'How the test rows were kept apart from training.',
  values: Object.fromEntries(
    EVALUATION_SPLITS.map(split => [split, { value: split, description: MEANINGS[split] }]),
  ) as {
    [split in Split]: { value: split; description: string }
  },
})

const LabelMetrics = builder.objectRef<EvaluationReport['perLabel'][number]>('LabelMetrics').implement({
  description: 'How well one label is recognised.',
  fields: t => ({
    label: t.expose('label', { type: Label }),
    precision: t.expose('precision', {
      type: Estimate,
      description: 'Of the rows given this label, the share that has it.',
    }),
    recall: t.expose('recall', {
      type: Estimate,
      description: 'Of the rows that have this label, the share given it.',
    }),
    f1: t.expose('f1', { type: Estimate, description: 'Harmonic mean of precision and recall.' }),
    support: t.exposeInt('support', { description: 'Rows that have this label.' }),
  }),
})

export const ConfusionCell = builder.objectRef<EvaluationReport['confusionMatrix'][number]>('ConfusionCell').implement({
  description: 'How many rows of one label were given another, or the same.',
  fields: t => ({
    actual: t.expose('actual', { type: Label }),
    predicted: t.expose('predicted', { type: Label }),
    count: t.exposeInt('count'),
  }),
})

const RiskCoveragePoint = builder.objectRef<EvaluationReport['riskCoverage'][number]>('RiskCoveragePoint').implement({
  description: 'What happens if the model only answers when its confidence reaches a threshold.',
  fields: t => ({
    threshold: t.exposeFloat('threshold'),
    coverage: t.exposeFloat('coverage', { description: 'Share of the rows that are answered.' }),
    accuracy: t.exposeFloat('accuracy', {
      nullable: true,
      description: 'Among the answered rows; null where there are none.',
    }),
  }),
})

export const Evaluation = builder.objectRef<EvaluationReport>('Evaluation').implement({
  description: 'One measurement of one model version. Intervals resample tweets, not rows.',
  fields: t => ({
    dataset: t.exposeString('dataset'),
    split: t.expose('split', { type: EvaluationSplit }),
    labels: t.field({ type: [Label], description: 'Labels that were scored.', resolve: ({ labels }) => labels }),
    rows: t.exposeInt('rows', { description: 'Rows that were scored.' }),
    tweets: t.exposeInt('tweets', { description: 'Independent tweets: rows that share an id count once.' }),
    excludedRows: t.exposeInt('excludedRows', {
      description: 'Rows left out because the model cannot give their label.',
    }),
    trainedOnRows: t.exposeInt('trainedOnRows', {
      description: 'Scored rows whose tweet the model was trained on, by id or by text.',
    }),
    isLeaky: t.exposeBoolean('isLeaky', {
      description: 'The model knows tweets of the test: this is no measure of new ones.',
    }),
    leakReason: t.exposeString('leakReason', { nullable: true }),
    command: t.exposeString('command', { description: 'What measures it again.' }),
    evaluatedAt: t.field({ type: 'DateTime', resolve: ({ evaluatedAt }) => new Date(evaluatedAt) }),
    accuracy: t.expose('accuracy', { type: Estimate, description: 'Share of the rows given their own label.' }),
    macroPrecision: t.expose('macroPrecision', { type: Estimate, description: 'Mean precision of the labels.' }),
    macroRecall: t.expose('macroRecall', { type: Estimate, description: 'Mean recall of the labels.' }),
    macroF1: t.expose('macroF1', { type: Estimate, description: 'Mean F1 of the labels.' }),
    logLoss: t.expose('logLoss', {
      type: Estimate,
      description: 'Mean negative natural logarithm of the probability given to the right label; 0 is perfect.',
    }),
    majorityBaseline: t.exposeFloat('majorityBaseline', {
      description: 'Accuracy of always answering the most frequent label of the test.',
    }),
    perLabel: t.expose('perLabel', { type: [LabelMetrics], complexity: PART }),
    confusionMatrix: t.expose('confusionMatrix', { type: [ConfusionCell], complexity: PART }),
    calibration: t.expose('calibration', { type: Calibration }),
    riskCoverage: t.expose('riskCoverage', {
      type: [RiskCoveragePoint],
      complexity: PART,
      description: 'Accuracy if the model answers only above each threshold.',
    }),
  }),
})
