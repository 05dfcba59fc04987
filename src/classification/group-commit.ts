import { fail, type Result } from '../problem/problem.ts'

export interface GroupCommitOptions<A, B> {
  /** Same length and order as its input. What it throws is about the group as a whole. */
  readonly work: (group: readonly A[]) => Promise<readonly Result<B>[]>
  readonly largestGroup: number
  /** Groups that are in work at the same time. */
  readonly width: number
  /** Items that may wait or be in work before more are refused. */
  readonly maxItems: number
}

interface Waiting<A, B> {
  readonly item: A
  readonly signal: AbortSignal | undefined
  resolve(result: Result<B>): void
  reject(error: unknown): void
}

/**
 * Turns single items into groups: an item goes to work at once where nothing is under way, and what comes meanwhile goes together. So
 * nobody waits for company, and groups are the larger the more there is to do. What makes a group throw is found by halving it, so that
 * one item spoils no other. `OVERLOADED` at once where too many are there; whoever left before their group began is left out.
 */
export function createGroupCommit<A, B>({ work, largestGroup, width, maxItems }: GroupCommitOptions<A, B>) {
  let waiting: Waiting<A, B>[] = []
  let unanswered = 0
  let busy = 0

  function begin(): void {
    while (busy < width && waiting.length > 0) {
      const group = waiting.slice(0, largestGroup)
      waiting = waiting.slice(largestGroup)
      busy++
      void finish(group.filter(isWanted)).finally(() => {
        busy--
        unanswered -= group.length
        begin()
      })
    }
  }

  async function finish(group: readonly Waiting<A, B>[]): Promise<void> {
    if (group.length === 0) return
    try {
      const results = await work(group.map(({ item }) => item))
      for (const [index, { resolve, reject }] of group.entries()) {
        const result = results[index]
        if (result === undefined) reject(new Error(`A group of ${group.length} got ${results.length} answers.`))
        else resolve(result)
      }
    } catch (error) {
      const half = Math.ceil(group.length / 2)
      if (half === group.length) for (const { reject } of group) reject(error)
      else {
        await finish(group.slice(0, half))
        await finish(group.slice(half))
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
      begin()
    })
  }
}

/** Tells whoever left that nothing was done; nobody hears it. */
function isWanted<A, B>({ signal, resolve }: Waiting<A, B>): boolean {
  if (signal?.aborted !== true) return true
  resolve(fail('UNAVAILABLE', 'Whoever asked has left before it was their turn.'))
  return false
}
