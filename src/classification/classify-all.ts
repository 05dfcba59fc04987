import type { Result } from '../problem.ts'
import { type ClassifyInput, readClassifyInput } from './classify-input.ts'
import type { ClassificationRequest, ClassificationService, StoredClassification } from './service.ts'

/** Reads and stores inputs, each failing on its own. Same length and order as the input; all good ones are stored together. */
export async function classifyAll(
  service: ClassificationService,
  inputs: readonly ClassifyInput[],
): Promise<readonly Result<StoredClassification>[]> {
  const read = inputs.map(readClassifyInput)
  const requests = read.flatMap(result => (result.ok ? [result.value] : []))
  const stored = requests.length === 0 ? [] : await service.classify(requests)
  const answers = stored.values()
  return read.map(result => (result.ok ? answerOf(answers, result.value) : result))
}

function answerOf(
  answers: Iterator<Result<StoredClassification>>,
  request: ClassificationRequest,
): Result<StoredClassification> {
  const next = answers.next()
  if (next.done) throw new Error(`The service gave no answer for a text of ${request.text.length} characters.`)
  return next.value
}
