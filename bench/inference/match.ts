import type { EngineProcess } from './start-engine.ts'

/** An engine on one model. */
export interface Contender {
  readonly engine: string
  /** A directory under `models/`, or the engine's own word list. */
  readonly model: string
  /** Too slow for the sorted passes of a short run; its cost does not depend on the order of rows. */
  readonly isSlow: boolean
  /** Overrides the allowed difference from the first contender's results. */
  readonly tolerance?: number
  start(): Promise<EngineProcess>
}

/** Batches in the order of processing; every engine processes all of them. Rows are named by index. */
export interface Pass {
  readonly batch: number
  readonly order: 'random' | 'sorted'
  readonly batches: readonly (readonly number[])[]
  readonly isForSlow: boolean
}

/** The same rows for several engines. */
export interface Match {
  readonly title: string
  readonly rows: readonly unknown[]
  readonly passes: readonly Pass[]
  /** The first one is the reference for the others. */
  readonly contenders: readonly Contender[]
  /** Allowed difference from the first contender's results; null if the results are not comparable. */
  readonly tolerance: number | null
}
