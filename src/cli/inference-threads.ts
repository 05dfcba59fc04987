import { availableParallelism } from 'node:os'
import type { Config } from '../config.ts'

/** Number of threads for work that has the machine to itself. */
export const inferenceThreads = (config: Pick<Config, 'inferenceThreads'>): number =>
  config.inferenceThreads ?? availableParallelism()
