/**
 * Starts `work` on up to `width` items at a time and hands each result out as soon as it and all before it are there, so that the next
 * batch is read while earlier ones are under way, and a slow source keeps nobody waiting. Where the source fails, what it gave before is
 * still handed out. Whoever stops taking results stops the reading; what has been started is waited for.
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
        // It is awaited later, perhaps never if an earlier one fails; a rejection must not count as unhandled until then.
        result.catch(() => {})
        started.push(result)
        continue
      }
      isOpen = false
      if (event.kind === 'failure') failure = event
    }
    if (failure !== null) throw failure.error
  } finally {
    // Not waited for: a source that waits for a person at a keyboard ends when the program does.
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
