import { z } from 'zod'
import { UsageError } from '../../problem/problem.ts'
import { kerasWords } from '../language/keras-tokenizer.ts'

/** A fitted `Tokenizer` of Keras. */
export interface KerasTokenizer {
  readonly isLowerCased: boolean
  readonly filteredCharacters: string
  /** The word at index n has token id n + 1; empty where no word has it. Only ids that a text can be given (`num_words`). */
  readonly vocabulary: readonly string[]
  /** What words that are not in the vocabulary become (`oov_token`); null where they are dropped. */
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
 * Reads what `tokenizer.to_json()` returns, written to a file as it is or once more as a JSON string (`json.dump`). `vocabularySize` is
 * the embedding's number of rows. Throws a `UsageError` that says what is wrong, without the file's name.
 */
export function parseTokenizer(text: string, vocabularySize: number): KerasTokenizer {
  const parsed = tokenizerSchema.safeParse(unwrapped(text))
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.')
    throw new UsageError(
      `It is not what tokenizer.to_json() of a Keras Tokenizer returns${path ? `: see ${path}` : ''}.`,
    )
  }
  const { config } = parsed.data
  if (config.char_level) throw new UsageError('It splits texts into characters (char_level); only words can be served.')
  if (config.split !== ' ') {
    throw new UsageError(`It splits texts at ${JSON.stringify(config.split)}; only a space can be served.`)
  }
  if (config.analyzer !== undefined && config.analyzer !== null) {
    throw new UsageError('It splits texts by a function of its own (analyzer), which a file cannot hold.')
  }
  const ids = wordIds(config.word_index)
  const unknownTokenId = idOfUnknown(ids, config.oov_token ?? null)
  const rules = { isLowerCased: config.lower, filteredCharacters: config.filters }
  // Keras gives words no id from `num_words` on; 0 counts as none given, as in Python.
  const limit = config.num_words || Number.POSITIVE_INFINITY
  const vocabulary = listed(
    [...ids].filter(([, id]) => id < limit),
    vocabularySize,
    rules,
  )
  if (unknownTokenId !== null && unknownTokenId >= vocabularySize) {
    throw new UsageError(
      `Its oov_token has id ${unknownTokenId}, but the model's embedding knows 0 to ${vocabularySize - 1}.`,
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

/** `word_index` is JSON inside a string. Read by hand: a word may have any name, `__proto__` included. */
function wordIds(wordIndex: unknown): ReadonlyMap<string, number> {
  const value = typeof wordIndex === 'string' ? parseJson(wordIndex) : wordIndex
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('Its word_index is not a table of words and their ids.')
  }
  const ids = new Map<string, number>()
  for (const [word, id] of Object.entries(value)) {
    if (!Number.isSafeInteger(id))
      throw new UsageError(`Its word ${JSON.stringify(word)} has no whole number as its id.`)
    ids.set(word, id)
  }
  if (ids.size === 0) throw new UsageError('It knows no word: fit_on_texts was never called.')
  return ids
}

function idOfUnknown(ids: ReadonlyMap<string, number>, oovToken: string | null): number | null {
  if (oovToken === null) return null
  const id = ids.get(oovToken)
  if (id !== undefined && id > 0) return id
  throw new UsageError(
    `Its oov_token ${JSON.stringify(oovToken)} is not in its word_index with an id from 1; fit the tokenizer with the token set.`,
  )
}

type Rules = Pick<KerasTokenizer, 'isLowerCased' | 'filteredCharacters'>

/** Words by id. A word that no text can contain, such as `<pad>` where both brackets are filtered, needs no place of its own. */
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
        `Its word ${shown} has id ${id}, but the model's embedding knows 0 to ${vocabularySize - 1}: this is another model's tokenizer.`,
      )
    }
    const isStorable = id > 0 && !/[\n\p{Surrogate}]/u.test(word)
    if (!isStorable && !isReachable(word)) continue
    if (id < 1) throw new UsageError(`Its word ${shown} has id ${id}; 0 is the padding, words begin at 1.`)
    if (!isStorable) {
      throw new UsageError(`Its word ${shown} cannot stand on a line of a UTF-8 file; fit the tokenizer without it.`)
    }
    if (words[id - 1] !== undefined) {
      throw new UsageError(`Its words ${JSON.stringify(words[id - 1])} and ${shown} have the same id, ${id}.`)
    }
    words[id - 1] = word
  }
  return Array.from(words, word => word ?? '')
}
