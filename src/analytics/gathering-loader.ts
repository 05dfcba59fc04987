import DataLoader from 'dataloader'
import { createSemaphore } from '../concurrency/semaphore.ts'

/** Statements of one kind. Two, so that one which reads years does not block the others. */
const READS_AT_ONCE = 2

/**
 * A loader that reads the keys of one turn of the event loop together, with at most `width` reads at a time. Keys that arrive while that
 * many reads are running are read together when one of them ends. So many viewers of the same page share their reads, a single viewer
 * never waits, and no answer is older than its question. Nothing is cached.
 *
 * @param read returns values in the order of the keys.
 */
export function createGatheringLoader<K, V>(
  read: (keys: readonly K[]) => Promise<readonly V[]>,
  width = READS_AT_ONCE,
): DataLoader<K, V> {
  const withPermit = createSemaphore(width)
  let onEnd = () => {}
  return new DataLoader(
    async (keys: readonly K[]) => {
      const end = onEnd
      try {
        return await read(keys)
      } finally {
        end()
      }
    },
    {
      cache: false,
      batchScheduleFn: dispatch => {
        const readBatch = () =>
          withPermit(
            () =>
              new Promise<void>(resolve => {
                onEnd = resolve
                // Calls the function above at once.
                dispatch()
              }),
          )
        // After the promises that are settled already, whose callbacks may load more keys.
        void Promise.resolve().then(() => process.nextTick(readBatch))
      },
    },
  )
}
