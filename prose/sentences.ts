/** What this reads of a node of textlint's syntax tree. */
interface SourceNode {
  readonly type: string
  readonly range: readonly [number, number]
  readonly children?: readonly SourceNode[]
}

export interface Sentence {
  /** Without code, addresses and markup; each character is where it is in the source. */
  readonly text: string
  /** Where the sentence begins, counted from the beginning of its node. */
  readonly offset: number
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The sentences of a paragraph, heading or cell. Inline code counts as one word. */
export function sentencesOf(node: SourceNode, source: string): readonly Sentence[] {
  const prose = proseOf(node, source)
  // A sentence may begin with a number, which the rules of Unicode take for the middle of one.
  const segments = segmenter.segment(prose.replace(/\d/g, 'N'))
  return [...segments].map(({ segment, index }) => ({
    text: prose.slice(index, index + segment.length),
    offset: index,
  }))
}

function proseOf(node: SourceNode, source: string): string {
  const [start, end] = node.range
  const characters = Array.from({ length: end - start }, () => ' ')
  const visit = (part: SourceNode) => {
    if (part.type === 'Str' || part.type === 'Code') {
      for (let at = part.range[0]; at < part.range[1]; at++) {
        const character = source[at] ?? ' '
        characters[at - start] = part.type === 'Code' ? 'X' : /\s/.test(character) ? ' ' : character
      }
    }
    for (const child of part.children ?? []) visit(child)
  }
  visit(node)
  return characters.join('')
}
