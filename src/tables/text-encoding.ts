/** The encoding of a file, with its evidence. */
export interface EncodingVerdict {
  /** A label that `TextDecoder` knows. */
  readonly encoding: string
  /** Number of invalid sequences in this encoding; each is read as U+FFFD. */
  readonly invalidSequences: number
  /** The reason for an encoding other than plain UTF-8; shown to the user. */
  readonly notice: string | null
  /** The bytes do not look like text in this encoding: the user must name the right one. */
  readonly isDoubtful: boolean
}

/** What to do about a doubtful encoding; the name of the file precedes it. */
export const DOUBTFUL_ENCODING =
  'is not UTF-8, and its bytes do not look like windows-1252; name its encoding with --encoding, such as gbk, shift_jis, euc-kr or windows-1251'

/** What to do about UTF-32, which no decoder here knows; the name of the file precedes it. */
export const UTF_32 = 'is UTF-32, which cannot be read; save it as UTF-8'

/** Windows-1252 has no characters for these. */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])
/** Fewer bytes above ASCII are no evidence against Windows-1252. */
const MIN_HIGH_BYTES = 4
/** Lines that are UTF-8 for each line that is not, from which a file is damaged UTF-8. */
const GOOD_LINES_SHARE = 0.5
const [LF, CR] = [10, 13]

/** A UTF-16 file in a European language has a NUL in nearly every second byte; text in other encodings has none. */
const NUL_SAMPLE_BYTES = 4096

/**
 * Observes the bytes of a file and determines its encoding at the end. A byte-order mark decides; then NULs in every
 * second byte (UTF-16 without a mark); then whether the bytes are UTF-8. A file with more valid than invalid multi-byte
 * sequences is damaged UTF-8, for instance an emoji cut in half by a careless export, and so is a file with enough lines
 * of valid ones: one broken row must not turn the others into other characters. A file with hardly any was never UTF-8
 * and is read as Windows-1252. In Western text, letters above
 * ASCII stand alone between others; if most of them are neighbours, the text is in another script, and nothing is
 * guessed.
 */
export class EncodingEvidence {
  private head: Buffer = Buffer.alloc(0)
  private validSequences = 0
  private invalidSequences = 0
  private missing = 0
  private low = 0x80
  private high = 0xbf
  private isEmoji = false
  /** Lines with sequences, all of which are valid, and lines with an invalid one. */
  private goodLines = 0
  private badLines = 0
  private validBefore = 0
  private invalidBefore = 0
  private highBytes = 0
  private neighbours = 0
  private unassigned = 0
  private isAfterHigh = false

  add(chunk: Buffer): void {
    if (this.head.length < NUL_SAMPLE_BYTES) this.head = Buffer.concat([this.head, chunk.subarray(0, NUL_SAMPLE_BYTES)])
    for (const byte of chunk) {
      const isHigh = byte >= 0x80
      if (isHigh) {
        this.highBytes += 1
        if (this.isAfterHigh) this.neighbours += 1
        if (UNASSIGNED.has(byte)) this.unassigned += 1
      }
      this.isAfterHigh = isHigh
      if (isHigh || this.missing > 0) this.step(byte)
      if (byte === LF || byte === CR) this.endLine()
    }
  }

  /** Whether the file begins with the byte-order mark of UTF-32, which begins as that of UTF-16. */
  isUtf32(): boolean {
    const mark = this.head.subarray(0, 4).toString('hex')
    return mark === 'fffe0000' || mark === '0000feff'
  }

  verdict(): EncodingVerdict {
    const head = this.head
    if (head[0] === 0xff && head[1] === 0xfe) return certain('utf-16le')
    if (head[0] === 0xfe && head[1] === 0xff) return certain('utf-16be')
    if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return this.asUtf8()
    const unmarked = utf16WithoutMark(head)
    if (unmarked !== null) {
      const notice = `has no byte-order mark and looks like ${unmarked}`
      return { encoding: unmarked, invalidSequences: 0, notice, isDoubtful: false }
    }
    this.endLine()
    const isDamaged = this.goodLines > 0 && this.goodLines >= GOOD_LINES_SHARE * this.badLines
    if (this.invalidSequences <= this.validSequences || isDamaged) return this.asUtf8()
    const isDoubtful = this.unassigned > 0 || this.isOtherScript()
    const notice = isDoubtful ? DOUBTFUL_ENCODING : 'is not UTF-8 and is read as windows-1252'
    return { encoding: 'windows-1252', invalidSequences: 0, notice, isDoubtful }
  }

  private endLine(): void {
    if (this.invalidSequences > this.invalidBefore) this.badLines += 1
    else if (this.validSequences > this.validBefore) this.goodLines += 1
    this.validBefore = this.validSequences
    this.invalidBefore = this.invalidSequences
  }

  private isOtherScript(): boolean {
    return this.highBytes >= MIN_HIGH_BYTES && this.neighbours > this.highBytes / 2
  }

  private asUtf8(): EncodingVerdict {
    const invalidSequences = this.invalidSequences
    const notice =
      invalidSequences === 0
        ? null
        : `has ${invalidSequences} invalid UTF-8 ${invalidSequences === 1 ? 'sequence' : 'sequences'}, read as \u{fffd}`
    return { encoding: 'utf-8', invalidSequences, notice, isDoubtful: false }
  }

  /** The UTF-8 automaton of the Unicode Standard, table 3-7. */
  private step(byte: number): void {
    if (this.missing > 0) {
      if (byte >= this.low && byte <= this.high) {
        // No Windows-1252 text contains these two bytes side by side, so even a truncated emoji is evidence of UTF-8.
        if (this.isEmoji && byte === 0x9f) this.validSequences += 1
        this.missing -= 1
        ;[this.low, this.high] = [0x80, 0xbf]
        if (this.missing === 0) this.validSequences += 1
        this.isEmoji = false
        return
      }
      this.invalidSequences += 1
      this.missing = 0
      if (byte < 0x80) return
    }
    this.isEmoji = byte === 0xf0
    ;[this.low, this.high] = secondByteRange(byte)
    this.missing = continuationBytes(byte)
    if (this.missing === 0) this.invalidSequences += 1
  }
}

const certain = (encoding: string): EncodingVerdict => ({
  encoding,
  invalidSequences: 0,
  notice: null,
  isDoubtful: false,
})

function continuationBytes(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 1
  if (lead >= 0xe0 && lead <= 0xef) return 2
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0
}

function secondByteRange(lead: number): [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf]
}

function utf16WithoutMark(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(head.length / 2)
  if (pairs < 2) return null
  let [first, second] = [0, 0]
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) first += 1
    if (head[2 * pair + 1] === 0) second += 1
  }
  if (second > 0.4 * pairs && first < 0.05 * pairs) return 'utf-16le'
  return first > 0.4 * pairs && second < 0.05 * pairs ? 'utf-16be' : null
}
