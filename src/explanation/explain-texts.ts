import { score } from '../classification/score.ts'
import type { Label } from '../labels.ts'
import type { Classifier, Mention } from '../ml/network/classifier.ts'
import { type Result, succeed } from '../problem/problem.ts'
import { type TermContribution, weighWords } from './weigh-words.ts'
import { type WrittenWord, writtenWords } from './written-words.ts'

/** A mention and the label to explain. */
export interface ExplainedMention extends Mention {
  readonly label: Label
}

/**
 * Explains mentions by two calls of the classifier: the whole texts, and then each text without each of its words, in the language of the
 * whole. Same length and order as the input; all fail together if the queue of the classifier is full.
 */
export async function explainTexts(
  classifier: Classifier,
  mentions: readonly ExplainedMention[],
): Promise<Result<readonly (readonly TermContribution[])[]>> {
  const split = mentions.map(mention => ({ mention, words: writtenWords(mention) }))
  // The whole text is scored again instead of read from the store. Both sides of a difference then use the same spelling of the entity.
  const wholes = await score(classifier, mentions)
  if (!wholes.ok) return wholes
  const parts = await score(
    classifier,
    split.flatMap(({ mention, words }, index) => {
      const language = wholes.value[index]?.language
      return words.map(word => ({ ...withoutWord(mention, word), language }))
    }),
  )
  if (!parts.ok) return parts
  let at = 0
  return succeed(
    split.map(({ mention: { text, label }, words }, index) => {
      const withAll = wholes.value[index]
      const withoutEach = parts.value.slice(at, at + words.length)
      if (withAll === undefined) throw new Error('A text was not scored.')
      at += words.length
      return weighWords(text, label, words, withAll, withoutEach)
    }),
  )
}

/** Replaces the word with a space, so that its neighbours do not become one word. */
const withoutWord = ({ text, entity, aliases }: Mention, { start, end }: WrittenWord): Mention => ({
  text: `${text.slice(0, start)} ${text.slice(end)}`,
  entity,
  aliases,
})
