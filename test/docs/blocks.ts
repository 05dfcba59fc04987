import { readFileSync } from 'node:fs'

/** A fenced block of a document. */
interface Block {
  readonly language: string
  /** Words behind the language: `variables`. */
  readonly isVariables: boolean
  /** From `skip="..."`: why no test runs it. */
  readonly skipReason: string | null
  readonly text: string
  /** Of the fence, from 1. */
  readonly line: number
}

const FENCE = /^( *)```(\w*)([^\n]*)\n([\s\S]*?)^\1```$/gm

/** The blocks of a Markdown file in their order. */
function blocksOf(path: string): readonly Block[] {
  const markdown = readFileSync(path, 'utf8')
  return [...markdown.matchAll(FENCE)].map(
    ({ index, 1: indent = '', 2: language = '', 3: info = '', 4: text = '' }) => ({
      language,
      isVariables: /\bvariables\b/.test(info),
      skipReason: /\bskip="([^"]*)"/.exec(info)?.[1] ?? null,
      text: text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      line: markdown.slice(0, index).split('\n').length,
    }),
  )
}

/** Something to run, with the variables and the answer that follow it in the document. */
export interface Step {
  readonly block: Block
  readonly variables: Block | null
  readonly answer: Block | null
}

const RUNNABLE = ['graphql', 'sh', 'sql', 'js']
const ANSWERS = ['json', 'text']
/** Read by people or by other programs. */
const OTHERS = ['', 'mermaid', 'nginx', 'ts']

/** Throws for a language that no test knows: a misspelt one would be checked by nothing. */
export function stepsOf(path: string): readonly Step[] {
  const blocks = blocksOf(path)
  const unknown = blocks.find(({ language }) => ![...RUNNABLE, ...ANSWERS, ...OTHERS].includes(language))
  if (unknown !== undefined)
    throw new Error(`${path}:${unknown.line} has a block of the unknown language ${unknown.language}.`)
  return blocks.flatMap((block, index) => {
    if (!RUNNABLE.includes(block.language)) return []
    const [next, afterNext] = [blocks[index + 1] ?? null, blocks[index + 2] ?? null]
    const variables = next?.isVariables === true ? next : null
    const candidate = variables === null ? next : afterNext
    const answer =
      candidate !== null && ANSWERS.includes(candidate.language) && !candidate.isVariables ? candidate : null
    return [{ block, variables, answer }]
  })
}
