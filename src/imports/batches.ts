/** Regroups portions of any size into batches of `size`; the last one may be smaller. */
export async function* batches<T>(portions: AsyncIterable<readonly T[]>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = []
  for await (const portion of portions) {
    for (const item of portion) {
      batch.push(item)
      if (batch.length === size) {
        yield batch
        batch = []
      }
    }
  }
  if (batch.length > 0) yield batch
}
