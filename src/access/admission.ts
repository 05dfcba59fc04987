import type { Config } from '../config.ts'
import { UsageError } from '../problem/problem.ts'
import { FULL_GRANT, type Grant } from '../scopes.ts'
import { isUnavailable, unavailableMessage } from '../storage/connection-failure.ts'
import type { Log, Storage } from '../storage/storage.ts'
import { countFailedAttempts } from './failed-attempts.ts'
import { isLoopback } from './is-loopback.ts'
import { type KeyRing, type KnownKey, openKeyRing } from './key-ring.ts'
import { prefixOf } from './key-text.ts'
import { createAccessKeys } from './service.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { openTokens, type Tokens } from './tokens.ts'

/** Why a client is not admitted. */
export interface Refusal {
  readonly kind: 'MISSING' | 'INVALID' | 'THROTTLED' | 'UNAVAILABLE'
  /** One sentence for the client. */
  readonly message: string
  readonly retryAfterSeconds: number | null
}

type Admitted = { readonly ok: true; readonly grant: Grant } | { readonly ok: false; readonly refusal: Refusal }

/** What a client has sent; null without it. */
interface Credentials {
  readonly key: string | null
  /** The cookie of a browser that is signed in. It counts without a key. */
  readonly session: string | null
}

/** Decides who may use the server. */
export interface Admission {
  readonly needsKey: boolean
  admit(credentials: Credentials, address: string): Admitted | Promise<Admitted>
  /** Of browsers. */
  readonly sessions: Pick<Sessions, 'open' | 'end'>
  close(): Promise<void>
}

export interface AdmissionOptions {
  readonly config: Pick<Config, 'auth' | 'host' | 'tokens'>
  readonly storage: Pick<Storage, 'pool' | 'listen' | 'now'>
  readonly log: Log
  /** Unknown keys that an address may send in a minute. */
  readonly maxFailures?: number
}

/** Throws a `UsageError` if the server would be open to other machines without a decision of its operator. */
export async function openAdmission({ config, storage, log, maxFailures }: AdmissionOptions): Promise<Admission> {
  const { auth, host } = config
  if (auth === 'open' || (auth === null && isLoopback(host))) {
    const admit = () => ({ ok: true, grant: FULL_GRANT }) as const
    return { needsKey: false, admit, sessions: createSessions(storage), close: async () => {} }
  }
  const tokens = config.tokens === null ? null : openTokens(config.tokens, storage.now)
  if (tokens === null && !(await createAccessKeys(storage.pool, storage.now).hasValid())) {
    if (auth === null) throw new UsageError(noKeyFor(host))
    log(`No valid key exists, so every request is refused. ${CREATE_ONE}`)
  }
  const sessions = createSessions(storage)
  return admissionByKey({ ring: await openKeyRing(storage, sessions.forget), sessions, tokens, maxFailures })
}

const CREATE_ONE = 'Create one: `pulso keys create admin --scope ADMIN`.'

const noKeyFor = (host: string) =>
  `HOST is ${JSON.stringify(host)}, which other machines can reach, and no valid key exists. Create one with \`pulso keys create admin --scope ADMIN\`, or set PULSO_AUTH=open if every client may do everything.`

interface Known {
  readonly ring: KeyRing
  readonly sessions: Sessions
  /** Null if the operator has named no issuer. */
  readonly tokens: Tokens | null
  readonly maxFailures: number | undefined
}

function admissionByKey({ ring, sessions, tokens, maxFailures }: Known): Admission {
  const failures = countFailedAttempts(maxFailures)

  /** Valid keys are in memory and are found before the limit, so that other clients of an address do not lock them out. */
  function known(prefix: string, key: string): Admitted | null {
    const found = ring.find(prefix, key).key
    return found === null ? null : admitted(found)
  }

  async function unknown(prefix: string | null, key: string, address: string): Promise<Admitted> {
    return afterLimit(
      address,
      () => (prefix === null ? NOT_A_KEY : 'The key is unknown.'),
      async () => {
        // Only a key of the right form that no other key resembles is looked up: another process may just have created it.
        if (prefix === null || ring.find(prefix, key).isKnown) return null
        await ring.readAgain(prefix)
        return known(prefix, key)
      },
    )
  }

  function ofSession(token: string, address: string): Admitted | Promise<Admitted> {
    const key = ring.ofPrefix(sessions.known(token) ?? '')
    if (key !== null) return admitted(key)
    return afterLimit(
      address,
      () => SESSION_ENDED,
      async () => {
        const prefix = await sessions.find(token)
        const found = prefix === null ? null : ring.ofPrefix(prefix)
        return found === null ? null : admitted(found)
      },
    )
  }

  function ofToken(own: Tokens, token: string, address: string): Admitted | Promise<Admitted> {
    const grant = own.known(token)
    if (grant !== null) return { ok: true, grant }
    let reason = ''
    const check = async (): Promise<Admitted | null> => {
      const checked = await own.check(token).catch(() => null)
      if (checked === null) return refuse('UNAVAILABLE', ISSUER_AWAY, 5)
      if (typeof checked !== 'string') return { ok: true, grant: checked }
      reason = checked
      return null
    }
    return afterLimit(address, () => reason, check)
  }

  /** Looks something up unless the address has failed too often. A null is a failure. */
  async function afterLimit(
    address: string,
    failure: () => string,
    lookUp: () => Promise<Admitted | null>,
  ): Promise<Admitted> {
    const seconds = await failures.waitSeconds(address)
    if (seconds > 0) {
      return refuse('THROTTLED', `Too many unknown keys came from this address; try again in ${seconds} s.`, seconds)
    }
    try {
      const found = await lookUp()
      if (found !== null) return found
    } catch (error) {
      if (!isUnavailable(error)) throw error
      return refuse('UNAVAILABLE', unavailableMessage(error), 5)
    }
    await failures.add(address)
    return refuse('INVALID', failure())
  }

  return {
    needsKey: true,
    sessions,
    admit({ key, session }, address) {
      if (key === null) return session === null ? refuse('MISSING', NO_KEY) : ofSession(session, address)
      if (tokens !== null && IS_TOKEN.test(key)) return ofToken(tokens, key, address)
      const prefix = prefixOf(key)
      return (prefix === null ? null : known(prefix, key)) ?? unknown(prefix, key, address)
    },
    close: ring.close,
  }
}

function admitted(key: KnownKey): Admitted {
  const ended = key.endedBecause()
  return ended === null ? { ok: true, grant: key.use() } : refuse('INVALID', ended)
}

/** Three parts of base64url. */
const IS_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/
const ISSUER_AWAY = 'The keys of the issuer of tokens cannot be read at the moment; try again shortly.'
const SESSION_ENDED = 'The session has ended; sign in again.'
const NO_KEY = 'This server needs a key: send it as Authorization: Bearer KEY, or as X-Api-Key: KEY.'
const NOT_A_KEY = 'This is not a key of this server, or it has a typing error; keys begin with pulso_.'

const refuse = (kind: Refusal['kind'], message: string, retryAfterSeconds: number | null = null): Admitted => ({
  ok: false,
  refusal: { kind, message, retryAfterSeconds },
})
