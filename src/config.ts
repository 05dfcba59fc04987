import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type Batching, LARGEST_BATCH } from './ml/network/batcher.ts'
import { UsageError } from './problem/problem.ts'

/** The models that come with Pulso, one directory each. The path is the same from `src/` and from `dist/`. */
export const MODELS_DIRECTORY = fileURLToPath(new URL('../models/', import.meta.url))

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'])
    .default(fallback ? 'true' : 'false')
    .transform(value => value === 'true' || value === '1')

/** Items between commas; none for a value that is not set. */
const list = (item: RegExp) =>
  z
    .string()
    .default('')
    .transform(value =>
      value
        .split(',')
        .map(part => part.trim())
        .filter(part => part !== ''),
    )
    .refine(items => items.every(part => item.test(part)))

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine(port => port <= 65_535)
    .default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .refine(url => /^postgres(ql)?:\/\/./.test(url))
    .optional(),
  PULSO_DATA_DIR: z.string().min(1).optional(),
  PULSO_MODELS: z.string().min(1).optional(),
  PULSO_INFERENCE_THREADS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .optional(),
  PULSO_INFERENCE_BATCH: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .transform(Number)
    .default(LARGEST_BATCH),
  PULSO_INFERENCE_WAIT_MS: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .default(0),
  PULSO_MAX_UPLOAD_MIB: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .default(1024),
  PULSO_RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .optional(),
  PULSO_ALLOWED_HOSTS: list(/^[\w.-]+$|^\[[0-9a-f:.]+\]$/i),
  PULSO_CORS_ORIGINS: list(/^\*$|^https?:\/\/[^/?#\s]+$/i),
  PULSO_AUTH: z.enum(['open', 'keys']).optional(),
  PULSO_TOKEN_ISSUER: z.string().optional(),
  PULSO_TOKEN_AUDIENCE: z.string().optional(),
  PULSO_TOKEN_KEYS: z.string().optional(),
  PULSO_TOKEN_SCOPE_CLAIM: z.string().default('scope'),
  PULSO_INTROSPECTION: flag(true),
  PULSO_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
})

const EXPECTED: Record<keyof z.input<typeof environmentSchema>, string> = {
  PORT: 'a TCP port from 0 to 65535, such as 4000 (0 picks a free one)',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  DATABASE_URL:
    'a PostgreSQL URL, such as postgresql://user:password@host:5432/pulso; leave it unset to use the embedded database',
  PULSO_DATA_DIR: 'a directory for the embedded database and for uploads, such as /var/lib/pulso',
  PULSO_MODELS: 'a directory that contains model directories, such as /var/lib/pulso/models',
  PULSO_INFERENCE_THREADS: 'a number of threads from 1 to 999',
  PULSO_INFERENCE_BATCH: 'a number of tweets from 1 to 9999',
  PULSO_INFERENCE_WAIT_MS: 'a number of milliseconds from 0 to 9999',
  PULSO_MAX_UPLOAD_MIB: 'a number of MiB from 1 to 999999',
  PULSO_RETENTION_DAYS: 'a number of days from 1 to 99999; leave it unset to keep all tweets',
  PULSO_ALLOWED_HOSTS: 'host names without ports, separated by commas, such as pulso.example.com',
  PULSO_CORS_ORIGINS:
    'origins separated by commas, such as https://app.example.com,http://localhost:5173, or * for all',
  PULSO_AUTH: 'open or keys; leave it unset to need keys only if HOST is not a loopback address',
  PULSO_TOKEN_ISSUER: 'the claim iss of accepted tokens, such as https://login.example.com/',
  PULSO_TOKEN_AUDIENCE: 'the claim aud of accepted tokens, such as pulso',
  PULSO_TOKEN_KEYS: 'the JSON Web Key Set of the issuer: a URL or a file',
  PULSO_TOKEN_SCOPE_CLAIM: 'the name of a claim, such as scope',
  PULSO_INTROSPECTION: 'true or false',
  PULSO_LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
}

/** The tokens of another service that are accepted beside keys. */
export interface TokenConfig {
  readonly issuer: string
  readonly audience: string
  /** URL or path of a JSON Web Key Set. */
  readonly keys: string
  readonly scopeClaim: string
}

/** The parsed environment, passed to everything that needs it. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Null selects the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /**
   * Directory of the embedded PostgreSQL and of uploads. Null selects `.pulso/` in the checkout; as root, `storage/`
   * may choose a system directory.
   */
  readonly dataDirectory: string | null
  /**
   * Directories of models. The operator's own directory comes first, so that its models take precedence over bundled
   * ones.
   */
  readonly modelDirectories: readonly string[]
  /** Null uses one thread per available core. */
  readonly inferenceThreads: number | null
  readonly batching: Batching
  /** Largest size of an uploaded file as it is sent, compressed or not. */
  readonly maxUploadBytes: number
  /** Older tweets are deleted. Null keeps all. */
  readonly retentionDays: number | null
  /** Names by which requests may address the server, besides those of this machine. */
  readonly allowedHosts: readonly string[]
  /** Origins whose pages may use the API; `*` stands for all. */
  readonly corsOrigins: readonly string[]
  /** Whether clients need keys. Null: only if `host` can be reached by other machines. */
  readonly auth: 'open' | 'keys' | null
  readonly tokens: TokenConfig | null
  readonly isIntrospectionEnabled: boolean
  readonly logLevel: z.output<typeof environmentSchema>['PULSO_LOG_LEVEL']
}

/**
 * Throws a `UsageError` that names the first invalid variable and gives a valid example. An empty variable counts as
 * unset.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environmentSchema.safeParse(given)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]) as keyof typeof EXPECTED
    throw new UsageError(`${name} is ${shown(name, given[name])}, but should be ${EXPECTED[name]}.`)
  }
  const env = parsed.data
  return Object.freeze({
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL ?? null,
    dataDirectory: env.PULSO_DATA_DIR ?? null,
    modelDirectories:
      env.PULSO_MODELS === undefined ? [MODELS_DIRECTORY] : [resolve(env.PULSO_MODELS), MODELS_DIRECTORY],
    inferenceThreads: env.PULSO_INFERENCE_THREADS ?? null,
    batching: { largestBatch: env.PULSO_INFERENCE_BATCH, longestWaitMs: env.PULSO_INFERENCE_WAIT_MS },
    maxUploadBytes: env.PULSO_MAX_UPLOAD_MIB * 1024 * 1024,
    retentionDays: env.PULSO_RETENTION_DAYS ?? null,
    allowedHosts: env.PULSO_ALLOWED_HOSTS,
    corsOrigins: env.PULSO_CORS_ORIGINS.map(origin => origin.toLowerCase()),
    auth: env.PULSO_AUTH ?? null,
    tokens: tokensOf(env),
    isIntrospectionEnabled: env.PULSO_INTROSPECTION,
    logLevel: env.PULSO_LOG_LEVEL,
  })
}

/** Throws a `UsageError` if only some of the settings are there. */
function tokensOf(env: z.output<typeof environmentSchema>): TokenConfig | null {
  const { PULSO_TOKEN_ISSUER: issuer, PULSO_TOKEN_AUDIENCE: audience, PULSO_TOKEN_KEYS: keys } = env
  if (issuer === undefined && audience === undefined && keys === undefined) return null
  if (issuer === undefined || audience === undefined || keys === undefined) {
    throw new UsageError('Tokens need PULSO_TOKEN_ISSUER, PULSO_TOKEN_AUDIENCE and PULSO_TOKEN_KEYS together.')
  }
  return { issuer, audience, keys, scopeClaim: env.PULSO_TOKEN_SCOPE_CLAIM }
}

/** Returns the settings. Throws a `UsageError` if the environment is invalid. */
export type ReadConfig = () => Config

/** Parses the environment once, on first use: help and usage errors do not depend on it. */
export function configReader(environment: Readonly<Record<string, string | undefined>>): ReadConfig {
  let config: Config | undefined
  return () => {
    config ??= parseConfig(environment)
    return config
  }
}

/** A database URL may contain a password, so it is never repeated. */
const shown = (name: string, value: string | undefined) =>
  name === 'DATABASE_URL' ? 'not usable' : JSON.stringify(value)
