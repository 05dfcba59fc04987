import type { Classifier } from '../ml/network/classifier.ts'
import { fail, type Result, succeed, UsageError } from '../problem/problem.ts'
import type { Log } from '../storage/storage.ts'

/** The models in memory. Those that are asked now and then come and go; how many of them there are is bounded. */
export interface LoadedModels {
  /**
   * Runs `work` with a version's classifier, which stays loaded until it is done. Requests that come while it is being loaded wait for
   * the same load. `UNAVAILABLE` where its folder is gone or damaged; `OVERLOADED` where every place for such models is in use.
   */
  use<T>(version: string, work: (classifier: Classifier) => Promise<T>): Promise<Result<T>>
  /** Loads a version before anybody asks. Throws a `UsageError` where that cannot be done. */
  prepare(version: string): Promise<void>
  /** From now on these stay in memory, and take no place of the others. */
  keep(versions: readonly string[]): void
  close(): Promise<void>
}

export interface LoadedModelsOptions {
  /** Throws a `UsageError` where the version cannot be loaded. */
  readonly load: (version: string) => Promise<Classifier>
  /** How many there may be besides those that are kept. */
  readonly maxOthers: number
  readonly log: Log
}

interface Entry {
  readonly classifier: Promise<Classifier>
  users: number
}

export function createLoadedModels({ load, maxOthers, log }: LoadedModelsOptions): LoadedModels {
  /** The one that was used last stands last. */
  const entries = new Map<string, Entry>()
  const closing = new Set<Promise<void>>()
  let kept: ReadonlySet<string> = new Set()

  function unload(version: string, { classifier }: Entry): Promise<void> {
    entries.delete(version)
    const closed = classifier.then(
      loaded => loaded.close(),
      () => {},
    )
    closing.add(closed)
    return closed.finally(() => closing.delete(closed))
  }

  /** Null where all are in use. */
  function makeRoom(): Promise<unknown> | null {
    const others = [...entries].filter(([version]) => !kept.has(version))
    const surplus = others.length + 1 - maxOthers
    const idle = others.filter(([, { users }]) => users === 0).slice(0, Math.max(0, surplus))
    return idle.length < surplus ? null : Promise.all(idle.map(([version, entry]) => unload(version, entry)))
  }

  function open(version: string): Entry | null {
    const room = kept.has(version) ? Promise.resolve() : makeRoom()
    if (room === null) return null
    const entry = { classifier: room.then(() => load(version)), users: 0 }
    entry.classifier.catch(() => {
      // The next request tries again: somebody may have put the folder back.
      if (entries.get(version) === entry) entries.delete(version)
    })
    return entry
  }

  /** The version's entry, marked as the one that was used last. */
  function find(version: string): Entry | null {
    const entry = entries.get(version) ?? open(version)
    if (entry === null) return null
    entries.delete(version)
    entries.set(version, entry)
    return entry
  }

  return {
    async use(version, work) {
      const entry = find(version)
      if (entry === null) {
        return fail('OVERLOADED', `${maxOthers} other models are answering already; try again in a moment.`)
      }
      entry.users++
      try {
        const classifier = await entry.classifier.catch((error: unknown) => {
          if (!(error instanceof UsageError)) throw error
          log(`The model ${version} cannot be loaded: ${error.message}`)
          return null
        })
        if (classifier !== null) return succeed(await work(classifier))
        return fail(
          'UNAVAILABLE',
          `The weights of ${version} cannot be loaded here: restore its folder, or name another of \`models\`.`,
        )
      } finally {
        entry.users--
      }
    },
    async prepare(version) {
      await find(version)?.classifier
    },
    keep(versions) {
      kept = new Set(versions)
    },
    async close() {
      for (const [version, entry] of entries) void unload(version, entry)
      await Promise.all(closing)
    },
  }
}
