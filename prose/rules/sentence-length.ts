import type { TextlintRuleModule } from '@textlint/types'
import { forEachSentence } from '../for-each-sentence.ts'
import { MAX_WORDS_PER_SENTENCE } from '../style.ts'

/** Holds sentences of running text to a length that is understood at the first reading. Tables may be denser. */
export const sentenceLength: TextlintRuleModule = context =>
  forEachSentence(context, ['Paragraph'], ({ text }, report) => {
    const words = text.split(/\s+/).filter(word => /[\p{L}\p{N}]/u.test(word))
    if (words.length > MAX_WORDS_PER_SENTENCE) {
      const start = text.search(/\S/)
      report(start, `This sentence has ${words.length} words; ${MAX_WORDS_PER_SENTENCE} are the limit.`)
    }
  })
