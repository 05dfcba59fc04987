import type { Scores } from '../ml/network/classifier.ts'

/** A result in one line, for people. */
export const shownLabel = ({
  label,
  entity,
  confidence,
}: Pick<Scores, 'label' | 'confidence'> & { readonly entity: string | null }): string =>
  `${label} ${entity === null ? 'as a whole' : `about ${entity}`}, confidence ${percent(confidence)}`

export const percent = (share: number) => `${(share * 100).toFixed(1)}%`
