/** Probabilities of a row's possible labels, and its actual one. */
export interface Calibrated {
  readonly probabilities: readonly number[]
  readonly label: number
}

/**
 * Fits the temperature that divides log-probabilities: the one with the lowest log-loss on rows that were not trained
 * on, by golden-section search between 0.3 and 3 (Guo et al. 2017, "On calibration of modern neural networks"). 1
 * without rows.
 */
export function fitTemperature(rows: readonly Calibrated[]): number {
  if (rows.length === 0) return 1
  const logs = rows.map(({ probabilities, label }) => ({
    logits: probabilities.map(p => Math.log(Math.max(p, 1e-9))),
    label,
  }))
  const loss = (temperature: number) =>
    logs.reduce((sum, { logits, label }) => {
      const scaled = logits.map(logit => logit / temperature)
      const largest = Math.max(...scaled)
      return sum + largest + Math.log(scaled.reduce((s, x) => s + Math.exp(x - largest), 0)) - (scaled[label] as number)
    }, 0)
  const ratio = (Math.sqrt(5) - 1) / 2
  let [low, high] = [0.3, 3]
  for (let step = 0; step < 40; step++) {
    const a = high - ratio * (high - low)
    const b = low + ratio * (high - low)
    if (loss(a) < loss(b)) high = b
    else low = a
  }
  return (low + high) / 2
}
