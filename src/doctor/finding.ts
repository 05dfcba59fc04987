/** What one check of a set-up found. */
export interface Finding {
  /** The subject in one or two words. */
  readonly check: string
  /** A fault loses data or keeps Pulso from working; a warning may do so later. */
  readonly severity: 'ok' | 'warning' | 'fault'
  /** One sentence with the measured values. */
  readonly finding: string
  /** What to do about it, in one sentence; null if nothing. */
  readonly advice: string | null
}

export const ok = (check: string, finding: string): Finding => ({ check, severity: 'ok', finding, advice: null })

export const warning = (check: string, finding: string, advice: string): Finding => ({
  check,
  severity: 'warning',
  finding,
  advice,
})

export const fault = (check: string, finding: string, advice: string): Finding => ({
  check,
  severity: 'fault',
  finding,
  advice,
})
