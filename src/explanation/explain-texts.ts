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
 * Explains mentions by one call of the classifier, with the whole texts and each text without each of its words. Parts
 * that it reads in another language than the whole are asked again in that of the whole. Same length and order as the
 * input; all fail together if the queue of the classifier is full.
 */
export async function explainTexts(
  classifier: Classifier,
  mentions: readonly ExplainedMention[],
): Promise<Result<readonly (readonly TermContribution[])[]>> {
  const split = mentions.map(mention => ({ mention, words: writtenWords(mention) }))
  // The whole text is scored again instead of read from the store. Both sides of a difference then use the same spelling of the entity.
  const asked = split.flatMap(({ mention, words }) => [mention, ...words.map(word => withoutWord(mention, word))])
  const scored = await score(classifier, asked)
  if (!scored.ok) return scored
  const answers = [...scored.value]
  // The model's own network reads a text whose language is unsure.
  const readIn = (at: number) => answers[at]?.language ?? classifier.manifest.languages?.own ?? null
  let first = 0
  const languages = split.flatMap(({ words }) => {
    const language = readIn(first)
    first += words.length + 1
    return Array.from({ length: words.length + 1 }, () => language)
  })
  const strayed = languages.flatMap((language, at) => (readIn(at) === language ? [] : [at]))
  if (strayed.length > 0) {
    const again = await score(
      classifier,
      strayed.map(at => ({ ...(asked[at] as Mention), language: languages[at] })),
    )
    if (!again.ok) return again
    for (const [index, at] of strayed.entries()) answers[at] = again.value[index] as (typeof answers)[number]
  }
  let at = 0
  return succeed(
    split.map(({ mention: { text, label }, words }) => {
      const [withAll, ...withoutEach] = answers.slice(at, at + words.length + 1)
      if (withAll === undefined) throw new Error('A text was not scored.')
      at += words.length + 1
      return weighWords(text, label, words, withAll, withoutEach)
    }),
  )
}

/** Replaces the word with a space, so that its neighbours do not become one word. */
const withoutWord = ({ text, entity, aliases, language }: Mention, { start, end }: WrittenWord): Mention => ({
  text: `${text.slice(0, start)} ${text.slice(end)}`,
  entity,
  aliases,
  language,
})
