import { formatShare } from './format-number.ts'

interface Judged {
  readonly unreadReason: 'UNREADABLE' | 'UNSUPPORTED_LANGUAGE' | null
  readonly confidence: number
  readonly isUncertain: boolean
  readonly isTruncated: boolean
  readonly unknownTokenShare: number
}

/** From this share on, unknown words are mentioned. */
const MANY_UNKNOWN = 0.3

const NO_OPINION = {
  UNREADABLE: 'no opinion: the model knows no word of it',
  UNSUPPORTED_LANGUAGE: 'no opinion: the model does not read its language',
} as const

/** How certain a label is, in words; or why the answer is no opinion. */
export function describeCertainty({
  unreadReason,
  confidence,
  isUncertain,
  isTruncated,
  unknownTokenShare,
}: Judged): string {
  if (unreadReason !== null) return NO_OPINION[unreadReason]
  return [
    isUncertain ? `uncertain, ${formatShare(confidence)} confident` : `${formatShare(confidence)} confident`,
    ...(unknownTokenShare >= MANY_UNKNOWN ? [`${formatShare(unknownTokenShare)} of the words unknown`] : []),
    ...(isTruncated ? ['only the first part was read'] : []),
  ].join(', ')
}
