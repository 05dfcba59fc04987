import { formatShare } from './format-number.ts'

interface Judged {
  readonly confidence: number
  readonly isUncertain: boolean
  readonly isTruncated: boolean
  readonly unknownTokenShare: number
}

/** From this share on, unknown words are mentioned. */
const MANY_UNKNOWN = 0.3

/** How certain a label is, in words. */
export function describeCertainty({ confidence, isUncertain, isTruncated, unknownTokenShare }: Judged): string {
  return [
    isUncertain ? `uncertain, ${formatShare(confidence)} confident` : `${formatShare(confidence)} confident`,
    ...(unknownTokenShare >= MANY_UNKNOWN ? [`${formatShare(unknownTokenShare)} of the words unknown`] : []),
    ...(isTruncated ? ['only the first part was read'] : []),
  ].join(', ')
}
