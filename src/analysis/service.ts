import type { Pool } from 'pg'
import { checkMention } from '../classification/check-request.ts'
import { forValid } from '../classification/for-valid.ts'
import type { ClassificationService } from '../classification/service.ts'
import { checkEntityName } from '../entities/check-entity-name.ts'
import { readTracked } from '../entities/read-tracked.ts'
import type { RequestOptions } from '../ml/network/classifier.ts'
import { fail, type Problem, type Result, succeed } from '../problem/problem.ts'
import { isUnavailable } from '../storage/connection-failure.ts'
import { type AnalyzedText, analyzeTexts } from './analyze-texts.ts'
import { MAX_SUBJECTS, type WantedName } from './find-subjects.ts'

/** Texts of one call. */
export const MAX_TEXTS = 25
/** Names that a call may ask about. */
export const MAX_NAMES = MAX_SUBJECTS

interface AnalysisRequest {
  readonly texts: readonly string[]
  /** Names to answer for, in addition to those that are found. */
  readonly entities?: readonly string[]
  /** `name@12hex`; the active version if absent or null. */
  readonly version?: string | null
  /** Also scores each sentence. */
  readonly hasSentences?: boolean
}

/** Finds the entities of texts and their sentiment. Stores nothing. */
export interface Analysis {
  /** Same length and order as the texts, each of which fails on its own. The outer result fails if the names cannot be used. */
  analyze(request: AnalysisRequest, options?: RequestOptions): Promise<Result<readonly Result<AnalyzedText>[]>>
}

/** The problem of a text with its path in a batch, such as ["texts", "3"]. */
export const ofText = (problem: Problem, index: number): Problem =>
  problem.field === null ? problem : { ...problem, field: ['texts', String(index)] }

interface AnalysisOptions {
  readonly pool: Pool
  readonly classification: Pick<ClassificationService, 'predict'>
}

export const createAnalysis = ({ pool, classification }: AnalysisOptions): Analysis => ({
  async analyze({ texts, entities = [], version = null, hasSentences = false }, options) {
    const wanted = checkNames(entities)
    if (!wanted.ok) return wanted
    const needs = {
      findTracked: (keys: readonly string[]) => readTracked(pool, keys),
      predict: (mentions: Parameters<ClassificationService['predict']>[0]) =>
        classification.predict(mentions, version, options),
    }
    const checked = texts.map(text => checkMention({ text, entity: null }))
    try {
      return succeed(
        await forValid(checked, valid =>
          analyzeTexts(
            needs,
            valid.map(({ text }) => text),
            { wanted: wanted.value, hasSentences },
          ),
        ),
      )
    } catch (error) {
      if (!isUnavailable(error)) throw error
      return fail('UNAVAILABLE', 'The database, which has the tracked names, is not available; try again in a moment.')
    }
  },
})

/** Names that are not blank, each once. */
export function checkNames(names: readonly string[]): Result<readonly WantedName[]> {
  if (names.length > MAX_NAMES) {
    return fail('TOO_MANY', `entities may have at most ${MAX_NAMES} names, but has ${names.length}.`, ['entities'])
  }
  const checked = names.filter(name => name.trim() !== '').map(name => checkEntityName(name, 'entities'))
  const problems = checked.flatMap((result): Problem[] => (result.ok ? [] : [result.problem]))
  if (problems[0] !== undefined) return { ok: false, problem: problems[0] }
  const wanted = checked.flatMap(result => (result.ok ? [result.value] : []))
  return succeed(wanted.filter(({ key }, index) => wanted.findIndex(other => other.key === key) === index))
}
