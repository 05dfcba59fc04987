import { diagonal, type Matrix } from './matrix.ts'
import { STRATA } from './strata.ts'

/**
 * How a model version errs, measured on labelled tweets of sources that it was not trained on.
 *
 * The true labels of the tweets in stratum k about entity e are independent draws with the shares pi(k), and
 * pi(k) ~ Dirichlet(concentration * softmax(log base(k) + u)). The shift u of the entity, one number for each label other
 * than NEUTRAL, is the sum of a shift of the source of its tweets and a shift of its own. Both have mean 0. Their sum has
 * a multivariate t distribution with `DEGREES_OF_FREEDOM`, because a source that was never seen may be unlike all others.
 */
export interface ErrorModel {
  /** Shares of the true labels in each stratum, in the order of `LABELS`. Each row is positive and sums to 1. */
  readonly base: readonly (readonly number[])[]
  /** How much a stratum of one entity follows its expected shares: the weight of that many labelled tweets. */
  readonly concentration: number
  /** Covariance of the shift that all entities of a source share, in the order POSITIVE, NEGATIVE, IRRELEVANT. */
  readonly betweenSources: Matrix
  /** Covariance of an entity's own shift. */
  readonly betweenEntities: Matrix
}

/** Of the t distribution of an entity's shift. */
export const DEGREES_OF_FREEDOM = 5

/** For a version whose errors nobody measured: any share of labels is possible, so only labels narrow an interval. */
export const UNKNOWN_ERRORS: ErrorModel = {
  base: STRATA.map(() => [0.25, 0.25, 0.25, 0.25]),
  concentration: 4,
  betweenSources: diagonal(4, 4, 4),
  betweenEntities: diagonal(2, 2, 2),
}
