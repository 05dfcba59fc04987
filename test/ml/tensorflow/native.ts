import { describe, test } from 'vitest'
import { areLexiconsInstalled } from '../../../src/ml/lexicons/installed.ts'
import { isTensorFlowInstalled } from '../../../src/ml/tensorflow/load.ts'
import { skippedBecause } from '../../support/skipped-because.ts'

/** The reason why this machine cannot run TensorFlow; null if it can. */
const noTensorFlow = isTensorFlowInstalled() ? null : 'needs TensorFlow, which `npm run tensorflow` installs'

/** The reason why this machine cannot train a recipe of several corpora; null if it can. */
export const noTraining =
  noTensorFlow ??
  (areLexiconsInstalled() ? null : 'needs the word vectors and lexicons, which `npm run lexicons` installs')

/** A suite that runs only if the native library is installed, as in `.ci/run`. */
export function describeNative(name: string, tests: () => void): void {
  if (noTensorFlow === null) describe(name, tests)
  // The body of a skipped suite runs as well, and loads the library.
  else test(name, skippedBecause(noTensorFlow), () => {})
}
