/*
 * Compares answers in documents with real ones. A document shows a real answer of another day, so ids, cursors, times and hashes of versions
 * need only be of the same kind. What was seen instead is remembered, and put into the commands that follow. `…` stands for anything
 * that is left out: the end of a string or of a list, or other fields of an object.
 */

/** Values of a document, and what they are here. */
export type Known = Map<string, string>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/
const BASE64 = /^[A-Za-z0-9+/_-]{12,}={0,2}$/

/** Null for a value that has to be the same everywhere. */
function kindOf(value: string): string | null {
  if (UUID.test(value)) return 'uuid'
  if (INSTANT.test(value)) return 'instant'
  if (/^\/imports\/[\w-]+\/rejects$/.test(value)) return 'rejects'
  if (!BASE64.test(value)) return null
  const decoded = Buffer.from(value, 'base64').toString('utf8')
  const [, typename] = /^([A-Za-z]+):[0-9a-f-]{36}/.exec(decoded) ?? []
  return typename ?? (/^[[{"]/.test(decoded) ? 'cursor' : null)
}

/** The first difference, or null. */
export function differenceOf(expected: unknown, actual: unknown, known: Known, path = 'answer'): string | null {
  if (typeof expected === 'string') return differenceOfStrings(expected, actual, known, path)
  if (typeof expected === 'number' && typeof actual === 'number') {
    const isClose = Number.isInteger(expected) ? expected === actual : Math.abs(expected - actual) < 1e-3
    return isClose ? null : unlike(expected, actual, path)
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    const isCut = expected.at(-1) === '…'
    const shown = isCut ? expected.slice(0, -1) : expected
    if (isCut ? actual.length < shown.length : actual.length !== shown.length) {
      return `${path} has ${actual.length} elements in place of ${shown.length}: ${JSON.stringify(actual)}`
    }
    return first(shown.map((element, index) => () => differenceOf(element, actual[index], known, `${path}[${index}]`)))
  }
  if (isObject(expected) && isObject(actual)) {
    const { '…': cut, ...shown } = expected
    const surplus = cut === undefined ? Object.keys(actual).filter(key => !Object.hasOwn(shown, key)) : []
    if (surplus.length > 0) return `${path} has ${surplus.join(', ')} besides`
    return first(
      Object.entries(shown).map(
        ([key, value]) =>
          () =>
            differenceOf(value, actual[key], known, `${path}.${key}`),
      ),
    )
  }
  return expected === actual ? null : unlike(expected, actual, path)
}

function differenceOfStrings(expected: string, actual: unknown, known: Known, path: string): string | null {
  if (typeof actual !== 'string') return unlike(expected, actual, path)
  if (expected === actual) return null
  if (expected.endsWith('…') && actual.startsWith(expected.slice(0, -1))) return null
  const kind = kindOf(expected)
  if (kind === null || kind !== kindOf(actual)) return unlike(expected, actual, path)
  known.set(expected, actual)
  return null
}

/** Lines of text. Neither trailing spaces nor a byte order mark matter. */
export function differenceOfText(expected: string, actual: string): string | null {
  const lines = (text: string) =>
    text
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\n')
      .map(line => line.trimEnd())
  const [wanted, seen] = [lines(expected), lines(actual)]
  const pattern = (line: string) => new RegExp(`^${line.split('…').map(escaped).join('.*')}$`)
  const at = wanted.findIndex((line, index) => seen[index] === undefined || !pattern(line).test(seen[index]))
  if (at >= 0) return `line ${at + 1} is ${JSON.stringify(seen[at])} in place of ${JSON.stringify(wanted[at])}`
  return seen.length > wanted.length ? `line ${wanted.length + 1} is ${JSON.stringify(seen[wanted.length])}` : null
}

const first = (checks: readonly (() => string | null)[]) => {
  for (const check of checks) {
    const difference = check()
    if (difference !== null) return difference
  }
  return null
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const unlike = (expected: unknown, actual: unknown, path: string) =>
  `${path} is ${JSON.stringify(actual)} in place of ${JSON.stringify(expected)}`
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
