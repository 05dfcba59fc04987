import type { Result } from '../problem/problem.ts'

/** Does the work for the values among `results`, all at once; problems keep their places. `work` answers in the order it was given. */
export async function forValid<A, B>(
  results: readonly Result<A>[],
  work: (values: readonly A[]) => Promise<readonly Result<B>[]>,
): Promise<readonly Result<B>[]> {
  const values = results.flatMap(result => (result.ok ? [result.value] : []))
  const answers = (values.length === 0 ? [] : await work(values)).values()
  return results.map(result => {
    if (!result.ok) return result
    const answer = answers.next()
    if (answer.done) throw new Error(`There are fewer answers than the ${values.length} values.`)
    return answer.value
  })
}
