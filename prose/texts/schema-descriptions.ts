import { readFileSync } from 'node:fs'
import type { Text } from './text.ts'

const FENCE = '"""'

/** The descriptions of the printed schema, each on its own line; every other line is empty. */
export function schemaDescriptions(root: string): Text {
  let isInside = false
  const lines = readFileSync(`${root}/schema.graphql`, 'utf8')
    .split('\n')
    .map(line => {
      const text = line.trim()
      if (text === FENCE) {
        isInside = !isInside
        return ''
      }
      if (isInside) return text
      return text.startsWith(FENCE) ? text.slice(FENCE.length, -FENCE.length) : ''
    })
  return { name: 'schema.graphql', markdown: lines.join('\n'), isQuoted: false }
}
