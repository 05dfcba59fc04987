import { formatShare } from './format-number.ts'

interface Judged {
  readonly confidence: number
  readonly isUncertain: boolean
  readonly isTruncated: boolean
  readonly unknownTokenShare: number
}

/** From this share on, what the model does not know is worth a word. */
const MANY_UNKNOWN = 0.3

/** How far a label can be trusted, in words. */
export function describeCertainty({ confidence, isUncertain, isTruncated, unknownTokenShare }: Judged): string {
  return [
    isUncertain ? `uncertain, ${formatShare(confidence)} sure` : `${formatShare(confidence)} sure`,
    ...(unknownTokenShare >= MANY_UNKNOWN ? [`${formatShare(unknownTokenShare)} of the words unknown`] : []),
    ...(isTruncated ? ['only a part of it was read'] : []),
  ].join(', ')
}
