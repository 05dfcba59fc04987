import DataLoader from 'dataloader'

/** Statements of a kind. One that reads years does not keep the others waiting. */
const READS_AT_ONCE = 2

/**
 * A loader that reads what is asked for in one turn of the event loop together, and at most `width` times at once: what is asked for while
 * so many reads are under way waits for one of them to end and then goes together. So many who look at the same page share their
 * reads, nobody who is alone waits, and no answer is older than its question. Nothing is remembered.
 *
 * @param read same length and order as its keys.
 */
export function createGatheringLoader<K, V>(
  read: (keys: readonly K[]) => Promise<readonly V[]>,
  width = READS_AT_ONCE,
): DataLoader<K, V> {
  const waiting: (() => void)[] = []
  let underWay = 0
  const begin = () => {
    while (underWay < width) {
      const dispatch = waiting.shift()
      if (dispatch === undefined) return
      underWay++
      dispatch()
    }
  }
  return new DataLoader(
    async (keys: readonly K[]) => {
      try {
        return await read(keys)
      } finally {
        underWay--
        begin()
      }
    },
    {
      cache: false,
      batchScheduleFn: dispatch => {
        waiting.push(dispatch)
        // After the promises that are settled already, whose callbacks may ask for more.
        void Promise.resolve().then(() => process.nextTick(begin))
      },
    },
  )
}
