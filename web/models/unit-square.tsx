import { scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'

const SIZE = 300
const MARGIN = { left: 54, right: 10, top: 8, bottom: 40 } as const
const TICKS = [0, 0.25, 0.5, 0.75, 1] as const

export interface SquareScale {
  readonly x: (value: number) => number
  readonly y: (value: number) => number
}

const scale: SquareScale = {
  x: scaleLinear([0, 1], [MARGIN.left, SIZE - MARGIN.right]),
  y: scaleLinear([0, 1], [SIZE - MARGIN.bottom, MARGIN.top]),
}

/** Plots two shares. `summary` is for screen readers; a table beside the plot has the figures. */
export function UnitSquare({
  xTitle,
  yTitle,
  summary,
  children,
}: {
  readonly xTitle: string
  readonly yTitle: string
  readonly summary: string
  readonly children: (scale: SquareScale) => ReactNode
}) {
  return (
    <svg className="unit-square" viewBox={`0 0 ${SIZE} ${SIZE}`} role="img" aria-label={summary}>
      {TICKS.map(tick => (
        <g key={tick}>
          <line className="trend-grid" x1={scale.x(0)} x2={scale.x(1)} y1={scale.y(tick)} y2={scale.y(tick)} />
          <text className="trend-tick" x={MARGIN.left - 7} y={scale.y(tick)} dy="0.32em" textAnchor="end">
            {tick}
          </text>
          <text className="trend-tick" x={scale.x(tick)} y={SIZE - MARGIN.bottom + 16} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      <text className="trend-tick" x={(scale.x(0) + scale.x(1)) / 2} y={SIZE - 6} textAnchor="middle">
        {xTitle}
      </text>
      <text
        className="trend-tick"
        transform={`translate(10 ${(scale.y(0) + scale.y(1)) / 2}) rotate(-90)`}
        textAnchor="middle"
      >
        {yTitle}
      </text>
      {children(scale)}
    </svg>
  )
}
