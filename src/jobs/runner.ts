/** Whoever works on a job. It holds it by a lease that it must renew, so that a job whose runner was killed is soon free again. */
export interface Runner {
  readonly id: string
  /** How long it may be silent before another takes its job over. */
  readonly leaseMs: number
}

/** The job has ended, or another runner took it over: nothing more may be written for it here. */
export class LostJobError extends Error {
  constructor() {
    super('The job is no longer run here.')
    this.name = 'LostJobError'
  }
}
