import type { TextlintRuleModule } from '@textlint/types'
import { forEachSentence } from '../for-each-sentence.ts'
import { BANNED_PHRASES } from '../style.ts'

/** Words and turns of phrase that make a reader stop, in running text, headings and tables alike. */
export const bannedPhrases: TextlintRuleModule = context =>
  forEachSentence(context, ['Paragraph', 'Header', 'TableCell'], ({ text }, report) => {
    for (const { pattern, instead } of BANNED_PHRASES) {
      const match = pattern.exec(text)
      if (match !== null) report(match.index, `Avoid "${match[0].replace(/\s+/g, ' ')}"; write ${instead}.`)
    }
  })
