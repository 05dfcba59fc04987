/** Evenly spaced indexes below `count`, at least `minGap` apart if all are spread over `width`. */
export function tickIndexes(count: number, width: number, minGap: number): number[] {
  if (count === 0 || width <= 0) return []
  const most = Math.max(1, Math.floor(width / minGap))
  const step = Math.ceil(count / most)
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step)
}
