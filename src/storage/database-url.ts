import { UsageError } from '../problem/problem.ts'

/**
 * Session settings that override the role's own: time in UTC, because Prisma's driver drops an offset without
 * converting, and tables in `public`.
 */
export const SESSION_SETTINGS = '-c TimeZone=UTC -c search_path=public'

const DEFAULT_PORT = '5432'

interface DatabaseUrl {
  /** For the `pg` driver. */
  readonly connectionString: string
  /** Host, port and database, safe to print: never the password. */
  readonly location: string
}

/** Adds our session settings to a PostgreSQL URL. Throws a `UsageError` for an unusable URL. */
export function parseDatabaseUrl(url: string): DatabaseUrl {
  const [, user = '', address = '', path = '', query = ''] =
    /^postgres(?:ql)?:\/\/(?:([^/?#]*)@)?([^/?#@]*)(\/[^?#]*)?(?:\?([^#]*))?/.exec(url) ?? []
  if (hasUnescapedPassword(url)) {
    throw new UsageError(
      'DATABASE_URL cannot be parsed: the port must be a number, and a password must escape / as %2F, ? as %3F, # as %23 and @ as %40, as in postgresql://user:pass%2Fword@host:5432/pulso.',
    )
  }
  if (/%(?![0-9a-f]{2})/i.test(url)) {
    throw new UsageError(
      'DATABASE_URL contains a % that begins no escape: write %25 for the character itself, for example in a password.',
    )
  }
  const parameters = new URLSearchParams(query)
  const schema = parameters.get('schema')
  if (schema !== null && schema !== 'public') {
    throw new UsageError(
      `DATABASE_URL selects the schema ${JSON.stringify(schema)}, but Pulso keeps its tables in "public": give it its own database.`,
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

/** An @ after the host, or an invalid port: the apparent host and path are then part of the password. */
function hasUnescapedPassword(url: string): boolean {
  const [, authority = '', path = '', rest = ''] = /^[a-z]+:\/\/([^/?#]*)([^?#]*)(.*)$/is.exec(url) ?? []
  const [user, ...addresses] = authority.split('@')
  const address = addresses.length === 0 ? (user ?? '') : addresses.join('@')
  const isPortWrong = address.split(',').some(host => /:(?!\d*$)[^:\]]*$/.test(host))
  return path.includes('@') || (addresses.length === 0 && rest.includes('@')) || addresses.length > 1 || isPortWrong
}
