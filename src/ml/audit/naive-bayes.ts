import type { Label } from '../../labels.ts'

/** A text to learn from, or to predict the label of. */
export interface BayesText {
  /** Lower-case words, separated by single spaces. */
  readonly words: string
  /** Key of the entity; null without one. */
  readonly entity: string | null
}

/** Hash bits that distinguish features. */
const BUCKETS = 2 ** 20

/**
 * Multinomial naive Bayes of words, pairs of adjacent words and the entity, with add-one smoothing (Manning, Raghavan
 * and Schütze 2008, "Introduction to Information Retrieval", section 13.2). Trained in one pass, so that an audit has a
 * model that learns from the training part, in seconds. Deterministic.
 */
export function trainNaiveBayes(
  texts: readonly (BayesText & { readonly label: Label })[],
  labels: readonly Label[],
): (text: BayesText) => Label | null {
  const counts = labels.map(() => new Float64Array(BUCKETS))
  const rows = new Float64Array(labels.length)
  const totals = new Float64Array(labels.length)
  const seen = new Uint8Array(BUCKETS)
  for (const text of texts) {
    const label = labels.indexOf(text.label)
    const count = counts[label]
    if (count === undefined) continue
    rows[label] = (rows[label] as number) + 1
    for (const feature of featuresOf(text)) {
      count[feature] = (count[feature] as number) + 1
      totals[label] = (totals[label] as number) + 1
      seen[feature] = 1
    }
  }
  const known = seen.reduce((sum, one) => sum + one, 0)
  const all = rows.reduce((sum, count) => sum + count, 0)
  if (all === 0) return () => null
  return text => {
    // A feature that training never had says nothing about any label.
    const features = featuresOf(text).filter(feature => seen[feature] === 1)
    let [best, bestScore] = [-1, Number.NEGATIVE_INFINITY]
    for (let label = 0; label < labels.length; label++) {
      const count = counts[label] as Float64Array
      const total = (totals[label] as number) + known
      const prior = Math.log((rows[label] as number) / all)
      const score = features.reduce((sum, feature) => sum + Math.log(((count[feature] as number) + 1) / total), prior)
      if (score > bestScore) [best, bestScore] = [label, score]
    }
    return labels[best] ?? null
  }
}

function featuresOf({ words, entity }: BayesText): number[] {
  const list = words === '' ? [] : words.split(' ')
  const features = list.map(word => bucketOf(`w ${word}`))
  for (let at = 1; at < list.length; at++) features.push(bucketOf(`p ${list[at - 1]} ${list[at]}`))
  if (entity !== null) features.push(bucketOf(`e ${entity}`))
  return features
}

/** FNV-1a over UTF-16 units. */
function bucketOf(feature: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS
}
