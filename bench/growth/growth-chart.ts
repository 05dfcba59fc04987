import type { Growth } from './run-growth.ts'

const [WIDTH, HEIGHT] = [760, 420]
const PLOT = { left: 60, right: 600, top: 20, bottom: 370 }
/** Distinguishable with colour blindness (Okabe and Ito 2008). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000']

/** Draws milliseconds over stored tweets, both logarithmic, as an SVG: a constant cost is a flat line. */
export function growthChart(growth: Growth): string {
  const sizes = [...new Set(growth.map(({ stored }) => stored))]
  const decadesX = decades(sizes)
  const decadesY = decades(growth.map(({ medianMs }) => medianMs))
  const x = (stored: number) => position(stored, decadesX, PLOT.left, PLOT.right)
  const y = (ms: number) => position(ms, decadesY, PLOT.bottom, PLOT.top)
  const questions = [...new Set(growth.map(({ question }) => question))]
  const ends = labelPositions(
    questions.map(question => y(growth.findLast(measured => measured.question === question)?.medianMs ?? 1)),
  )
  const lines = questions.map((question, index) => {
    const points = growth.filter(measured => measured.question === question)
    const colour = COLOURS[index % COLOURS.length]
    const path = points.map(({ stored, medianMs }) => `${x(stored).toFixed(1)},${y(medianMs).toFixed(1)}`)
    return [
      `<polyline points="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...path.map(point => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="${colour}"/>`),
      `<text x="${PLOT.right + 10}" y="${(ends[index] ?? 0).toFixed(1)}" fill="${colour}">${question}</text>`,
    ].join('')
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    '<title>Milliseconds per query over stored tweets</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...powers(decadesX).map(
      value =>
        `<line x1="${x(value)}" x2="${x(value)}" y1="${PLOT.top}" y2="${PLOT.bottom}" stroke="#ddd"/><text x="${x(value)}" y="${PLOT.bottom + 18}" text-anchor="middle" fill="#444">${value.toLocaleString('en')}</text>`,
    ),
    ...powers(decadesY).map(
      value =>
        `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/><text x="${PLOT.left - 8}" y="${y(value) + 4}" text-anchor="end" fill="#444">${value} ms</text>`,
    ),
    ...lines,
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 40}" text-anchor="middle" fill="#444">stored tweets</text>`,
    '</svg>\n',
  ].join('\n')
}

type Decades = readonly [low: number, high: number]

const decades = (values: readonly number[]): Decades => {
  const low = Math.floor(Math.log10(Math.min(...values)))
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))]
}

const powers = ([low, high]: Decades) => Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at))

const position = (value: number, [low, high]: Decades, start: number, end: number) =>
  start + ((Math.log10(value) - low) / (high - low)) * (end - start)

/** Moves the labels of lines that end close to each other apart. */
function labelPositions(ends: readonly number[]): readonly number[] {
  const positions = [...ends]
  let least = 0
  for (const index of ends.map((_, at) => at).sort((a, b) => (ends[a] ?? 0) - (ends[b] ?? 0))) {
    positions[index] = Math.max((ends[index] ?? 0) + 4, least)
    least = (positions[index] ?? 0) + 16
  }
  return positions
}
