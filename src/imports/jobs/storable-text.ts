/** The database's text holds neither U+0000 nor half of a surrogate pair; a file may have them anywhere, in what is rejected above all. */
export const storableText = (text: string): string =>
  text.replaceAll('\0', '\u{fffd}').replace(/\p{Surrogate}/gu, '\u{fffd}')
