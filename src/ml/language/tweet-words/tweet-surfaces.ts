/** One piece of a tweet as written. */
export interface Surface {
  readonly kind: 'word' | 'mention' | 'hashtag' | 'symbol'
  /**
   * In lower case, without the sign of a mention or hashtag; a symbol in the vocabulary's notation (`<url>`, `:)`,
   * `!!`).
   */
  readonly text: string
  /** In the original spelling, without the sign: a hashtag's capitals separate its words. */
  readonly written: string
  /** Two or more letters, all of them capitals. */
  readonly isShouted: boolean
}

export const URL_SYMBOL = '<url>'
export const USER_SYMBOL = '<user>'
export const NUMBER_SYMBOL = '<number>'

/**
 * With a path, any ending makes an address. Without one, only endings that do not also end and begin sentences ("love
 * it.be happy"). The parts are bounded, so that text that merely begins like an address ("a.b.c.d...") has a constant
 * cost.
 */
const ADDRESS = new RegExp(
  [
    '(?:https?|ftp)://\\S*',
    'www\\.\\S+',
    '[\\w.+-]{1,64}@[\\w-]{1,63}\\.[\\w.-]+',
    '[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,6}\\.(?:com|co|net|org|tv|ly|gl|gg|io)(?:\\.[a-z]{2})?(?![\\p{L}\\p{N}-])(?:\\s?/\\s?[^\\s"]*)?',
    '[\\w-]{1,63}\\.(?:it|be|me|us|fm|st)\\s?/\\s?[^\\s"]+',
    '[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,6}\\.[a-z]{2,4}/[^\\s"]+',
  ].join('|'),
  'iuy',
)
const MENTION = /@(\w{1,40})/y
const HASHTAG = /[#＃]([\p{L}\p{M}\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)/uy
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{M}]+)*/uy
const CENSORED = /[a-z]+[*][a-z*]*/iy
const NUMBER = /\p{N}+(?:[.,:/]\p{N}+)*(?:%|(?:st|nd|rd|th|s|am|pm|k|m|bn)(?![\p{L}\p{N}])|(?![\p{L}\p{N}]))/iuy
const EMOJI = /\p{Extended_Pictographic}/uy
const LETTERS_AFTER = '(?![\\p{L}\\p{N}])'

/**
 * Faces and hearts, by their common symbol. Eyes, nose and mouth may face either way if both are in use. The start of a
 * face is bounded, because a long run would otherwise be scanned again from each character.
 */
const FACES: readonly (readonly [symbol: string, pattern: RegExp])[] = [
  ['</3', /<[/\\]+3+/uy],
  ['<3', /<{1,4}3+/uy],
  [":'(", /[:=;]'-?[([{|]+|[)\]]-?'[:=;]/uy],
  [':d', new RegExp(`[:=;x][-^]?d+${LETTERS_AFTER}`, 'iuy')],
  [':p', new RegExp(`[:=;][-^]?p+${LETTERS_AFTER}`, 'iuy')],
  [':o', new RegExp(`[:=;]-?o+(?![\\p{L}\\p{N})])|o_+o${LETTERS_AFTER}`, 'iuy')],
  [':*', new RegExp(`[:=;]-?(?:\\*|x+${LETTERS_AFTER})`, 'iuy')],
  [';)', /;[-^o*]?[)\]}]+/uy],
  [':)', /[:=]['^o*-]{0,4}[)\]}]+|:-?>|8-[)\]]+|[([{]{1,4}[*o^-]?[:=;](?![\p{L}\p{N}])|\^[_.-]*\^/uy],
  [':(', /[:=]['^o-]?[([{<]+|d:(?![\p{L}\p{N}])/iuy],
  [':/', new RegExp(`[:=;]['-]?[/\\\\|]+(?!/)${LETTERS_AFTER}`, 'uy')],
  ['-_-', new RegExp(`-[_.]+-|>[_.]+<|t_+t${LETTERS_AFTER}`, 'iuy')],
]
const FACE_START = /[<:;=8([{)\]^>-]|[dtox][:_^d-]/iy

/**
 * Runs that carry a tone become one symbol; a comma or a colon separates clauses. Brackets and other marks are dropped.
 */
const PUNCTUATION = new Map<string, { readonly one: string; readonly more?: string }>([
  ['!', { one: '!', more: '!!' }],
  ['?', { one: '?', more: '??' }],
  ['.', { one: '.', more: '...' }],
  ['。', { one: '.' }],
  [',', { one: ',' }],
  ['、', { one: ',' }],
  [':', { one: ':' }],
  [';', { one: ';' }],
  ['"', { one: '"' }],
])
const PUNCTUATION_SYMBOLS = new Set([...PUNCTUATION.values()].flatMap(({ one, more = one }) => [one, more]))

/** A piece with its position in the decoded tweet: [start, end) in UTF-16 units. */
export interface LocatedSurface {
  readonly surface: Surface
  readonly start: number
  readonly end: number
}

/** The pieces of a decoded tweet from left to right. Lazy, so that a long text costs only as much as is consumed. */
export function* tweetSurfaces(text: string): Generator<Surface> {
  for (const { surface } of locatedSurfaces(text)) yield surface
}

/** The pieces with their positions. */
export function* locatedSurfaces(text: string): Generator<LocatedSurface> {
  for (let found = nextSurface(text, 0); found !== null; found = nextSurface(text, found.end)) yield found
}

/** The first pieces with their positions, at most `most`. */
export function firstLocatedSurfaces(text: string, most: number): LocatedSurface[] {
  const surfaces: LocatedSurface[] = []
  for (let found = nextSurface(text, 0); found !== null; found = nextSurface(text, found.end)) {
    surfaces.push(found)
    if (surfaces.length === most) break
  }
  return surfaces
}

function nextSurface(text: string, from: number): LocatedSurface | null {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code <= 32) {
      at++
      continue
    }
    const found = readSurface(text, at)
    if (found !== null) return found
    at += code >= 0xd800 && code <= 0xdbff ? 2 : 1
  }
  return null
}

/** Whether a piece only separates or emphasises others. */
export const isPunctuation = ({ kind, text }: Surface): boolean => kind === 'symbol' && PUNCTUATION_SYMBOLS.has(text)

function readSurface(text: string, at: number): LocatedSurface | null {
  const char = text[at] as string
  if (char === '@') return readMention(text, at)
  if (char === '#' || char === '＃') return readTag(text, at)
  const face = isFaceStart(text, at) ? readFace(text, at, char) : null
  if (face !== null) return face
  const word = plainWord(text, at) ?? matchAt(WORD, text, at)
  if (word !== null) return readWord(text, at, word)
  // No ASCII character is an emoji.
  const emoji = char > '~' ? matchAt(EMOJI, text, at) : null
  if (emoji !== null) return symbol(emoji, at, at + emoji.length)
  return readPunctuation(text, at, char)
}

/**
 * Classes of ASCII characters: part of a word, start of a face. A table is faster than a pattern here, and every piece
 * needs it.
 */
const ASCII_WORD = 1
const ASCII_FACE = 2
const APOSTROPHE = 39
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code)
  return (/[a-z\d]/i.test(char) ? ASCII_WORD : 0) | (/[<:;=8([{)\]^>\-dtox]/i.test(char) ? ASCII_FACE : 0)
})

function isFaceStart(text: string, at: number): boolean {
  if (((ASCII[text.charCodeAt(at)] ?? 0) & ASCII_FACE) === 0) return false
  FACE_START.lastIndex = at
  return FACE_START.test(text)
}

/**
 * The match of `WORD` if it consists of ASCII letters and digits, as nine words of ten do. Null if the pattern has to
 * decide.
 */
function plainWord(text: string, at: number): string | null {
  let end = at
  let code = text.charCodeAt(end)
  while (((ASCII[code] ?? 0) & ASCII_WORD) !== 0) code = text.charCodeAt(++end)
  // An apostrophe or a letter of another script may continue the word.
  return end === at || code === APOSTROPHE || code > 127 ? null : text.slice(at, end)
}

/**
 * After a word, a face must not begin with or precede a letter: "thanks:)" contains one, "8d" and "note:(see" do not.
 */
function readFace(text: string, at: number, char: string): LocatedSurface | null {
  if (at === 0 || !isWordCharacter(text[at - 1])) return firstOf(FACES, text, at)
  if (isWordCharacter(char)) return null
  const face = firstOf(FACES, text, at)
  return face === null || isWordCharacter(text[face.end]) ? null : face
}

const isWordCharacter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/**
 * A piece that begins like a word may be an address, a number or a censored word; the character after its letters
 * decides.
 */
function readWord(text: string, at: number, word: string): LocatedSurface {
  const next = text[at + word.length]
  if (next === '.' || next === ':' || next === '@' || next === '-' || next === '+' || next === '_') {
    const address = matchAt(ADDRESS, text, at)
    if (address !== null) return symbol(URL_SYMBOL, at, at + address.length)
  }
  const number = isDigit(word) ? matchAt(NUMBER, text, at) : null
  if (number !== null) {
    const isLong = /[.,:/%]/.test(number) || number.length > 4
    return isLong ? symbol(NUMBER_SYMBOL, at, at + number.length) : wordSurface(number, at)
  }
  const censored = next === '*' ? matchAt(CENSORED, text, at) : null
  if (censored === null) return wordSurface(word, at)
  const { surface, start, end } = wordSurface(censored, at)
  return { surface: { ...surface, text: uncensor(surface.text) }, start, end }
}

const isDigit = (word: string) => /^\p{N}/u.test(word)

/** Restores the few words that are commonly censored with stars; other words keep their remaining letters. */
function uncensor(word: string): string {
  const known = HIDDEN.find(([pattern]) => pattern.test(word))
  return known === undefined ? word.replaceAll('*', '') : word.replace(known[0], known[1])
}
const HIDDEN: readonly (readonly [RegExp, string])[] = [
  [/^f(?:u\*+|\*{1,3}c?)k|^fu\*+c?/, 'fuck'],
  [/^f\*+g$/, 'fucking'],
  [/^f\*+(?=ing|ed|er|in$|$)/, 'fuck'],
  [/^sh\*+t|^s\*{1,3}t|^s\*{3}$/, 'shit'],
  [/^b\*+t?ch|^bi\*+h/, 'bitch'],
  [/^a\*{2}(?!\w)|^a\*{2}(?=hole)|^as\*|^a\*s/, 'ass'],
  [/^d\*+mn?/, 'damn'],
  [/^cr\*p/, 'crap'],
  [/^c\*nt/, 'cunt'],
]

function readMention(text: string, at: number): LocatedSurface | null {
  const name = groupAt(MENTION, text, at)
  if (name === null) return null
  return {
    surface: { kind: 'mention', text: name.toLowerCase(), written: name, isShouted: false },
    start: at,
    end: at + 1 + name.length,
  }
}

function readTag(text: string, at: number): LocatedSurface | null {
  const name = groupAt(HASHTAG, text, at)
  if (name === null) return null
  return {
    surface: { kind: 'hashtag', text: name.toLowerCase(), written: name, isShouted: false },
    start: at,
    end: at + 1 + name.length,
  }
}

function wordSurface(written: string, at: number): LocatedSurface {
  const text = written.toLowerCase()
  const isShouted =
    written.length > 1 && written !== text && written === written.toUpperCase() && /\p{L}.*\p{L}/u.test(written)
  return { surface: { kind: 'word', text, written, isShouted }, start: at, end: at + written.length }
}

const symbol = (text: string, start: number, end: number): LocatedSurface => ({
  surface: { kind: 'symbol', text, written: text, isShouted: false },
  start,
  end,
})

function readPunctuation(text: string, at: number, char: string): LocatedSurface | null {
  const sign = PUNCTUATION.get(char)
  if (sign === undefined) return null
  let end = at + 1
  if (sign.more !== undefined) while (text[end] === char) end++
  return symbol(end > at + 1 ? (sign.more as string) : sign.one, at, end)
}

function firstOf(patterns: readonly (readonly [string, RegExp])[], text: string, at: number): LocatedSurface | null {
  for (const [name, pattern] of patterns) {
    const found = matchAt(pattern, text, at)
    if (found !== null) return symbol(name, at, at + found.length)
  }
  return null
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

function groupAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[1] ?? null
}
