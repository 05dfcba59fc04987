import { UsageError } from '../problem/problem.ts'
import { isReaderGone } from './output/standard-output.ts'

interface Advice {
  readonly exitCode: number
  /** A sentence after the reason, such as how to resume. */
  readonly advice?: string
}

/**
 * The error to throw for one of a command that works on the database: a line for the user if the database is unavailable. That the reader
 * of standard output has gone is no such failure, although its code, EPIPE, could also be that of a broken connection.
 */
export async function explainLostDatabase(error: unknown, { exitCode, advice }: Advice): Promise<unknown> {
  if (isReaderGone(error)) return error
  const { isUnavailable, unavailableMessage } = await import('../storage/connection-failure.ts')
  if (!isUnavailable(error)) return error
  return new UsageError([unavailableMessage(error), ...(advice === undefined ? [] : [advice])].join(' '), exitCode)
}
