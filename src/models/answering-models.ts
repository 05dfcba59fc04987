import type { Classifier } from '../ml/network/classifier.ts'
import type { Result } from '../problem/problem.ts'

/** A model that is in memory, and its row among the model versions. */
export interface AnsweringModel {
  readonly classifier: Classifier
  readonly modelVersionId: string
}

/** Who answers at the moment. What begins with a model ends with it, whichever is promoted meanwhile. */
export interface AnsweringModels {
  /**
   * With the active model, and with the one that has to classify all the same because summaries show it; null where they are one.
   * `UNAVAILABLE` where the active one cannot be loaded.
   */
  withCurrent<T>(work: (active: AnsweringModel, shown: AnsweringModel | null) => Promise<T>): Promise<Result<T>>
  /** With the classifier of a version, by its name and hash; the active one for null. */
  withVersion<T>(version: string | null, work: (classifier: Classifier) => Promise<T>): Promise<Result<T>>
  /** Looks again who that is: the database said that it changed. */
  refresh(): Promise<void>
}
