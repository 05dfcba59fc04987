import { symbol, symbolCircle, symbolCross, symbolDiamond, symbolSquare, symbolStar, symbolTriangle } from 'd3-shape'

/** Distinguish the lines of entities without colours; the shapes also where a line is a single point. */
const DASHES = ['', '7 3', '2 3', '10 3 2 3', '4 2', '1 4'] as const
const SHAPES = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar] as const
const AREA = 42

export const seriesClass = (index: number): string => `series series-${index + 1}`
export const seriesDash = (index: number): string => DASHES[index] ?? ''

/** The path of an entity's points, around the origin. */
export const seriesShape = (index: number): string => symbol(SHAPES[index] ?? symbolCircle, AREA)() ?? ''

/** A short piece of an entity's line with a point, for the legend. */
export function SeriesMark({ index }: { readonly index: number }) {
  return (
    <svg width="26" height="12" aria-hidden="true" className={seriesClass(index)}>
      <line className="series-line" x1="1" x2="25" y1="6" y2="6" strokeDasharray={seriesDash(index)} />
      <path className="series-point" d={seriesShape(index)} transform="translate(13 6)" />
    </svg>
  )
}
