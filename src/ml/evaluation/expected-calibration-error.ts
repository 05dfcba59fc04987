import type { CalibrationBin } from './calibration-bins.ts'

/** Distance between confidence and accuracy, averaged over the bins by their rows (Naeini et al. 2015): 0 to 1; 0 without rows. */
export function expectedCalibrationError(bins: readonly CalibrationBin[]): number {
  const rows = bins.reduce((sum, { count }) => sum + count, 0)
  return bins.reduce(
    (sum, { count, meanConfidence, accuracy }) =>
      meanConfidence === null || accuracy === null ? sum : sum + (count / rows) * Math.abs(accuracy - meanConfidence),
    0,
  )
}
