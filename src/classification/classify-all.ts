import type { Asking } from '../ml/network/classifier.ts'
import type { Result } from '../problem/problem.ts'
import { type ClassifyInput, readClassifyInput } from './classify-input.ts'
import { forValid } from './for-valid.ts'
import type { ClassificationService, StoredClassification } from './service.ts'

/** Reads and stores inputs, each failing on its own. Same length and order as the input; all good ones are stored together. */
export const classifyAll = (
  service: ClassificationService,
  inputs: readonly ClassifyInput[],
  { signal }: Pick<Asking, 'signal'>,
): Promise<readonly Result<StoredClassification>[]> =>
  forValid(inputs.map(readClassifyInput), requests => service.classify(requests, { signal }))
