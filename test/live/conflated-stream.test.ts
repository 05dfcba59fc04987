import { expect, test, vi } from 'vitest'
import { conflate, type LiveStream } from '../../src/live/conflated-stream.ts'
import { mapStream } from '../../src/live/map-stream.ts'

/** A stream of numbers that a test adds. */
function numbers(gapMs: number) {
  const stop = vi.fn()
  let put: (value: number) => void = () => {}
  const stream = conflate<number>(given => {
    put = given
    return stop
  }, gapMs)
  return { stream, stop, put: (value: number) => put(value) }
}

const valueFrom = async <T>(stream: LiveStream<T>) => (await stream.next()).value

test('a slow reader gets the newest value, and the values between are dropped', async () => {
  const { stream, put } = numbers(0)
  for (let value = 1; value <= 100_000; value++) put(value)
  expect(await valueFrom(stream)).toBe(100_000)
  const next = stream.next()
  put(7)
  expect(await next).toEqual({ done: false, value: 7 })
})

test('values are at least a gap apart, and the last of a burst is always yielded', async () => {
  vi.useFakeTimers()
  try {
    const { stream, put } = numbers(200)
    put(1)
    expect(await valueFrom(stream)).toBe(1)
    const second = stream.next()
    put(2)
    await vi.advanceTimersByTimeAsync(100)
    put(3)
    const seen = vi.fn()
    void second.then(seen)
    await vi.advanceTimersByTimeAsync(99)
    expect(seen).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(seen).toHaveBeenCalledWith({ done: false, value: 3 })
  } finally {
    vi.useRealTimers()
  }
})

test('a stream ends once, even while a reader waits for the next value', async () => {
  const { stream, stop, put } = numbers(0)
  const next = stream.next()
  await stream.return()
  await stream.return()
  expect(await next).toEqual({ done: true, value: undefined })
  expect(stop).toHaveBeenCalledTimes(1)
  put(1)
  expect(await stream.next()).toEqual({ done: true, value: undefined })
})

test('mapStream skips values that map to null, and an error ends the source', async () => {
  const { stream, stop, put } = numbers(0)
  const even = mapStream(stream, async value => {
    if (value < 0) throw new Error('negative')
    return value % 2 === 0 ? { value: `${value}` } : null
  })
  const next = even.next()
  put(1)
  await vi.waitFor(() => put(2))
  expect(await next).toEqual({ done: false, value: '2' })
  const failing = even.next()
  put(-1)
  await expect(failing).rejects.toThrow('negative')
  expect(stop).toHaveBeenCalledTimes(1)
})
