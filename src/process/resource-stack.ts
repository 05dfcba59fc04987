interface Closable {
  close(): Promise<unknown>
}

/** Resources that are closed in the reverse order of opening. */
export interface Resources {
  /** Registers a resource for closing, and returns it. */
  keep<T extends Closable>(resource: T): T
  close(): Promise<void>
}

export function resourceStack(): Resources {
  const kept: Closable[] = []
  return {
    keep(resource) {
      kept.push(resource)
      return resource
    },
    async close() {
      for (let last = kept.pop(); last !== undefined; last = kept.pop()) await last.close()
    },
  }
}

/** Like `Promise.all`, but waits for all before it fails, so that nothing opens after the others have been closed. */
export async function openTogether<T extends readonly unknown[]>(
  opening: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(opening)
  return (await Promise.all(opening)) as unknown as T
}
