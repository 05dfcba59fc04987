import { UsageError } from '../problem/problem.ts'

/**
 * Every session counts time in UTC (Prisma's driver takes an offset off without converting) and finds its tables in `public`,
 * whatever the role's own settings are.
 */
export const SESSION_SETTINGS = '-c TimeZone=UTC -c search_path=public'

const DEFAULT_PORT = '5432'

interface DatabaseUrl {
  /** For the `pg` driver. */
  readonly connectionString: string
  /** Host, port and database: what may be printed. Never the password. */
  readonly location: string
}

/** Adds our session settings to a PostgreSQL URL. Throws a `UsageError` for a URL that cannot work. */
export function parseDatabaseUrl(url: string): DatabaseUrl {
  const [, user = '', address = '', path = '', query = ''] =
    /^postgres(?:ql)?:\/\/(?:([^/?#]*)@)?([^/?#@]*)(\/[^?#]*)?(?:\?([^#]*))?/.exec(url) ?? []
  if (hasUnescapedPassword(url)) {
    throw new UsageError(
      'DATABASE_URL cannot be read: a port is a number, and in a password write / as %2F, ? as %3F, # as %23 and @ as %40, as in postgresql://user:pass%2Fword@host:5432/pulso.',
    )
  }
  if (/%(?![0-9a-f]{2})/i.test(url)) {
    throw new UsageError(
      'DATABASE_URL holds a % that begins no escape: write %25 for the sign itself, as in a password.',
    )
  }
  const parameters = new URLSearchParams(query)
  const schema = parameters.get('schema')
  if (schema !== null && schema !== 'public') {
    throw new UsageError(
      `DATABASE_URL asks for the schema ${JSON.stringify(schema)}, but Pulso keeps its tables in "public": give it a database of its own.`,
    )
  }
  parameters.delete('schema')
  parameters.set('options', [parameters.get('options'), SESSION_SETTINGS].filter(Boolean).join(' '))
  const host = parameters.get('host') ?? (address === '' ? 'localhost' : decodeURIComponent(address))
  const port = parameters.get('port') ?? DEFAULT_PORT
  return {
    connectionString: `postgresql://${user === '' ? '' : `${user}@`}${address}${path}?${parameters}`,
    location: `${host.startsWith('/') || /:\d+$/.test(host) ? host : `${host}:${port}`}${path}`,
  }
}

/** An @ behind the host, or a port that is none: then what looks like the host and the path is a part of the password. */
function hasUnescapedPassword(url: string): boolean {
  const [, authority = '', path = '', rest = ''] = /^[a-z]+:\/\/([^/?#]*)([^?#]*)(.*)$/is.exec(url) ?? []
  const [user, ...addresses] = authority.split('@')
  const address = addresses.length === 0 ? (user ?? '') : addresses.join('@')
  const isPortWrong = address.split(',').some(host => /:(?!\d*$)[^:\]]*$/.test(host))
  return path.includes('@') || (addresses.length === 0 && rest.includes('@')) || addresses.length > 1 || isPortWrong
}
