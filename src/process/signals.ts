const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * The terminal sends Ctrl-C to every process it runs, and npm, being one of them, passes it on to us: we hear one keypress twice.
 * Nobody presses it again on purpose as soon as this.
 */
const ECHO_MS = 500

/** Ctrl-C, turned into a wish that work in hand can grant: the first asks to stop, the second does not ask. */
export interface Interruption {
  readonly signal: AbortSignal
  /** What a shell expects of a program that a signal ended; null where none came. */
  exitCode(): number | null
  stopListening(): void
}

export function listenForInterruption(): Interruption {
  const controller = new AbortController()
  let first: { readonly name: keyof typeof EXIT_CODES; readonly at: number } | null = null
  const onSignal = (received: NodeJS.Signals) => {
    if (first === null) {
      first = { name: received === 'SIGTERM' ? 'SIGTERM' : 'SIGINT', at: performance.now() }
      controller.abort()
    } else if (performance.now() - first.at > ECHO_MS) {
      process.exit(EXIT_CODES[first.name])
    }
  }
  for (const name of Object.keys(EXIT_CODES)) process.on(name, onSignal)
  return {
    signal: controller.signal,
    exitCode: () => (first === null ? null : EXIT_CODES[first.name]),
    stopListening: () => {
      for (const name of Object.keys(EXIT_CODES)) process.off(name, onSignal)
    },
  }
}
