import { describe, test } from 'vitest'
import { isTensorFlowInstalled } from '../../../src/ml/tensorflow/load.ts'

/** Runs where the native library is there; elsewhere one skipped test says what is missing. `.ci/run` installs it first. */
export const describeNative = (name: string, tests: () => void): void => {
  if (isTensorFlowInstalled()) describe(name, tests)
  else test.skip(`${name}: needs TensorFlow, which \`npm run tensorflow\` installs`, () => {})
}
