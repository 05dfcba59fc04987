import {
  type Classifier,
  ClientGoneError,
  type Mention,
  OverloadedError,
  type RequestOptions,
  type Scores,
} from '../ml/network/classifier.ts'
import { fail, type Result, succeed } from '../problem/problem.ts'

/**
 * Scores all mentions or none. Same length and order as the input. Fails with `OVERLOADED` if the queue is full, and with `UNAVAILABLE` if
 * the client disconnects.
 */
export async function score(
  classifier: Classifier,
  mentions: readonly Mention[],
  options?: RequestOptions,
): Promise<Result<readonly Scores[]>> {
  if (mentions.length === 0) return succeed([])
  try {
    return succeed(await classifier.classify(mentions, options))
  } catch (error) {
    if (error instanceof OverloadedError) return fail('OVERLOADED', error.message)
    if (error instanceof ClientGoneError) return fail('UNAVAILABLE', error.message)
    throw error
  }
}
