import type { Constructions, OneEntity, SeveralEntities } from './constructions.ts'
import { linesOf } from './expand-construction.ts'
import type { RowLanguage } from './row-language.ts'
import type { Sentiment } from './sentiment.ts'

const SENTIMENT_OF: Readonly<Record<string, Sentiment>> = { '-': 0, '0': 1, '+': 2 }

/** Throws if a line is not a construction. */
export function prepareConstructions(language: RowLanguage): Constructions {
  const { twoEntities, negation, quotes, identity, ordinary, slots, clauses } = language
  return {
    listed: twoEntities.flatMap(linesOf).map(parseSeveral),
    grammar: linesOf(language.grammar).map(parseSeveral),
    negation: negation.flatMap(linesOf).map(parseOne),
    quotes: linesOf(quotes).map(parseOne),
    groups: identity.groups.split('|'),
    aboutGroups: linesOf(identity.sentences),
    ordinaryWords: ordinary.words.trim().split(/[|\n]/),
    ordinaryUses: linesOf(ordinary.uses),
    words: new Map(Object.entries(slots).map(([slot, list]) => [slot, list.trim().split(/[|\n]/)] as const)),
    clauses: Object.fromEntries(Object.entries(clauses).map(([name, lists]) => [name, lists.flatMap(linesOf)])),
    openings: linesOf(language.openings),
    endings: linesOf(language.endings),
    things: language.things.split('|'),
    emojiFrames: language.emojiFrames,
    between: language.between,
  }
}

function parseSeveral(line: string): SeveralEntities {
  const [labels = ''] = line.split(' ', 1)
  const text = line.slice(labels.length + 1)
  const sentiments = Array.from(labels, label => SENTIMENT_OF[label])
  if (sentiments.length < 2 || sentiments.includes(undefined) || !text.includes('{')) {
    throw new Error(`Not a construction: ${line}`)
  }
  return { sentiments: sentiments as readonly Sentiment[], text }
}

function parseOne(line: string): OneEntity {
  const sentiment = SENTIMENT_OF[line[0] ?? '']
  if (sentiment === undefined || !line.includes('{X}')) throw new Error(`Not a construction: ${line}`)
  return { sentiment, text: line.slice(2) }
}
