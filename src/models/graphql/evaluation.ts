import { builder } from '../../graphql/builder.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { Label } from '../../graphql/label.ts'
import { EVALUATION_SPLITS, type EvaluationReport, type TRAINING_PURPOSES } from '../../ml/evaluation/report.ts'
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

const TrainingPurpose = builder.enumType('TrainingPurpose', {
  description: 'What the weights that were measured had been trained for.',
  values: {
    SERVING: { description: 'To answer: they are the weights of this version.' },
    SPLIT: {
      description:
        "For this measurement alone: the version's recipe, trained anew on what the split leaves for training. Weights that were trained on more can only be measured so.",
    },
  } satisfies Record<(typeof TRAINING_PURPOSES)[number], { description: string }>,
})

const EntityMetrics = builder.objectRef<EvaluationReport['perEntity'][number]>('EntityMetrics').implement({
  description: 'How well the tweets about one entity are answered.',
  fields: t => ({
    name: t.exposeString('name', {
      description: 'As the data first spells it; other spellings of it count as the same.',
    }),
    rows: t.exposeInt('rows', { description: 'Rows about it that were scored.' }),
    tweets: t.exposeInt('tweets', { description: 'Independent tweets among them.' }),
    accuracy: t.expose('accuracy', { type: Estimate, description: 'Share of its rows given their own label.' }),
    macroF1: t.expose('macroF1', { type: Estimate, description: 'Mean F1 of the labels that its rows have.' }),
  }),
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
      description: 'Rows left out because their label is not among `labels`.',
    }),
    trainedOnRows: t.exposeInt('trainedOnRows', {
      description: 'Scored rows whose tweet the model was trained on, by id or by text.',
    }),
    isLeaky: t.exposeBoolean('isLeaky', {
      description: 'The model knows tweets of the test: this is no measure of new ones.',
    }),
    leakReason: t.exposeString('leakReason', { nullable: true }),
    trainedFor: t.expose('trainedFor', { type: TrainingPurpose }),
    epochs: t.exposeInt('epochs', {
      nullable: true,
      description: 'Passes over the training rows, where the recipe was trained for this split; else null.',
    }),
    seed: t.field({
      type: 'Float',
      nullable: true,
      description: 'Of everything random in the training for this split, a whole number; else null.',
      resolve: ({ seed }) => seed,
    }),
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
    linearBaseline: t.expose('linearBaseline', {
      type: Estimate,
      nullable: true,
      description:
        "Accuracy, on the same rows, of a softmax regression of words, word pairs, runs of characters and, with an entity, its own words, trained on the split's training part. Null where no training rows were at hand.",
    }),
    entityBlindAccuracy: t.expose('entityBlindAccuracy', {
      type: Estimate,
      nullable: true,
      description:
        'Accuracy of the same model on the same rows when it is not told the entity: what is missing to `accuracy` comes from the entity. Null where no row has an entity, or where the model reads the text alone.',
    }),
    perEntity: t.expose('perEntity', {
      type: [EntityMetrics],
      complexity: PART,
      description: 'By falling number of rows, at most 200 entities. Intervals resample the tweets of each.',
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
