export type JsonObject = Readonly<Record<string, unknown>>

/** Tokens that `JSON.parse` would round or refuse. Strings are matched too, so that their contents stay as they are. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|-?\bInfinity\b|\bNaN\b/g
const NEEDS_CARE = /\d{16}|\d[eE]|NaN|Infinity/

/**
 * Parses JSON as data tools write it. A number that JavaScript would round is returned as its text: a tweet's id has up
 * to 19 digits. Python's `NaN` and `Infinity` are null. Throws a `SyntaxError`.
 */
export function parseJson(text: string): unknown {
  if (!NEEDS_CARE.test(text)) return JSON.parse(text)
  return JSON.parse(
    text.replace(TOKENS, token => {
      if (token.startsWith('"')) return token
      if (/[NI]/.test(token)) return 'null'
      return isRounded(token) ? `"${token}"` : token
    }),
  )
}

/** Whether a number is larger than the integers that JavaScript can represent. */
const isRounded = (token: string) =>
  /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(token) && Math.abs(Number(token)) > MAX_EXACT

const MAX_EXACT = Number.MAX_SAFE_INTEGER

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The elements of an array that are objects; none for other values. */
export const objectsIn = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : [])

/** A text that is not blank; null for other values. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null
