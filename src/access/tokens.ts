import { readFileSync } from 'node:fs'
import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { TokenConfig } from '../config.ts'
import { UsageError } from '../problem/problem.ts'
import { type Grant, SCOPES, type Scope } from '../scopes.ts'

/** Signatures that need no shared secret. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
const CLOCK_TOLERANCE_S = 30
/** A known token is checked again after this time, so that a withdrawn key of the issuer takes effect. */
const KNOWN_FOR_MS = 60_000
const MAX_KNOWN = 1_000
const MAX_SUBJECT_LENGTH = 200
const MAX_TIMER_MS = 2 ** 31 - 1

/** Tokens (JWT) that another service has signed, such as an OpenID provider. */
export interface Tokens {
  /** A token that was checked within the last minute; null for another one. */
  known(token: string): Grant | null
  /** The grant, or a sentence why the token is refused. Throws if the keys of the issuer cannot be read. */
  check(token: string): Promise<Grant | string>
}

interface KnownToken {
  readonly grant: Grant
  readonly knownUntil: number
}

/** Throws a `UsageError` if a file of keys cannot be read. */
export function openTokens(config: TokenConfig, now: () => Date): Tokens {
  const keys = openKeys(config.keys)
  const known = new Map<string, KnownToken>()
  return {
    known(token) {
      const found = known.get(token)
      return found !== undefined && found.knownUntil > now().getTime() ? found.grant : null
    },
    async check(token) {
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer: config.issuer,
          audience: config.audience,
          algorithms: ALGORITHMS,
          requiredClaims: ['exp', 'sub'],
          clockTolerance: CLOCK_TOLERANCE_S,
          currentDate: now(),
        })
        const { sub = '', exp = 0 } = payload
        const endsAt = (exp + CLOCK_TOLERANCE_S) * 1000
        const grant = grantOf(sub, scopesIn(payload, config.scopeClaim), endsAt, now)
        if (known.size >= MAX_KNOWN) known.clear()
        known.set(token, { grant, knownUntil: Math.min(endsAt, now().getTime() + KNOWN_FOR_MS) })
        return grant
      } catch (error) {
        const reason = refusalOf(error)
        if (reason === null) throw error
        return reason
      }
    },
  }
}

function openKeys(source: string): JWTVerifyGetKey {
  if (/^https?:\/\//.test(source)) return createRemoteJWKSet(new URL(source))
  try {
    return createLocalJWKSet(JSON.parse(readFileSync(source, 'utf8')))
  } catch (error) {
    throw new UsageError(
      `PULSO_TOKEN_KEYS names ${JSON.stringify(source)}, which is no readable JSON Web Key Set: ${(error as Error).message.split('\n')[0]}.`,
    )
  }
}

/** The scopes in a claim: a list, or a text with spaces; `pulso:read` and `READ` mean the same. Others are ignored. */
function scopesIn(payload: JWTPayload, claim: string): ReadonlySet<Scope> {
  const given = payload[claim]
  const words = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? given.split(/\s+/) : []
  const names = new Set(words.map(word => word.replace(/^pulso[:.]/i, '').toUpperCase()))
  return new Set(SCOPES.filter(scope => names.has(scope)))
}

/** Ends with the token: no notice tells of an earlier end. */
const grantOf = (subject: string, scopes: ReadonlySet<Scope>, endsAt: number, now: () => Date): Grant => ({
  keyId: null,
  subject: subject.replaceAll('\0', '').slice(0, MAX_SUBJECT_LENGTH),
  scopes,
  onEnd(end) {
    const restMs = Math.max(0, endsAt - now().getTime())
    const timer = setTimeout(() => end('The token has expired.'), Math.min(restMs, MAX_TIMER_MS))
    timer.unref()
    return () => clearTimeout(timer)
  },
})

/** Null if the keys of the issuer are at fault, and not the token. */
function refusalOf(error: unknown): string | null {
  if (error instanceof errors.JWTExpired) return 'The token has expired.'
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `The claim ${error.claim} of the token is missing or not the expected one.`
  }
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) return null
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') {
    return 'The token is not signed by a key of the issuer, or has another form.'
  }
  return null
}
