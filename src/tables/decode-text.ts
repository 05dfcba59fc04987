import { UsageError } from '../problem/problem.ts'

/**
 * Windows-1252 characters for ISO 8859-1's control characters (0x80 to 0x9f); five codes are unassigned and unchanged.
 */
const WINDOWS_1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

/**
 * Converts the bytes of a file from any encoding to UTF-8, without a byte-order mark. A character split between two
 * chunks stays whole; invalid bytes become U+FFFD.
 */
export async function* decodeText(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decode = createDecoder(encoding)
  for await (const chunk of chunks) {
    const text = decode(chunk)
    if (text !== '') yield Buffer.from(text)
  }
  const rest = decode(null)
  if (rest !== '') yield Buffer.from(rest)
}

/** Throws a `UsageError` for a name that `TextDecoder` does not know. */
export function checkEncoding(name: string, called = '--encoding'): string {
  try {
    return new TextDecoder(name).encoding
  } catch {
    throw new UsageError(`${called} ${name} is unknown; try utf-8, utf-16le, windows-1252 or shift_jis.`)
  }
}

/** Null ends the text. */
function createDecoder(encoding: string): (chunk: Buffer | null) => string {
  if (encoding === 'windows-1252') {
    // Decoded here, because some Node releases decode it as ISO 8859-1, which turns curly quotes into control
    // characters.
    return chunk =>
      (chunk?.toString('latin1') ?? '').replace(
        /[\x80-\x9f]/g,
        character => WINDOWS_1252[character.charCodeAt(0) - 0x80] ?? character,
      )
  }
  const decoder = new TextDecoder(encoding)
  return chunk => (chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true }))
}
