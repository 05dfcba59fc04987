import { basename } from 'node:path'
import { loadTensorFlow } from '../ml/tensorflow/load.ts'
import { buildModel } from '../ml/training/build-model.ts'
import { readKaggleFile } from '../ml/training/kaggle-rows.ts'
import type { Recipe } from '../ml/training/recipe.ts'
import { train } from '../ml/training/train.ts'
import { prepareData } from '../ml/training/training-data.ts'
import { writeModel } from '../ml/training/write-model.ts'
import { UsageError } from '../problem/problem.ts'
import { listenForInterruption } from '../process/signals.ts'
import { checkOutputFolder } from './output-paths.ts'
import { startProgress } from './progress.ts'
import { type TrainingRun, trainedHere } from './training-run.ts'

/** Trains a recipe of the seed model's kind on Kaggle's file and writes the model directory. Throws a `UsageError`. */
export async function trainSeedModel(recipe: Recipe, path: string, run: TrainingRun): Promise<void> {
  const { out, name, checkpoints, limit, epochs, seed, isResumed } = run
  const tf = loadTensorFlow()
  const file = readKaggleFile(path)
  const data = prepareData(recipe, file, limit)
  await checkOutputFolder('--checkpoints', checkpoints)
  await checkOutputFolder('--out', out)
  const say = (line: string) => process.stderr.write(`${line}\n`)
  say(`${recipe.name}: ${data.training.length} training rows, ${data.test.length + data.setAside.length} held out`)

  const interruption = listenForInterruption()
  const state = await train(tf, recipe, data, {
    run: { recipe: recipe.name, dataSha256: file.sha256, seed, limit },
    epochs,
    checkpoints,
    isResumed,
    signal: interruption.signal,
    say,
    startProgress: (epoch, total) => startProgress({ label: `epoch ${epoch}/${epochs}`, total, unit: 'rows' }),
  }).finally(() => interruption.stopListening())
  if (state === null) {
    const message = `Interrupted. Use --resume to continue after the last epoch in ${checkpoints}.`
    throw new UsageError(message, interruption.exitCode() ?? 130)
  }

  // Without this machine's paths, and with every value that a later default might change.
  const trial = limit === null ? '' : ` --limit ${limit}`
  const provenance = {
    command: `pulso train --recipe ${recipe.name} --data ${basename(path)} --seed ${seed} --epochs ${epochs}${trial}`,
    seed,
    ...trainedHere(tf),
    data: [{ name: basename(path).replace(/\.gz$/i, ''), sha256: file.sha256, rows: file.rows.length }],
  }
  writeModel(out, await buildModel({ name, recipe, data, weights: state.weights, run: provenance }))
  say(`wrote ${out}`)
}
