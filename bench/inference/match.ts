import type { EngineProcess } from './start-engine.ts'

/** An engine on one model. */
export interface Contender {
  readonly engine: string
  /** A folder under `models/`, or the word list that an engine brings. */
  readonly model: string
  /** Takes so long that a short run leaves it out where its cost does not depend on the order anyway. */
  readonly isSlow: boolean
  /** How far its answers may differ from the first contender's where that is further than the match allows. */
  readonly tolerance?: number
  start(): Promise<EngineProcess>
}

/** Batches in the order in which they are asked; every engine is asked all of them. Rows are named by their index. */
export interface Pass {
  readonly batch: number
  readonly order: 'random' | 'sorted'
  readonly batches: readonly (readonly number[])[]
  readonly isForSlow: boolean
}

/** The same rows, for all who answer them. */
export interface Match {
  readonly title: string
  readonly rows: readonly unknown[]
  readonly passes: readonly Pass[]
  /** The first one is what the others are held against. */
  readonly contenders: readonly Contender[]
  /** How far answers may differ from the first contender's; null where they are not answers to the same question. */
  readonly tolerance: number | null
}
