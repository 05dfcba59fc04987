import {
  AskerLeftError,
  type Asking,
  type Classifier,
  type Mention,
  OverloadedError,
  type Scores,
} from '../ml/network/classifier.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'

/** Scores all or none: a full queue is a problem of the moment, not of one mention. Same length and order as the input. */
export async function score(
  classifier: Classifier,
  mentions: readonly Mention[],
  asking?: Asking,
): Promise<Result<readonly Scores[]>> {
  if (mentions.length === 0) return succeed([])
  try {
    return succeed(await classifier.classify(mentions, asking))
  } catch (error) {
    if (error instanceof OverloadedError) return fail('OVERLOADED', error.message)
    if (error instanceof AskerLeftError) return fail('UNAVAILABLE', error.message)
    throw error
  }
}
