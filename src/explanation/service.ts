import type { Pool } from 'pg'
import { readNames } from '../entities/read-names.ts'
import type { Label } from '../labels.ts'
import { entityKey } from '../ml/language/entity-key.ts'
import type { Mention } from '../ml/network/classifier.ts'
import type { LoadedModels } from '../models/loaded-models.ts'
import type { ModelVersion } from '../models/service.ts'
import { type Result, succeed } from '../problem/problem.ts'
import type { Classification, Entity, Tweet } from '../storage/generated/client/client.ts'
import { NO_ENTITY_ID } from '../storage/no-entity.ts'
import { createExplainer, type Explanation } from './explainer.ts'

/** A stored classification with the input of its model version. */
interface ClassifiedMention extends Pick<Classification, 'entityId' | 'scoredName' | 'label' | 'createdAt'> {
  readonly tweet: Pick<Tweet, 'text'>
  /** With its aliases. */
  readonly entity: Pick<Entity, 'name'> & { readonly aliases: readonly Pick<Entity, 'name' | 'createdAt'>[] }
  readonly modelVersion: Pick<ModelVersion, 'version'>
}

interface PredictedMention {
  /** As the client wrote it. */
  readonly mention: Mention
  /** Where its text begins in the text of the client, in Unicode code points. */
  readonly start: number
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
  readonly pool: Pool
}

export function createExplanations({ loaded, pool }: ExplanationsOptions): Explanations {
  const explainer = createExplainer(loaded)
  const explain = async (mention: Mention, { label, modelVersion: { version } }: Labelled, first: number) =>
    firstOf(await explainer.explain({ ...mention, label }, version), first)
  return {
    ofClassification: (classified, first) => {
      const { tweet, entityId, scoredName, entity, createdAt } = classified
      if (entityId === NO_ENTITY_ID) return explain({ text: tweet.text, entity: null }, classified, first)
      // The model did not read the aliases that came later.
      const aliases = entity.aliases.filter(alias => alias.createdAt <= createdAt).map(({ name }) => name)
      return explain({ text: tweet.text, entity: scoredName ?? entity.name, aliases }, classified, first)
    },
    async ofPrediction(predicted, first) {
      const { text, entity, language } = predicted.mention
      // The model read the entity's own name, not the alias that the client used.
      const key = entity === null ? null : entityKey(entity)
      const found = key === null ? undefined : (await readNames(pool, [key])).get(key)
      const explained = await explain(
        { text, entity: found?.name ?? entity, aliases: found?.aliases, language },
        predicted,
        first,
      )
      const { start } = predicted
      if (!explained.ok || start === 0) return explained
      return succeed(explained.value.map(word => ({ ...word, start: word.start + start, end: word.end + start })))
    },
  }
}

type Labelled = Pick<PredictedMention, 'label' | 'modelVersion'>

const firstOf = <T>(result: Result<readonly T[]>, count: number): Result<readonly T[]> =>
  result.ok ? { ok: true, value: result.value.slice(0, count) } : result
