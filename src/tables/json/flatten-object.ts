import { isObject, type JsonObject } from './parse-json.ts'

/** Deeper values are kept as JSON. */
const MAX_DEPTH = 5
/** A date may contain a typed number. */
const MAX_TYPES = 2
/** Objects of a tweet with everything have a few hundred values. */
const MAX_CELLS = 1000

/**
 * The values of an object by their paths, such as `user.screen_name`. Typed values of MongoDB's exports are unwrapped.
 * The result has no prototype, because a file may use any key.
 */
export function flattenObject(object: JsonObject): Record<string, unknown> {
  const cells: Record<string, unknown> = Object.create(null)
  let count = 0
  const add = (value: unknown, path: string, depth: number) => {
    const plain = unwrapped(value)
    if (!isObject(plain) || depth === MAX_DEPTH) {
      count += 1
      if (count <= MAX_CELLS) cells[path] = plain
      return
    }
    for (const key of Object.keys(plain)) add(plain[key], `${path}.${key}`, depth + 1)
  }
  for (const key of Object.keys(object)) add(object[key], key, 1)
  return cells
}

/** MongoDB's Extended JSON: `{"$numberLong": "7"}`, `{"$date": "…"}`, `{"$oid": "…"}`. */
function unwrapped(value: unknown, depth = 1): unknown {
  if (!isObject(value) || depth > MAX_TYPES) return value
  const keys = Object.keys(value)
  const [key = ''] = keys
  if (keys.length !== 1 || !EXTENDED.has(key)) return value
  const inner = unwrapped(value[key], depth + 1)
  return key === '$date' && typeof inner === 'string' && /^-?\d+$/.test(inner) ? epoch(inner) : inner
}

const EXTENDED = new Set(['$numberLong', '$numberInt', '$numberDouble', '$numberDecimal', '$date', '$oid', '$uuid'])

/** Milliseconds since 1970, in any number of digits. */
const epoch = (milliseconds: string) => {
  const time = new Date(Number(milliseconds))
  return Number.isNaN(time.getTime()) ? milliseconds : time.toISOString()
}
