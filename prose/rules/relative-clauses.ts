import type { TextlintRuleModule } from '@textlint/types'
import { forEachSentence } from '../for-each-sentence.ts'
import { BEFORE_WHAT, BEFORE_WHERE } from '../style.ts'

/**
 * "where" for "if", and clauses that are used as nouns: "what is stored is answered", "Who waits reads again". Questions keep
 * both words, and so do the beginnings of headings and cells, such as "Where the time goes".
 */
export const relativeClauses: TextlintRuleModule = context =>
  forEachSentence(context, ['Paragraph', 'Header', 'TableCell'], ({ text, isTitle }, report) => {
    if (/\?\W*$/.test(text)) return
    for (const match of text.matchAll(/(?<before>[\p{L}\p{N}]+)?(?<gap>\W*)\b(?<word>where|what|who)\b/giu)) {
      const { before, gap = '', word = '' } = match.groups ?? {}
      const isFirst = before === undefined || /[.;:]/.test(gap)
      if (isFirst && isTitle) continue
      const at = match.index + match[0].length - word.length
      const kind = word.toLowerCase()
      if (kind === 'who') {
        if (isFirst) report(at, 'A clause with "who" is no subject; name the role: "a caller that".')
        continue
      }
      const allowed = kind === 'what' ? BEFORE_WHAT : BEFORE_WHERE
      if (before !== undefined && !isFirst && allowed.has(before.toLowerCase())) continue
      report(
        at,
        kind === 'what'
          ? 'A clause with "what" is no noun; name the thing: "the rows that".'
          : 'Write "if" or "when" for a condition; keep "where" for places, behind the noun or a verb such as "shows".',
      )
    }
  })
