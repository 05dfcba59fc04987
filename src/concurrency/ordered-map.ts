/**
 * Starts `work` on up to `width` items concurrently and yields each result in the order of the items. Reading continues
 * while earlier items are in progress, and a result does not wait for a slow source. If the source fails, the results
 * of its earlier items are still yielded. When the consumer stops, reading stops, and started work is awaited.
 */
export async function* orderedMap<A, B>(
  items: AsyncIterable<A>,
  width: number,
  work: (item: A) => Promise<B>,
): AsyncGenerator<B> {
  const iterator = items[Symbol.asyncIterator]()
  const started: Promise<B>[] = []
  let upcoming: Promise<Upcoming<A>> | null = null
  let isOpen = true
  let failure: { readonly error: unknown } | null = null
  try {
    while (isOpen || started.length > 0) {
      if (isOpen && started.length < width) upcoming ??= settled(iterator.next())
      const oldest = started[0]?.then((): Upcoming<A> => ({ kind: 'result' }))
      const event = await Promise.race([oldest, upcoming].filter(promise => promise !== undefined && promise !== null))
      if (event.kind === 'result') {
        yield await (started.shift() as Promise<B>)
        continue
      }
      upcoming = null
      if (event.kind === 'item') {
        const result = work(event.item)
        // Awaited later, or never if an earlier one fails; until then, a rejection must not count as unhandled.
        result.catch(() => {})
        started.push(result)
        continue
      }
      isOpen = false
      if (event.kind === 'failure') failure = event
    }
    if (failure !== null) throw failure.error
  } finally {
    // Not awaited: a source that waits for keyboard input ends with the program.
    if (isOpen) iterator.return?.().catch(() => {})
    await Promise.allSettled(started)
  }
}

type Upcoming<A> =
  | { readonly kind: 'item'; readonly item: A }
  | { readonly kind: 'end' }
  | { readonly kind: 'failure'; readonly error: unknown }
  | { readonly kind: 'result' }

const settled = <A>(next: Promise<IteratorResult<A>>): Promise<Upcoming<A>> =>
  next.then(
    ({ done, value }) => (done === true ? { kind: 'end' } : { kind: 'item', item: value }),
    (error: unknown) => ({ kind: 'failure', error }),
  )
