/** The names of values that identify something. Other strings may be texts, names or secrets. */
const ID_NAME = /^(ids?|prefix|version|[a-z]\w*Ids?)$/
const GLOBAL_ID = /^[A-Z]\w+:([\w.-]+)$/
const MAX_IDS = 100
const MAX_LENGTH = 200
const MAX_DEPTH = 4

/** The ids in a value, by their names: at most 100 of a name. */
export function idsIn(value: unknown): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, Set<string>>()
  const visit = (part: unknown, name: string, depth: number): void => {
    if (typeof part === 'string') {
      if (!ID_NAME.test(name) || part.includes('\0')) return
      const ids = found.get(name) ?? new Set()
      found.set(name, ids)
      if (ids.size < MAX_IDS) ids.add(storable(keyOf(part)))
    } else if (Array.isArray(part)) {
      for (const element of part) visit(element, name, depth)
    } else if (typeof part === 'object' && part !== null && !(part instanceof Date) && depth < MAX_DEPTH) {
      for (const [key, below] of Object.entries(part)) visit(below, key, depth + 1)
    }
  }
  visit(value, '', 0)
  return Object.fromEntries([...found].map(([name, ids]) => [name, [...ids]]))
}

/** Cut to a length, which may divide a surrogate pair. PostgreSQL's JSON takes no half of one. */
const storable = (id: string) => id.slice(0, MAX_LENGTH).replace(/\p{Surrogate}/gu, '\ufffd')

/** The key of the row in a global id; other ids as they are. */
const keyOf = (id: string) => GLOBAL_ID.exec(Buffer.from(id, 'base64').toString('utf8'))?.[1] ?? id
