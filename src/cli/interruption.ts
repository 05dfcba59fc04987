const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const

/** Ctrl-C, turned into a wish that work in hand can grant: the first asks to stop, the second does not ask. */
export interface Interruption {
  readonly signal: AbortSignal
  /** What a shell expects of a program that a signal ended; null where none came. */
  exitCode(): number | null
  stopListening(): void
}

export function listenForInterruption(): Interruption {
  const controller = new AbortController()
  let received: keyof typeof EXIT_CODES | null = null
  const onSignal = (name: NodeJS.Signals) => {
    if (received !== null) process.exit(EXIT_CODES[received])
    received = name === 'SIGTERM' ? 'SIGTERM' : 'SIGINT'
    controller.abort()
  }
  for (const name of Object.keys(EXIT_CODES)) process.on(name, onSignal)
  return {
    signal: controller.signal,
    exitCode: () => (received === null ? null : EXIT_CODES[received]),
    stopListening: () => {
      for (const name of Object.keys(EXIT_CODES)) process.off(name, onSignal)
    },
  }
}
