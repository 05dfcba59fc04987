import { createHash } from 'node:crypto'
import { checkLexicons } from '../ml/lexicons/installed.ts'
import { LEXICONS_DIRECTORY } from '../ml/lexicons/lexicon-packages.ts'
import { loadTensorFlow } from '../ml/tensorflow/load.ts'
import type { Corpus } from '../ml/training/corpora.ts'
import { readKnownCorpora } from '../ml/training/known-corpora.ts'
import { buildPooledModel } from '../ml/training/pooled-bilstm/build-pooled-model.ts'
import { preparePooledData } from '../ml/training/pooled-bilstm/prepare-data.ts'
import type { PooledRecipe } from '../ml/training/pooled-bilstm/recipe.ts'
import { trainPooled } from '../ml/training/pooled-bilstm/train-pooled.ts'
import { writeModel } from '../ml/training/write-model.ts'
import { UsageError } from '../problem/problem.ts'
import { defaultVariable } from '../process/default-variable.ts'
import { listenForInterruption } from '../process/signals.ts'
import { type CorpusFlags, readCorpusOf, shownCorpora } from './corpus-options.ts'
import { checkOutputFolder } from './output-paths.ts'
import { startProgress } from './progress.ts'
import { type TrainingRun, trainedHere } from './training-run.ts'

/**
 * One in ten tweets of every file is kept for development. None is kept for a test, because the served model learns
 * from all available data.
 */
const BUCKETS = { test: [], development: [2] }

/** Trains a recipe on several corpora and writes the model's folder. Throws a `UsageError`. */
export async function trainPooledModel(
  recipe: PooledRecipe,
  { sources, directory }: { readonly sources: readonly CorpusFlags[]; readonly directory: string | null },
  run: TrainingRun,
): Promise<void> {
  const { out, name, checkpoints, limit, epochs, seed, isResumed } = run
  // The order in which several threads add depends on timing. With one thread, the same seed gives the same weights.
  defaultVariable('TF_NUM_INTRAOP_THREADS', '1')
  const tf = loadTensorFlow()
  checkLexicons(LEXICONS_DIRECTORY, recipe.language.code)
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const corpora: Corpus[] = directory === null ? [] : await readKnownCorpora(directory, say, recipe.language.corpora)
  for (const source of sources) corpora.push(await readCorpusOf(source, say))
  const data = await preparePooledData(recipe, corpora, { buckets: BUCKETS, limit, lexicons: LEXICONS_DIRECTORY })
  await checkOutputFolder('--checkpoints', checkpoints)
  await checkOutputFolder('--out', out)
  for (const { corpus, training, development } of data.divided) {
    say(`${corpus.name}: ${training.length} training rows, ${development.length} development rows`)
  }
  say(`${recipe.name}: ${data.vocabulary.length} words, ${data.source.material.names.length} names for made rows`)

  const interruption = listenForInterruption()
  const network = await trainPooled(tf, recipe, data, {
    run: { recipe: recipe.name, dataSha256: sha256Of(corpora), seed, limit, epochs },
    checkpoints,
    isResumed,
    signal: interruption.signal,
    say,
    startProgress: (label, total) => startProgress({ label, total, unit: 'rows' }),
  }).finally(() => interruption.stopListening())
  if (network === null) {
    const message = `Interrupted. Use --resume to continue after the last epoch in ${checkpoints}.`
    throw new UsageError(message, interruption.exitCode() ?? 130)
  }

  const trial = limit === null ? '' : ` --limit ${limit}`
  const provenance = {
    command: `pulso train --recipe ${recipe.name}${directory === null ? '' : ' --corpora corpora'}${shownCorpora(sources)} --seed ${seed} --epochs ${epochs}${trial}`,
    seed,
    ...trainedHere(tf),
    data: corpora.map(({ name: file, sha256, rows }) => ({ name: file, sha256, rows: rows.length })),
  }
  writeModel(
    out,
    await buildPooledModel({
      name,
      recipe,
      data,
      network,
      buckets: BUCKETS,
      isOfOneLanguage: sources.length === 0,
      run: provenance,
    }),
  )
  say(`wrote ${out}`)
}

const sha256Of = (corpora: readonly Corpus[]) =>
  createHash('sha256')
    .update(corpora.map(({ sha256 }) => sha256).join('\n'))
    .digest('hex')
