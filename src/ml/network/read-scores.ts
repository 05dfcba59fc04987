import type { Label } from '../../labels.ts'
import type { Scores } from './classifier.ts'
import { unpackLanguage } from './language-code.ts'
import type { ModelManifest } from './manifest.ts'
import type { Model } from './model.ts'
import type { Readings, RoutedReadings } from './read-texts.ts'

/** Turns the arrays of a thread with one network into scores with our labels. */
export function createScoreReader({
  labels,
  uncertainBelow,
  preprocessing,
}: ModelManifest): (readings: Readings) => Scores[] {
  const readRow = createRowReader({ labels, uncertainBelow, preprocessing })
  return readings => Array.from({ length: readings.truncations.length }, (_, row) => readRow(readings, row))
}

/** The same for a model with several networks. Each mention is judged by the thresholds of the network that read it. */
export function createRoutedScoreReader({ manifest, others }: Model): (readings: RoutedReadings) => Scores[] {
  const readers = [manifest, ...[...(others?.values() ?? [])].map(other => other.manifest)].map(createRowReader)
  return readings =>
    Array.from(readings.networks, (network, row) => {
      const scores = (readers[network] as RowReader)(readings, row)
      const language = unpackLanguage(readings.languages[row] ?? 0)
      if (readings.unsupported[row] !== 1) return { ...scores, language }
      return { ...scores, language, isUncertain: true, unreadReason: 'UNSUPPORTED_LANGUAGE' }
    })
}

type RowReader = (readings: Readings, row: number) => Scores

function createRowReader({
  labels,
  uncertainBelow,
  preprocessing,
}: Pick<ModelManifest, 'labels' | 'uncertainBelow' | 'preprocessing'>): RowReader {
  const { unreadableFrom = 1, nameFinder } = preprocessing.kind === 'tweet-words' ? preprocessing : {}
  const columns = labels.length
  const indexOf = (label: Label) => labels.indexOf(label)
  const [positive, neutral, negative, irrelevant] = [
    indexOf('POSITIVE'),
    indexOf('NEUTRAL'),
    indexOf('NEGATIVE'),
    indexOf('IRRELEVANT'),
  ]

  /**
   * Float32 probabilities sum to 1 only within 1e-7. Divided by their sum in double precision, they sum to 1 within
   * 1e-16.
   */
  return function readRow({ probabilities, unknownTokenShares, truncations, absences }: Readings, row: number): Scores {
    const given = probabilities.subarray(row * columns, (row + 1) * columns)
    let total = 0
    let best = 0
    for (let column = 0; column < columns; column++) {
      const probability = given[column] ?? 0
      total += probability
      if (probability > (given[best] ?? 0)) best = column
    }
    // A label that the model was not trained on has no column.
    const share = (column: number) => (given[column] ?? 0) / total
    const confidence = share(best)
    const unknownTokenShare = unknownTokenShares[row] ?? 1
    return {
      label: labels[best] as Label,
      confidence,
      probabilities: {
        positive: share(positive),
        neutral: share(neutral),
        negative: share(negative),
        irrelevant: share(irrelevant),
      },
      // The network's confidence is meaningless for a text without known words, or one that does not name the entity.
      isUncertain:
        unknownTokenShare >= unreadableFrom ||
        (nameFinder !== undefined && absences[row] === 1) ||
        (uncertainBelow !== null && confidence < uncertainBelow),
      isTruncated: truncations[row] === 1,
      unknownTokenShare,
      language: null,
      unreadReason: unknownTokenShare >= 1 ? 'UNREADABLE' : null,
    }
  }
}
