import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql'
import type { Semaphore } from '../concurrency/semaphore.ts'
import type { LiveStream } from '../live/conflated-stream.ts'
import { mapStream } from '../live/map-stream.ts'

/**
 * Runs a subscription. Each event is executed under a permit and with a new context, because Pothos caches loaded values for the lifetime of
 * the context.
 */
export async function subscribe(
  args: ExecutionArgs,
  withPermit: Semaphore,
  createContext: () => object,
): Promise<LiveStream<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  return mapStream(source as LiveStream<unknown>, rootValue =>
    withPermit(async () => ({ value: await execute({ ...args, rootValue, contextValue: createContext() }) })),
  )
}
