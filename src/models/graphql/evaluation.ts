import { builder } from '../../graphql/builder.ts'
import { Estimate } from '../../graphql/estimate.ts'
import { Label } from '../../graphql/label.ts'
import { EVALUATION_SPLITS, type EvaluationReport, type TRAINING_PURPOSES } from '../../ml/evaluation/report.ts'
import { Calibration } from './calibration.ts'

type Split = (typeof EVALUATION_SPLITS)[number]

const MEANINGS: Record<Split, string> = {
  GROUPED: 'Divided by tweet id: no id is in both training and test rows.',
  RANDOM_LEAKY:
    'Divided by row: nearly every test row has a paraphrase among the training rows. Published only for comparison.',
  PUBLISHED_VALIDATION:
    "The validation file that the publisher of a data set provides. Kaggle's file for Twitter entity sentiment repeats tweets of its training file, so it leaks.",
  EXTERNAL: 'A separate labelled file. `isLeaky` tells whether the model was trained on its tweets.',
}

/** A report is read as a whole, so its lists cost no more than what they add to the answer. */
const PART = { field: 1, multiplier: 3 }

export const EvaluationSplit = builder.enumType('EvaluationSplit', {
  description: 'How test rows were separated from training rows.',
  values: Object.fromEntries(
    EVALUATION_SPLITS.map(split => [split, { value: split, description: MEANINGS[split] }]),
  ) as {
    [split in Split]: { value: split; description: string }
  },
})

const TrainingPurpose = builder.enumType('TrainingPurpose', {
  description: 'Purpose for which evaluated weights were trained.',
  values: {
    SERVING: { description: 'To answer requests: they are the weights of this model version.' },
    SPLIT: {
      description:
        "Only for this evaluation: the version's recipe, retrained on the training part of the split. The served weights were trained on the test rows too, so they cannot be evaluated on them.",
    },
  } satisfies Record<(typeof TRAINING_PURPOSES)[number], { description: string }>,
})

const EntityMetrics = builder.objectRef<EvaluationReport['perEntity'][number]>('EntityMetrics').implement({
  description: 'The accuracy of a model on the test rows about one entity.',
  fields: t => ({
    name: t.exposeString('name', {
      description: 'The name of the entity, in the first spelling in the data. Other spellings are included.',
    }),
    rowCount: t.exposeInt('rowCount', { description: 'Scored rows about the entity.' }),
    tweetCount: t.exposeInt('tweetCount', { description: 'Distinct tweets among these rows, by id.' }),
    accuracy: t.expose('accuracy', {
      type: Estimate,
      description: 'Share of these rows that were labelled correctly.',
    }),
    macroF1: t.expose('macroF1', { type: Estimate, description: 'Mean F1 over the labels that occur in these rows.' }),
  }),
})

const LabelMetrics = builder.objectRef<EvaluationReport['perLabel'][number]>('LabelMetrics').implement({
  description: 'How well a model recognises one label.',
  fields: t => ({
    label: t.expose('label', { type: Label, description: 'The label.' }),
    precision: t.expose('precision', {
      type: Estimate,
      description: 'Of the rows that the model gave this label, the share whose true label it is.',
    }),
    recall: t.expose('recall', {
      type: Estimate,
      description: 'Of the rows whose true label it is, the share to which the model gave it.',
    }),
    f1: t.expose('f1', { type: Estimate, description: 'Harmonic mean of precision and recall.' }),
    support: t.exposeInt('support', { description: 'Number of rows whose true label it is.' }),
  }),
})

export const ConfusionCell = builder.objectRef<EvaluationReport['confusionMatrix'][number]>('ConfusionCell').implement({
  description: 'One cell of a confusion matrix.',
  fields: t => ({
    actual: t.expose('actual', {
      type: Label,
      description: 'The true label; in a `ModelComparison`, the label of the first version.',
    }),
    predicted: t.expose('predicted', {
      type: Label,
      description: 'The label that the model gave; in a `ModelComparison`, the label of the second version.',
    }),
    count: t.exposeInt('count', { description: 'Number of rows or mentions with this pair of labels.' }),
  }),
})

const RiskCoveragePoint = builder.objectRef<EvaluationReport['riskCoverage'][number]>('RiskCoveragePoint').implement({
  description: 'Accuracy and coverage if the model abstains below a confidence threshold.',
  fields: t => ({
    threshold: t.exposeFloat('threshold', { description: 'The lowest confidence at which the model answers.' }),
    coverage: t.exposeFloat('coverage', { description: 'Share of the rows that are answered.' }),
    accuracy: t.exposeFloat('accuracy', {
      nullable: true,
      description: 'Share of the answered rows that are labelled correctly; null if none is answered.',
    }),
  }),
})

export const Evaluation = builder.objectRef<EvaluationReport>('Evaluation').implement({
  description:
    'One evaluation of a model version on labelled data. Its 95 % intervals are bootstrap intervals over tweets, not rows.',
  fields: t => ({
    dataset: t.exposeString('dataset', { description: 'Name of the data set, after its file.' }),
    split: t.expose('split', {
      type: EvaluationSplit,
      description: 'How test rows were separated from training rows.',
    }),
    labels: t.field({ type: [Label], description: 'The labels that were scored.', resolve: ({ labels }) => labels }),
    rowCount: t.exposeInt('rowCount', { description: 'Scored rows.' }),
    tweetCount: t.exposeInt('tweetCount', { description: 'Distinct tweets: rows that share an id count once.' }),
    excludedRowCount: t.exposeInt('excludedRowCount', {
      description: 'Rows excluded because their label is not among `labels`.',
    }),
    trainedOnRowCount: t.exposeInt('trainedOnRowCount', {
      description:
        'Rows whose tweet the model was trained on (same id and entity, or same text). They are scored if `isLeaky`, and excluded otherwise.',
    }),
    isLeaky: t.exposeBoolean('isLeaky', {
      description: 'True if the model was trained on test tweets, so the result does not predict accuracy on new ones.',
    }),
    leakReason: t.exposeString('leakReason', {
      nullable: true,
      description: 'Why the evaluation is leaky; null if it is not.',
    }),
    trainedFor: t.expose('trainedFor', {
      type: TrainingPurpose,
      description: 'Purpose for which the evaluated weights were trained.',
    }),
    epochs: t.exposeInt('epochs', {
      nullable: true,
      description: 'Number of training epochs if the weights were trained for this split; null otherwise.',
    }),
    seed: t.field({
      type: 'SafeInt',
      nullable: true,
      description: 'Random seed of the training if the weights were trained for this split; null otherwise.',
      resolve: ({ seed }) => seed,
    }),
    command: t.exposeString('command', { description: 'The command that repeats the evaluation.' }),
    evaluatedAt: t.field({
      type: 'DateTime',
      description: 'When the evaluation was made.',
      resolve: ({ evaluatedAt }) => new Date(evaluatedAt),
    }),
    accuracy: t.expose('accuracy', { type: Estimate, description: 'Share of the rows that were labelled correctly.' }),
    macroPrecision: t.expose('macroPrecision', { type: Estimate, description: 'Mean precision over the labels.' }),
    macroRecall: t.expose('macroRecall', { type: Estimate, description: 'Mean recall over the labels.' }),
    macroF1: t.expose('macroF1', { type: Estimate, description: 'Mean F1 over the labels.' }),
    logLoss: t.expose('logLoss', {
      type: Estimate,
      description: 'Mean negative natural logarithm of the probability given to the true label; 0 is perfect.',
    }),
    majorityBaseline: t.exposeFloat('majorityBaseline', {
      description: 'Accuracy of always answering the most frequent label of the test rows.',
    }),
    linearBaseline: t.expose('linearBaseline', {
      type: Estimate,
      nullable: true,
      description:
        'Accuracy of a linear baseline on the same rows: softmax regression on words, word pairs, character n-grams and the entity. It is trained on the training part of the split. Null if no training rows were available.',
    }),
    entityBlindAccuracy: t.expose('entityBlindAccuracy', {
      type: Estimate,
      nullable: true,
      description:
        'Accuracy of the same model on the same rows without their entities. The difference from `accuracy` measures how much the model gains from the entity. Null if no row has an entity, or if the model reads only the text.',
    }),
    perEntity: t.expose('perEntity', {
      type: [EntityMetrics],
      complexity: PART,
      description: 'Results by entity: the 200 entities with the most rows, by falling number of rows.',
    }),
    perLabel: t.expose('perLabel', { type: [LabelMetrics], complexity: PART, description: 'Results by label.' }),
    confusionMatrix: t.expose('confusionMatrix', {
      type: [ConfusionCell],
      complexity: PART,
      description: 'Number of rows for every pair of true and given label.',
    }),
    calibration: t.expose('calibration', {
      type: Calibration,
      description: 'How well the confidence of the model matches its accuracy.',
    }),
    riskCoverage: t.expose('riskCoverage', {
      type: [RiskCoveragePoint],
      complexity: PART,
      description: 'Accuracy and coverage at each confidence threshold.',
    }),
  }),
})
