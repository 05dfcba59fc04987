import { createRequire } from 'node:module'
import { TextlintKernel } from '@textlint/kernel'
import type { TextlintPluginCreator } from '@textlint/types'
import { bannedPhrases } from './rules/banned-phrases.ts'
import { relativeClauses } from './rules/relative-clauses.ts'
import { sentenceLength } from './rules/sentence-length.ts'
import type { Text } from './texts/text.ts'

// Node and Vite disagree about the default export of this CommonJS module; `require` knows only one.
const require = createRequire(import.meta.url)
const { default: plugin } = require('@textlint/textlint-plugin-markdown') as { default: TextlintPluginCreator }
const kernel = new TextlintKernel()
const plugins = [{ pluginId: 'markdown', plugin }]
const rules = [
  { ruleId: 'banned-phrases', rule: bannedPhrases },
  { ruleId: 'relative-clauses', rule: relativeClauses },
  { ruleId: 'sentence-length', rule: sentenceLength },
]

/** One line for each fault, in the order of the text. */
export async function findFaults({ name, markdown, isQuoted }: Text): Promise<readonly string[]> {
  const { messages } = await kernel.lintText(markdown, { ext: '.md', plugins, rules })
  const lines = markdown.split('\n')
  return messages.map(({ loc: { start }, message, ruleId }) => {
    const place = isQuoted
      ? `${name}: "${excerpt(lines[start.line - 1], start.column)}"`
      : `${name}:${start.line}:${start.column}`
    return `${place}: ${message} [${ruleId}]`
  })
}

/** Enough of a line to search for. */
const excerpt = (line = '', column: number) => line.slice(column - 1, column + 60)
