import type { Result } from '../problem/problem.ts'

/**
 * Calls `work` once with the values among `results`, and puts its results in their positions. Problems stay in theirs. `work` has to return
 * the same length and order as its input; fewer results are an `Error`.
 */
export async function forValid<A, B>(
  results: readonly Result<A>[],
  work: (values: readonly A[]) => Promise<readonly Result<B>[]>,
): Promise<readonly Result<B>[]> {
  const values = results.flatMap(result => (result.ok ? [result.value] : []))
  const answers = (values.length === 0 ? [] : await work(values)).values()
  return results.map(result => {
    if (!result.ok) return result
    const answer = answers.next()
    if (answer.done) throw new Error(`Fewer results were returned than the ${values.length} values given.`)
    return answer.value
  })
}
