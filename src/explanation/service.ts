import { findEntity } from '../entities/find-entity.ts'
import type { Label } from '../labels.ts'
import type { Mention } from '../ml/network/classifier.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import type { ModelVersion } from '../models/service.ts'
import type { Result } from '../problem/problem.ts'
import type { Classification, Entity, PrismaClient, Tweet } from '../storage/generated/client/client.ts'
import { NO_ENTITY_ID } from '../storage/no-entity.ts'
import { createExplainer, type Explanation } from './explainer.ts'

/** A stored classification with the input of its model version. */
interface ClassifiedMention extends Pick<Classification, 'entityId' | 'scoredName' | 'label'> {
  readonly tweet: Pick<Tweet, 'text'>
  readonly entity: Pick<Entity, 'name'>
  readonly modelVersion: Pick<ModelVersion, 'version'>
}

interface PredictedMention {
  /** As the client wrote it. */
  readonly mention: Mention
  readonly label: Label
  readonly modelVersion: Pick<ModelVersion, 'version'>
}

/**
 * The words behind a label: the contribution of each, the largest first, at most `first`. `UNAVAILABLE` if the model version cannot be
 * loaded; `OVERLOADED` if its queue is full.
 */
export interface Explanations {
  ofClassification(classified: ClassifiedMention, first: number): Promise<Explanation>
  ofPrediction(predicted: PredictedMention, first: number): Promise<Explanation>
}

interface ExplanationsOptions {
  readonly loaded: Pick<LoadedModels, 'use'>
  readonly database: PrismaClient
}

export function createExplanations({ loaded, database }: ExplanationsOptions): Explanations {
  const explainer = createExplainer(loaded)
  const explain = async (mention: Mention, { label, modelVersion: { version } }: Labelled, first: number) =>
    firstOf(await explainer.explain({ ...mention, label }, version), first)
  return {
    ofClassification: (classified, first) => {
      const { tweet, entityId, scoredName, entity } = classified
      const name = entityId === NO_ENTITY_ID ? null : (scoredName ?? entity.name)
      return explain({ text: tweet.text, entity: name }, classified, first)
    },
    async ofPrediction(predicted, first) {
      const { text, entity } = predicted.mention
      // The model read the entity's own name, not the alias that the client used.
      const found = entity === null ? null : await findEntity(database, entity)
      return explain({ text, entity: found?.name ?? entity }, predicted, first)
    },
  }
}

type Labelled = Pick<PredictedMention, 'label' | 'modelVersion'>

const firstOf = <T>(result: Result<readonly T[]>, count: number): Result<readonly T[]> =>
  result.ok ? { ok: true, value: result.value.slice(0, count) } : result
