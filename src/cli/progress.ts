import type { Writable } from 'node:stream'
import { SingleBar } from 'cli-progress'

export interface Progress {
  /** `note` follows the rate, for instance the loss. */
  update(done: number, note?: string): void
  stop(): void
}

export interface ProgressOptions {
  readonly label: string
  readonly total: number
  readonly unit: string
  readonly startAt?: number
  /** Replaces the default text after the percentage (done, total and rate). */
  readonly describe?: (done: number, elapsedSeconds: number) => string
  readonly stream?: Writable & { isTTY?: boolean }
}

const PLAIN_LINE_MS = 10_000

/**
 * Shows a bar with rate and remaining time on standard error. If standard error is not a terminal (a log file, CI), prints
 * a plain line every ten seconds and at the end, so that a background run can be followed with `tail -f`.
 */
export function startProgress(options: ProgressOptions): Progress {
  const { label, total, unit, startAt = 0, stream = process.stderr } = options
  const startedAt = performance.now()
  const elapsedSeconds = () => Math.max(0.001, (performance.now() - startedAt) / 1000)
  const rate = (done: number) => (done - startAt) / elapsedSeconds()
  const describe = options.describe ?? (done => `${done}/${total} ${unit} | ${formatRate(rate(done))} ${unit}/s`)
  const state = (done: number, note: string) => {
    const left = done > startAt ? formatDuration((total - done) / rate(done)) : '?'
    return `${describe(done, elapsedSeconds())} | ${left} left${note === '' ? '' : ` | ${note}`}`
  }
  if (stream.isTTY !== true) return plainProgress({ label, total, startAt, stream }, state)
  const bar = new SingleBar({
    stream: stream as NodeJS.WriteStream,
    // The command handles Ctrl-C. The bar neither swallows it nor leaves a terminal without a cursor.
    gracefulExit: false,
    hideCursor: false,
    format: `${label} {bar} {percentage}% | {state}`,
    barsize: 24,
    barCompleteChar: '=',
    barIncompleteChar: ' ',
    fps: 5,
  })
  bar.start(total, startAt, { state: state(startAt, '') })
  return {
    update: (done, note = '') => bar.update(done, { state: state(done, note) }),
    stop: () => bar.stop(),
  }
}

function plainProgress(
  { label, total, startAt, stream }: Required<Pick<ProgressOptions, 'label' | 'total' | 'startAt' | 'stream'>>,
  state: (done: number, note: string) => string,
): Progress {
  let [done, note] = [startAt, '']
  const write = () => stream.write(`${label} ${Math.floor((100 * done) / total)}% | ${state(done, note)}\n`)
  const timer = setInterval(write, PLAIN_LINE_MS)
  return {
    update: (nowDone, nowNote = '') => {
      ;[done, note] = [nowDone, nowNote]
    },
    stop: () => {
      clearInterval(timer)
      if (done > startAt) write()
    },
  }
}

/** Without a fraction from 100 upwards, with thousands separators. */
export const formatRate = (rate: number) => (rate >= 100 ? Math.round(rate).toLocaleString('en') : rate.toFixed(1))

/** Seconds as `1h 02m`, `3m 05s` or `12s`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  const padded = (value: number) => String(value).padStart(2, '0')
  if (hours > 0) return `${hours}h ${padded(minutes)}m`
  return minutes > 0 ? `${minutes}m ${padded(whole % 60)}s` : `${whole}s`
}
