import { fail, type Result } from '../problem/problem.ts'

export interface GroupCommitOptions<A, B> {
  /** Same length and order as its input. An error that it throws concerns the whole group. */
  readonly work: (group: readonly A[]) => Promise<readonly Result<B>[]>
  readonly largestGroup: number
  /** Groups that are processed at the same time. */
  readonly width: number
  /** Items that may wait or be processed before more are refused. */
  readonly maxItems: number
}

interface Waiting<A, B> {
  readonly item: A
  readonly signal: AbortSignal | undefined
  resolve(result: Result<B>): void
  reject(error: unknown): void
}

/**
 * Groups single items, as a database groups commits. An item is processed at once if fewer than `width` groups are busy; items that arrive
 * meanwhile form the next group. No item waits for others, and groups grow with the load. A group that throws is halved until the item at
 * fault is isolated, so that one item does not fail others. The returned function answers `OVERLOADED` at once beyond `maxItems`, and skips
 * items whose signal was aborted before their group began.
 */
export function createGroupCommit<A, B>({ work, largestGroup, width, maxItems }: GroupCommitOptions<A, B>) {
  let waiting: Waiting<A, B>[] = []
  let unanswered = 0
  let busy = 0

  function dispatch(): void {
    while (busy < width && waiting.length > 0) {
      const group = waiting.slice(0, largestGroup)
      waiting = waiting.slice(largestGroup)
      busy++
      void run(group.filter(isWanted)).finally(() => {
        busy--
        unanswered -= group.length
        dispatch()
      })
    }
  }

  async function run(group: readonly Waiting<A, B>[]): Promise<void> {
    if (group.length === 0) return
    try {
      const results = await work(group.map(({ item }) => item))
      for (const [index, { resolve, reject }] of group.entries()) {
        const result = results[index]
        if (result === undefined) reject(new Error(`A group of ${group.length} received ${results.length} results.`))
        else resolve(result)
      }
    } catch (error) {
      const half = Math.ceil(group.length / 2)
      if (half === group.length) for (const { reject } of group) reject(error)
      else {
        await run(group.slice(0, half))
        await run(group.slice(half))
      }
    }
  }

  return async (item: A, signal?: AbortSignal): Promise<Result<B>> => {
    if (unanswered >= maxItems) {
      return fail('OVERLOADED', `${maxItems} tweets are waiting to be stored; try again in a moment.`)
    }
    unanswered++
    return new Promise((resolve, reject) => {
      waiting.push({ item, signal, resolve, reject })
      dispatch()
    })
  }
}

/** Settles an item whose client disconnected, so that its promise does not stay pending. */
function isWanted<A, B>({ signal, resolve }: Waiting<A, B>): boolean {
  if (signal?.aborted !== true) return true
  resolve(fail('UNAVAILABLE', 'The client disconnected before its tweet was classified.'))
  return false
}
