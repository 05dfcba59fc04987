/** A habit that Pulso's prose avoids, and the plain English for it. */
export interface BannedPhrase {
  readonly pattern: RegExp
  readonly instead: string
}

/** Longer sentences have to be read twice. */
export const MAX_WORDS_PER_SENTENCE = 25

/** What our readers stumbled over. Each pattern is held against a sentence without its code and addresses. */
export const BANNED_PHRASES: readonly BannedPhrase[] = [
  { pattern: /\bnobody\b|\bno one\b/i, instead: 'name the role: "no client", "no process"' },
  { pattern: /\bwho(?:ever|soever|so)\b/i, instead: 'name the role: "the operator", "a caller that"' },
  { pattern: /\b(?:any|some)body\b/i, instead: 'name the role: "a user", "another client"' },
  { pattern: /\bwhat(?:ever|soever)\b/i, instead: '"any", "everything that", "regardless of"' },
  { pattern: /\bthose who\b/i, instead: 'name the role: "users who"' },
  { pattern: /\bfor want of\b/i, instead: '"without", "because there is no"' },
  { pattern: /\bso many\b/i, instead: 'a number, or "that many"' },
  {
    pattern: /\b(?:by|of) (?:itself|themselves|himself|herself)\b/i,
    instead: '"automatically", "alone", "on its own"',
  },
  { pattern: /\bmend(?:s|ed|ing)?\b/i, instead: '"fix"' },
  { pattern: /\bseldom\b/i, instead: '"rarely"' },
  { pattern: /\bdear(?:er|est)?\b/i, instead: '"expensive"' },
  { pattern: /\bto be had\b/i, instead: '"available"' },
  { pattern: /\bf(?:ind|inds|ound|inding) out\b/i, instead: '"detect", "determine"' },
  { pattern: /\blets? (?:\S+ ){1,4}be\b/i, instead: 'an imperative or an active verb' },
  {
    pattern: /\b(?:is|are|was|were) there\b(?!.*\?$)|\bthere by (?:then|now)\b/i,
    instead: '"exists", "is available"',
  },
  { pattern: /\b(?:stands?|stood|standing)\b(?! for\b)/i, instead: '"is", "is written", "appears"' },
  { pattern: /\b(?:lies|lying|lay)\b|\bl(?:ie) (?:in|on|at|under|there|beside)\b/i, instead: '"is", "is kept"' },
  { pattern: /\btold\b/i, instead: '"reported", "notified", "distinguished"' },
  { pattern: /\b(?:feel|feels|felt|feeling)\b/i, instead: 'a tweet "expresses" sentiment' },
  {
    pattern: /\b(?:models?|versions?|networks?|classifiers?) (?:say|says|said)\b/i,
    instead: 'a model "returns", "predicts", "classifies"',
  },
  { pattern: /\b(?:come|comes|came) to\b/i, instead: '"becomes", "amounts to"' },
  { pattern: /\blook(?:s|ed|ing)? at\b/i, instead: '"examine", "see", "read"' },
  { pattern: /\b(?:leave|leaves|leaving|left) out\b/i, instead: '"omit", "exclude"' },
  { pattern: /\b(?:take|takes|taking|took|taken) back\b/i, instead: '"undo", "revert", "remove"' },
  { pattern: /\b(?:go|goes|going|went|gone) on\b/i, instead: '"continue", "resume"' },
]

/** After these words "where" names a place, as in "the folder where"; anywhere else it stands in for "if". */
export const BEFORE_WHERE = wordSet(`
  place places folder folders directory directories file files page pages path paths host hosts line lines
  section sections table tables position point points machine machines exactly from
  know knows say says see show shows decide decides describes explains find records
`)

/** After these words "what" is an indirect question, as in "shows what changed"; anywhere else it is a noun in disguise. */
export const BEFORE_WHAT = wordSet(`
  ask asks know knows say says see show shows shown decide decides describe describes explain explains exactly
  learn list lists check checks define defines record records about
`)

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(word => word !== ''))
}
