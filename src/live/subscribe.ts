import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql'
import type { Turns } from '../concurrency/semaphore.ts'
import type { LiveStream } from './conflated-stream.ts'
import { mapped } from './map-stream.ts'

/**
 * Runs a subscription: each event is executed in a turn of its own and with a context of its own, because Pothos keeps what it has loaded
 * by the context for as long as that lives.
 */
export async function subscribe(
  args: ExecutionArgs,
  inTurn: Turns,
  createContext: () => object,
): Promise<LiveStream<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  return mapped(source as LiveStream<unknown>, rootValue =>
    inTurn(async () => ({ value: await execute({ ...args, rootValue, contextValue: createContext() }) })),
  )
}
