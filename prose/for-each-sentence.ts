import type { TextlintRuleContext, TextlintRuleReportHandler } from '@textlint/types'
import { type Sentence, sentencesOf } from './sentences.ts'

type NodeType = 'Paragraph' | 'Header' | 'TableCell'

interface FoundSentence extends Sentence {
  /** In a heading or a cell of a table, which often begin with a question word. */
  readonly isTitle: boolean
}

/** `at` counts from the beginning of the sentence. */
type Report = (at: number, message: string) => void

/** What a textlint rule returns that looks at each sentence of these nodes by itself. */
export function forEachSentence(
  { getSource, report, locator, RuleError }: Readonly<TextlintRuleContext>,
  types: readonly NodeType[],
  check: (sentence: FoundSentence, report: Report) => void,
): TextlintRuleReportHandler {
  const source = () => getSource()
  return Object.fromEntries(
    types.map(type => [
      type,
      (node: NonNullable<Parameters<typeof getSource>[0]>) => {
        for (const sentence of sentencesOf(node, source())) {
          check({ ...sentence, isTitle: type !== 'Paragraph' }, (at, message) =>
            report(node, new RuleError(message, { padding: locator.at(sentence.offset + at) })),
          )
        }
      },
    ]),
  )
}
