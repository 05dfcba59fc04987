/** target += factor x source, in place. */
export function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] as number) + factor * (source[at] as number)
}
