import { isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Enough for a person with several old keys, and far too few to guess one. */
const MAX_FAILURES = 20
const PER_SECONDS = 60

/** Counts unknown keys by the address of their client, in this process. */
export interface FailedAttempts {
  /** Seconds until the address may try another key; 0 if now. */
  waitSeconds(address: string): Promise<number>
  add(address: string): Promise<void>
}

export function countFailedAttempts(maxFailures = MAX_FAILURES): FailedAttempts {
  const limiter = new RateLimiterMemory({ points: maxFailures, duration: PER_SECONDS })
  return {
    async waitSeconds(address) {
      const state = await limiter.get(networkOf(address))
      return state === null || state.remainingPoints > 0 ? 0 : Math.max(1, Math.ceil(state.msBeforeNext / 1000))
    },
    async add(address) {
      await limiter.consume(networkOf(address)).catch((error: unknown) => {
        if (!(error instanceof RateLimiterRes)) throw error
      })
    },
  }
}

/** A client of IPv6 usually has all addresses of a /64 network. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':')
}
