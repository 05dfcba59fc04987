import { UsageError } from '../problem/problem.ts'
import { type ColumnMap, type MappedField, optionField } from './columns.ts'

const EXAMPLE = 'text="Tweet Text",posted_at=date'

/**
 * Reads `--map text="Tweet Text",posted_at=date`: for each field the name of the file's column, or `-` for none. A name
 * with a comma needs quotes. Throws a `UsageError`.
 * @param called Name of the option in messages.
 */
export function parseColumnMap(option: string, called = '--map'): ColumnMap {
  return columnMapOf(pairsIn(option, called), called)
}

/** A map from pairs of a field's name and a column. Throws a `UsageError`. */
export function columnMapOf(pairs: readonly (readonly [name: string, column: string])[], called: string): ColumnMap {
  const map: Partial<Record<MappedField, string>> = {}
  for (const [name, column] of pairs) {
    const field = optionField(name)
    if (field === null) {
      throw new UsageError(
        `${called} contains ${JSON.stringify(name)}; the fields are id, entity, text, sentiment, score, posted_at, posted_time, time_zone and author.`,
      )
    }
    if (map[field] !== undefined) throw new UsageError(`${called} names ${name} twice.`)
    if (column.trim() === '') throw new UsageError(`${called} names no column for ${name}, as in ${called} ${EXAMPLE}.`)
    map[field] = column.trim()
  }
  if (map.label !== undefined && map.score !== undefined && map.label !== '-' && map.score !== '-') {
    throw new UsageError(`${called} contains both a label and a score; map only one of them.`)
  }
  return map
}

/** `field=column` pairs separated by commas outside quotes. */
function pairsIn(option: string, called: string): readonly (readonly [string, string])[] {
  const pairs = option.match(/(?:"(?:[^"]|"")*"|[^,"])+/g) ?? []
  return pairs.map(pair => {
    const at = pair.indexOf('=')
    if (at <= 0) {
      throw new UsageError(
        `${called} contains ${JSON.stringify(pair.trim())}; expected pairs of a field and a column, such as ${EXAMPLE}.`,
      )
    }
    return [pair.slice(0, at).trim(), unquoted(pair.slice(at + 1).trim())] as const
  })
}

const unquoted = (name: string) => (/^".*"$/s.test(name) ? name.slice(1, -1).replaceAll('""', '"') : name)
