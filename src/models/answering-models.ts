import type { Classifier } from '../ml/network/classifier.ts'
import type { Result } from '../problem/problem.ts'

/** A loaded model and the id of its version. */
export interface AnsweringModel {
  readonly classifier: Classifier
  readonly modelVersionId: string
}

/** The models that classify at present. Work that began with a model finishes with it, even if another one is promoted meanwhile. */
export interface AnsweringModels {
  /**
   * Runs `work` with the active model and the summary model, which also has to classify new mentions. The latter is null if both are the same.
   * Fails with `UNAVAILABLE` if the active model cannot be loaded.
   */
  withCurrent<T>(work: (active: AnsweringModel, summary: AnsweringModel | null) => Promise<T>): Promise<Result<T>>
  /** Runs `work` with the classifier of a version (`name@12hex`); null is the active one. */
  withVersion<T>(version: string | null, work: (classifier: Classifier) => Promise<T>): Promise<Result<T>>
  /** Reads again which versions are in use, after the database has rejected the current ones. */
  refresh(): Promise<void>
}
