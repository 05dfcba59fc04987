import { UnstoredPrediction } from '../../classification/graphql/predict.ts'
import { builder } from '../../graphql/builder.ts'
import { UserError } from '../../graphql/user-error.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import type { ModelVersion as ModelVersionRow } from '../../models/service.ts'
import { MAX_TEXT_LENGTH } from '../../problem/check-string.ts'
import { fail, type Problem, type Result } from '../../problem/problem.ts'
import type { AnalyzedText } from '../analyze-texts.ts'
import { MAX_SUBJECTS } from '../find-subjects.ts'
import { MAX_NAMES, MAX_TEXTS, ofText } from '../service.ts'
import { AnalyzedEntity } from './analyzed-entity.ts'

interface TextAnalysisValue extends AnalyzedText {
  readonly text: string
  readonly modelVersion: ModelVersionRow
}

const TextAnalysis = builder.objectRef<TextAnalysisValue>('TextAnalysis').implement({
  description: 'The entities of a text and the sentiment towards each. Nothing is stored.',
  fields: t => ({
    message: t.field({
      type: UnstoredPrediction,
      description: 'The sentiment of the whole message.',
      resolve: ({ text, message: { probabilities, ...scores }, modelVersion }) => ({
        ...scores,
        ...probabilities,
        mention: { text, entity: null },
        start: 0,
        modelVersion,
      }),
    }),
    entities: t.field({
      type: [AnalyzedEntity],
      complexity: { multiplier: USUAL_ENTITIES },
      description: `Up to ${MAX_SUBJECTS} entities: first those that the call names, then tracked ones, then other names in the text. Each group is in the order of the text.`,
      resolve: ({ entities, modelVersion }) => entities.map(entity => ({ ...entity, modelVersion })),
    }),
  }),
})

interface AnalyzePayloadValue {
  readonly analysis: TextAnalysisValue | null
  readonly userErrors: readonly Problem[]
}

const AnalyzePayload = builder.objectRef<AnalyzePayloadValue>('AnalyzePayload').implement({
  description: 'An analysis, or the reasons why there is none.',
  fields: t => ({
    analysis: t.expose('analysis', {
      type: TextAnalysis,
      nullable: true,
      description: 'The analysis; null if there are `userErrors`.',
    }),
    userErrors: t.expose('userErrors', { type: [UserError], description: 'Empty if the text was analyzed.' }),
  }),
})

interface AnalyzeBatchPayloadValue {
  readonly results: readonly AnalyzePayloadValue[]
  readonly userErrors: readonly Problem[]
}

const AnalyzeBatchPayload = builder.objectRef<AnalyzeBatchPayloadValue>('AnalyzeBatchPayload').implement({
  description: 'One result for each text, or the reason the whole batch was rejected.',
  fields: t => ({
    results: t.expose('results', {
      type: [AnalyzePayload],
      complexity: { multiplier: MAX_TEXTS },
      description:
        'Same length and order as `texts`. Each text succeeds or fails on its own. Empty if the whole batch was rejected.',
    }),
    userErrors: t.expose('userErrors', {
      type: [UserError],
      description:
        'Errors of the whole batch. Errors of single texts are in `results`, with paths such as ["texts", "3"].',
    }),
  }),
})

/** Of a tweet; the lists of a long text are longer, and its length counts already. */
const USUAL_ENTITIES = 10
const CHARACTERS_PER_COST = 25
/** Each named entity is scored with each text, whether the text has it or not. */
const cost = (texts: readonly string[], names: readonly string[] | null | undefined) =>
  20 + texts.reduce((sum, { length }) => sum + length / CHARACTERS_PER_COST, 0) + texts.length * (names?.length ?? 0)

const ENTITIES = `Up to ${MAX_NAMES} names to answer for in addition to those that are found, in any spelling.`
const MODEL_ID = 'Id of a model version. If omitted, the active one.'

builder.queryField('analyze', t =>
  t.field({
    authScopes: { CLASSIFY: true },
    type: AnalyzePayload,
    nullable: true,
    description:
      'Finds the entities of a text and the sentiment towards each, without storing anything. Tracked entities are found by their names and aliases. Others are found by capitals, @ and #.',
    complexity: ({ text, entities }) => ({ field: cost([text], entities) }),
    args: {
      text: t.arg.string({
        required: true,
        description: `The text, 1 to ${MAX_TEXT_LENGTH.toLocaleString('en')} characters (Unicode code points).`,
      }),
      entities: t.arg.stringList({ description: ENTITIES }),
      modelId: t.arg.globalID({ for: ModelVersion, description: MODEL_ID }),
    },
    resolve: async (_root, { text, entities, modelId }, { analyses, models, signal }) => {
      const version = await models.resolveAnswering(modelId?.id ?? null)
      if (!version.ok) return { analysis: null, userErrors: [version.problem] }
      const analyzed = await analyses.analyze(
        { texts: [text], entities: entities ?? [], version: version.value.version },
        { signal },
      )
      const result = analyzed.ok ? only(analyzed.value) : analyzed
      return toPayload(result, text, version.value, problem => problem)
    },
  }),
)

builder.queryField('analyzeBatch', t =>
  t.field({
    authScopes: { CLASSIFY: true },
    type: AnalyzeBatchPayload,
    nullable: true,
    description: `Analyzes 1 to ${MAX_TEXTS} texts as \`analyze\` does, without storing anything.`,
    complexity: ({ texts, entities }) => ({ field: cost(texts, entities) }),
    args: {
      texts: t.arg.stringList({ required: true, description: `The texts, 1 to ${MAX_TEXTS}.` }),
      entities: t.arg.stringList({ description: ENTITIES }),
      modelId: t.arg.globalID({ for: ModelVersion, description: MODEL_ID }),
    },
    resolve: async (_root, { texts, entities, modelId }, { analyses, models, signal }) => {
      const refusal = checkCount(texts.length)
      if (!refusal.ok) return { results: [], userErrors: [refusal.problem] }
      const version = await models.resolveAnswering(modelId?.id ?? null)
      if (!version.ok) return { results: [], userErrors: [version.problem] }
      const request = { texts, entities: entities ?? [], version: version.value.version }
      const analyzed = await analyses.analyze(request, { signal })
      if (!analyzed.ok) return { results: [], userErrors: [analyzed.problem] }
      return {
        userErrors: [],
        results: analyzed.value.map((result, index) =>
          toPayload(result, texts[index] ?? '', version.value, problem => ofText(problem, index)),
        ),
      }
    },
  }),
)

function checkCount(count: number): Result<null> {
  if (count >= 1 && count <= MAX_TEXTS) return { ok: true, value: null }
  const message = `texts must have 1 to ${MAX_TEXTS} texts, but has ${count}.`
  return fail(count === 0 ? 'INVALID' : 'TOO_MANY', message, ['texts'])
}

function only(results: readonly Result<AnalyzedText>[]): Result<AnalyzedText> {
  const [result] = results
  if (result === undefined) throw new Error('One text gave no result.')
  return result
}

const toPayload = (
  result: Result<AnalyzedText>,
  text: string,
  modelVersion: ModelVersionRow,
  place: (problem: Problem) => Problem,
): AnalyzePayloadValue =>
  result.ok
    ? { analysis: { ...result.value, text, modelVersion }, userErrors: [] }
    : { analysis: null, userErrors: [place(result.problem)] }
