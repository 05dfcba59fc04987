import type { Classifier } from '../ml/network/classifier.ts'
import { fail, type Result, succeed, UsageError } from '../problem/problem.ts'
import type { Log } from '../storage/storage.ts'

/** The models in memory. Models in use stay loaded; a limited number of others is loaded on demand. */
export interface LoadedModels {
  /**
   * Runs `work` with a version's classifier, which stays loaded until `work` ends. Concurrent requests share one load. Fails with
   * `UNAVAILABLE` if the version's folder is missing or damaged, and with `OVERLOADED` if the limit of other models is reached.
   */
  use<T>(version: string, work: (classifier: Classifier) => Promise<T>): Promise<Result<T>>
  /** Loads a version in advance. Throws a `UsageError` if it cannot be loaded. */
  prepare(version: string): Promise<void>
  /** Keeps these versions in memory from now on, without counting them as others. */
  keep(versions: readonly string[]): void
  close(): Promise<void>
}

export interface LoadedModelsOptions {
  /** Throws a `UsageError` if the version cannot be loaded. */
  readonly load: (version: string) => Promise<Classifier>
  /** The limit of models in memory besides those that are pinned. */
  readonly maxOthers: number
  readonly log: Log
}

interface Entry {
  readonly classifier: Promise<Classifier>
  users: number
}

export function createLoadedModels({ load, maxOthers, log }: LoadedModelsOptions): LoadedModels {
  /** In order of use; the most recent is last. */
  const entries = new Map<string, Entry>()
  const closing = new Set<Promise<void>>()
  let pinned: ReadonlySet<string> = new Set()

  function unload(version: string, { classifier }: Entry): Promise<void> {
    entries.delete(version)
    const closed = classifier.then(
      loaded => loaded.close(),
      () => {},
    )
    closing.add(closed)
    return closed.finally(() => closing.delete(closed))
  }

  /** Unloads idle models; null if all are in use. */
  function makeRoom(): Promise<unknown> | null {
    const others = [...entries].filter(([version]) => !pinned.has(version))
    const surplus = others.length + 1 - maxOthers
    const idle = others.filter(([, { users }]) => users === 0).slice(0, Math.max(0, surplus))
    return idle.length < surplus ? null : Promise.all(idle.map(([version, entry]) => unload(version, entry)))
  }

  function open(version: string): Entry | null {
    const room = pinned.has(version) ? Promise.resolve() : makeRoom()
    if (room === null) return null
    const entry = { classifier: room.then(() => load(version)), users: 0 }
    entry.classifier.catch(() => {
      // The next request retries, because the folder may have been restored.
      if (entries.get(version) === entry) entries.delete(version)
    })
    return entry
  }

  /** The version's entry, marked as most recently used. */
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
        return fail('OVERLOADED', `${maxOthers} other models are already in use; try again in a moment.`)
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
          `The weights of ${version} cannot be loaded. Restore its folder, or use another version from \`models\`.`,
        )
      } finally {
        entry.users--
      }
    },
    async prepare(version) {
      await find(version)?.classifier
    },
    keep(versions) {
      pinned = new Set(versions)
    },
    async close() {
      for (const [version, entry] of entries) void unload(version, entry)
      await Promise.all(closing)
    },
  }
}
