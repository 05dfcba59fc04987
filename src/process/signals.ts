const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * The terminal sends Ctrl-C to every process it runs, including npm, which forwards it: one keypress arrives twice. No
 * user presses it again this quickly on purpose.
 */
const ECHO_MS = 500

/**
 * Turns Ctrl-C into a request to stop: the first one lets work in progress finish, the second one ends the process.
 */
export interface Interruption {
  readonly signal: AbortSignal
  /** The exit code that shells expect of a program ended by a signal; null without a signal. */
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
