import type { Corpus, CorpusRow } from '../ml/training/corpora.ts'
import { readKnownCorpora, readPresentCorpora } from '../ml/training/known-corpora.ts'
import { english } from '../ml/training/languages/english.ts'
import type { TrainingLanguage } from '../ml/training/languages/training-language.ts'
import { divideCorpora } from '../ml/training/pooled-bilstm/divide.ts'
import { POOLED_RECIPES } from '../ml/training/recipes/recipes.ts'
import type { ModelFolder } from '../models/read-models.ts'
import { UsageError } from '../problem/problem.ts'

/** Rows of a corpus that a model was not trained on. */
export interface HeldOut {
  readonly corpus: Corpus
  readonly rows: readonly CorpusRow[]
}

/**
 * The development rows of a model's own corpora, and other sources of its language, as far as the directory has their
 * files. Throws a `UsageError`.
 */
export async function readHeldOut(
  directory: string,
  { version, manifest }: ModelFolder,
  others: readonly ('unseenSources' | 'genres')[],
): Promise<HeldOut[]> {
  const say = (line: string) => console.error(line)
  const { split, recipe } = manifest.provenance
  if (split?.kind !== 'grouped-ids') {
    throw new UsageError(`--corpora requires a model that was trained on several corpora; ${version} was not.`)
  }
  const buckets = { test: bucketsOf(split['test']), development: bucketsOf(split['development']) }
  const language: TrainingLanguage = POOLED_RECIPES.find(({ name }) => name === recipe)?.language ?? english
  const divided = divideCorpora(await readKnownCorpora(directory, say, language.corpora), buckets)
  const unseen = await readPresentCorpora(
    others.flatMap(kind => language[kind]),
    directory,
    say,
  )
  return [
    ...divided.map(({ corpus, development }) => ({ corpus, rows: development })),
    ...unseen.map(corpus => ({ corpus, rows: corpus.rows })),
  ]
}

const bucketsOf = (buckets: unknown) => (Array.isArray(buckets) ? buckets.filter(one => typeof one === 'number') : [])
