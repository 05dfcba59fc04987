import { scaleBand, scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import { known } from '../numbers/estimate.ts'
import { stackLabels } from './label-counts.ts'
import type { Label } from './labels.ts'
import { sentimentDomain } from './sentiment-domain.ts'
import type { TrendBucket } from './trend-bucket.ts'

export const MARGIN = { left: 44, right: 8 } as const
/** The titles of both axes are above them, clear of the numbers. */
export const SENTIMENT_TOP = 28
const SENTIMENT_HEIGHT = 140
export const VOLUME_TOP = SENTIMENT_TOP + SENTIMENT_HEIGHT + 44
const VOLUME_HEIGHT = 120
export const AXIS_TOP = VOLUME_TOP + VOLUME_HEIGHT
export const HEIGHT = AXIS_TOP + 26

interface Bar {
  readonly label: Label
  readonly y: number
  readonly height: number
}

/** Positions of everything in a trend, in pixels of a drawing that is `width` wide. */
export function layOutTrend(buckets: readonly TrendBucket[], width: number) {
  const x = scaleBand(
    buckets.map((_, index) => index),
    [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)],
  ).paddingInner(buckets.length > 1 ? 0.18 : 0)
  const ends = buckets.flatMap(({ netSentiment: { low, high } }) => (low === null || high === null ? [] : [low, high]))
  const sentiment = scaleLinear(sentimentDomain(ends), [SENTIMENT_TOP + SENTIMENT_HEIGHT, SENTIMENT_TOP]).nice(4)
  const highest = Math.max(1, ...buckets.map(({ counts }) => counts.total))
  const volume = scaleLinear([0, highest], [VOLUME_TOP + VOLUME_HEIGHT, VOLUME_TOP]).nice(3)
  const leftOf = (index: number) => x(index) ?? MARGIN.left
  const points = buckets.map(({ netSentiment }, index) => ({
    x: leftOf(index) + x.bandwidth() / 2,
    measured: known(netSentiment),
  }))
  const isMeasured = ({ measured }: (typeof points)[number]) => measured !== null

  return {
    bandwidth: x.bandwidth(),
    leftOf,
    sentiment,
    sentimentTicks: sentiment.ticks(4),
    volume,
    volumeTicks: volume.ticks(3).filter(Number.isInteger),
    points,
    /** Interrupted at buckets without opinions, where a line would be made up. */
    line:
      line<(typeof points)[number]>()
        .defined(isMeasured)
        .x(point => point.x)
        .y(({ measured }) => sentiment(measured?.value ?? 0))(points) ?? '',
    band:
      area<(typeof points)[number]>()
        .defined(isMeasured)
        .x(point => point.x)
        .y0(({ measured }) => sentiment(measured?.low ?? 0))
        .y1(({ measured }) => sentiment(measured?.high ?? 0))(points) ?? '',
    bars: buckets.map(({ counts }): Bar[] =>
      stackLabels(counts)
        .filter(({ count }) => count > 0)
        .map(({ label, start, share }) => {
          const top = volume((start + share) * counts.total)
          return { label, y: top, height: volume(start * counts.total) - top }
        }),
    ),
  }
}
