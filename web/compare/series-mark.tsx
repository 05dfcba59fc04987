/** Distinguish the lines of entities without colours. */
const DASHES = ['', '7 3', '2 3', '10 3 2 3', '4 2', '1 4'] as const

export const seriesClass = (index: number): string => `series series-${index + 1}`
export const seriesDash = (index: number): string => DASHES[index] ?? ''

/** A short piece of an entity's line, for the legend. */
export function SeriesMark({ index }: { readonly index: number }) {
  return (
    <svg width="26" height="10" aria-hidden="true" className={seriesClass(index)}>
      <line className="series-line" x1="1" x2="25" y1="5" y2="5" strokeDasharray={seriesDash(index)} />
    </svg>
  )
}
