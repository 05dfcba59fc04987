import { LabelProbabilities } from '../../classification/graphql/label-probabilities.ts'
import { UnstoredPrediction } from '../../classification/graphql/predict.ts'
import { UnreadReason } from '../../classification/graphql/unread-reason.ts'
import { Entity } from '../../entities/graphql/entity.ts'
import { builder } from '../../graphql/builder.ts'
import { Label } from '../../graphql/label.ts'
import { LABELS } from '../../labels.ts'
import type { ModelVersion } from '../../models/service.ts'
import type { AnalyzedEntity as AnalyzedEntityValue, ScoredPart } from '../analyze-texts.ts'
import { MAX_SPANS } from '../find-subjects.ts'

const EntitySentiment = builder.enumType('EntitySentiment', {
  description: 'A label, or that a text has opposite opinions of an entity.',
  values: {
    ...(Object.fromEntries(
      LABELS.map(label => [label, { value: label, description: `The label ${label}.` }]),
    ) as Record<(typeof LABELS)[number], { value: (typeof LABELS)[number]; description: string }>),
    MIXED: {
      value: 'MIXED' as const,
      description:
        'One passage about the entity is POSITIVE and another one is NEGATIVE: each with a confidence above 0.5, and at least one is not uncertain.',
    },
  },
})

const NameOccurrence = builder.objectRef<ScoredPart>('NameOccurrence').implement({
  description:
    'A place where a text names an entity, with the result of a model for its passage. The passage is the sentence, or the clause if the sentence names the entity several times. If the text names the entity in one passage only, the result is that of the whole text.',
  fields: t => ({
    text: t.exposeString('text', { description: 'The name as the text has it, such as "#Xbox".' }),
    start: t.exposeInt('start', { description: 'Index of its first UTF-16 code unit in the text, from 0.' }),
    end: t.exposeInt('end', { description: 'Index of the first UTF-16 code unit after it.' }),
    label: t.field({
      type: Label,
      description: 'The most probable label of the passage.',
      resolve: ({ scores }) => scores.label,
    }),
    isUncertain: t.boolean({
      description: 'True if the label is unreliable, as `Prediction.isUncertain` says.',
      resolve: ({ scores }) => scores.isUncertain,
    }),
    unreadReason: t.field({
      type: UnreadReason,
      nullable: true,
      description: 'Why the label is no opinion: the model could not read the passage. Null if it was read.',
      resolve: ({ scores }) => scores.unreadReason,
    }),
    probabilities: t.field({
      type: LabelProbabilities,
      description: 'The probability of each label.',
      resolve: ({ scores }) => scores.probabilities,
    }),
    confidence: t.float({
      description: 'The probability of `label`, from 0 to 1.',
      resolve: ({ scores }) => scores.confidence,
    }),
  }),
})

const USUAL_OCCURRENCES = 3

/** An entity of an analysis with the version that scored it. */
interface AnalyzedEntityWithModel extends AnalyzedEntityValue {
  readonly modelVersion: ModelVersion
}

export const AnalyzedEntity = builder.objectRef<AnalyzedEntityWithModel>('AnalyzedEntity').implement({
  description: 'An entity in a text, with the sentiment of the text towards it.',
  fields: t => ({
    name: t.exposeString('name', {
      description: 'The name of the tracked entity, or else the name as the text or the call writes it first.',
    }),
    entity: t.field({
      type: Entity,
      nullable: true,
      description: 'The tracked entity with this name or alias. Null if no tweet was ever stored about it.',
      resolve: ({ name, entityId }, _args, { entities }) => (entityId === null ? null : entities.find(name)),
    }),
    sentiment: t.field({
      type: EntitySentiment,
      description: 'The label of `prediction`, or MIXED.',
      resolve: ({ sentiment }) => sentiment,
    }),
    prediction: t.field({
      type: UnstoredPrediction,
      description:
        'The result for the entity and the whole text, as `predict` returns it. For a text of more than 64 words and signs: the result for the passage that is most certain of the prevailing label.',
      resolve: ({ scores: { probabilities, ...scores }, scored: { start, ...mention }, modelVersion }) => ({
        ...scores,
        ...probabilities,
        mention,
        start,
        modelVersion,
      }),
    }),
    occurrences: t.expose('occurrences', {
      type: [NameOccurrence],
      complexity: { multiplier: USUAL_OCCURRENCES },
      description: `The first ${MAX_SPANS} places where the text names the entity, from left to right. Empty if only the call names it.`,
    }),
  }),
})
