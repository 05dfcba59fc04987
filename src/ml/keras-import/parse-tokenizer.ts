import { z } from 'zod'
import { UsageError } from '../../problem/problem.ts'
import { kerasWords } from '../language/keras-tokenizer.ts'

/** A fitted `Tokenizer` of Keras. */
export interface KerasTokenizer {
  readonly isLowerCased: boolean
  readonly filteredCharacters: string
  /**
   * The word at index n has token id n + 1; an empty string if no word has it. Only ids that a text can contain
   * (`num_words`).
   */
  readonly vocabulary: readonly string[]
  /** The id of words outside the vocabulary (`oov_token`); null if they are dropped. */
  readonly unknownTokenId: number | null
}

const tokenizerSchema = z.object({
  class_name: z.literal('Tokenizer'),
  config: z.object({
    num_words: z.int().nonnegative().nullish(),
    filters: z.string(),
    lower: z.boolean(),
    split: z.string().default(' '),
    char_level: z.boolean().default(false),
    oov_token: z.string().nullish(),
    analyzer: z.unknown().optional(),
    word_index: z.unknown().optional(),
  }),
})

/**
 * Reads the result of `tokenizer.to_json()`, written directly or as a JSON string (`json.dump`). `vocabularySize` is
 * the embedding's number of rows. Throws a `UsageError` with the cause, without the file's name.
 */
export function parseTokenizer(text: string, vocabularySize: number): KerasTokenizer {
  const parsed = tokenizerSchema.safeParse(unwrapped(text))
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.')
    throw new UsageError(
      `It is not the output of tokenizer.to_json() of a Keras Tokenizer${path ? `: see ${path}` : ''}.`,
    )
  }
  const { config } = parsed.data
  if (config.char_level) throw new UsageError('It splits texts into characters (char_level); only words are supported.')
  if (config.split !== ' ') {
    throw new UsageError(`It splits texts at ${JSON.stringify(config.split)}; only a space is supported.`)
  }
  if (config.analyzer !== undefined && config.analyzer !== null) {
    throw new UsageError('It splits texts with a custom function (analyzer), which a file cannot contain.')
  }
  const ids = wordIds(config.word_index)
  const unknownTokenId = idOfUnknown(ids, config.oov_token ?? null)
  const rules = { isLowerCased: config.lower, filteredCharacters: config.filters }
  // Keras gives no id to words from `num_words` on; 0 counts as absent, as in Python.
  const limit = config.num_words || Number.POSITIVE_INFINITY
  const vocabulary = listed(
    [...ids].filter(([, id]) => id < limit),
    vocabularySize,
    rules,
  )
  if (unknownTokenId !== null && unknownTokenId >= vocabularySize) {
    throw new UsageError(
      `Its oov_token has id ${unknownTokenId}; the model's embedding has ids 0 to ${vocabularySize - 1}.`,
    )
  }
  return { ...rules, vocabulary, unknownTokenId }
}

function unwrapped(text: string): unknown {
  const value = parseJson(text.replace(/^\uFEFF/, ''))
  return typeof value === 'string' ? parseJson(value) : value
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError('It is not JSON; write it with open("tokenizer.json", "w").write(tokenizer.to_json()).')
  }
}

/**
 * `word_index` is JSON inside a string. Its entries are read one by one, because a word may have any name, even
 * `__proto__`.
 */
function wordIds(wordIndex: unknown): ReadonlyMap<string, number> {
  const value = typeof wordIndex === 'string' ? parseJson(wordIndex) : wordIndex
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('Its word_index is not a table of words and their ids.')
  }
  const ids = new Map<string, number>()
  for (const [word, id] of Object.entries(value)) {
    if (!Number.isSafeInteger(id))
      throw new UsageError(`Its word ${JSON.stringify(word)} has an id that is not a whole number.`)
    ids.set(word, id)
  }
  if (ids.size === 0) throw new UsageError('Its vocabulary is empty: fit_on_texts was never called.')
  return ids
}

function idOfUnknown(ids: ReadonlyMap<string, number>, oovToken: string | null): number | null {
  if (oovToken === null) return null
  const id = ids.get(oovToken)
  if (id !== undefined && id > 0) return id
  throw new UsageError(
    `Its oov_token ${JSON.stringify(oovToken)} has no id from 1 in its word_index; fit the tokenizer with oov_token set.`,
  )
}

type Rules = Pick<KerasTokenizer, 'isLowerCased' | 'filteredCharacters'>

/**
 * Words by id. A word that no text can contain, such as `<pad>` if both brackets are filtered, may lack a valid id.
 */
function listed(entries: readonly (readonly [string, number])[], vocabularySize: number, rules: Rules): string[] {
  const wordsOf = kerasWords({ removedSubstrings: [], ...rules })
  const isReachable = (word: string) => {
    const found = wordsOf(word)
    return found.length === 1 && found[0] === word
  }
  const words: string[] = []
  for (const [word, id] of entries) {
    const shown = JSON.stringify(word)
    if (id >= vocabularySize) {
      throw new UsageError(
        `Its word ${shown} has id ${id}; the model's embedding has ids 0 to ${vocabularySize - 1}: this tokenizer belongs to another model.`,
      )
    }
    const isStorable = id > 0 && !/[\n\p{Surrogate}]/u.test(word)
    if (!isStorable && !isReachable(word)) continue
    if (id < 1) throw new UsageError(`Its word ${shown} has id ${id}; 0 is the padding, and words begin at 1.`)
    if (!isStorable) {
      throw new UsageError(`Its word ${shown} cannot be a line of a UTF-8 file; fit the tokenizer without it.`)
    }
    if (words[id - 1] !== undefined) {
      throw new UsageError(`Its words ${JSON.stringify(words[id - 1])} and ${shown} have the same id, ${id}.`)
    }
    words[id - 1] = word
  }
  return Array.from(words, word => word ?? '')
}
