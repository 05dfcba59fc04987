/** PostgreSQL's text cannot contain U+0000 or lone surrogates. A file may have them anywhere, most often in rejected rows. */
export const storableText = (text: string): string =>
  text.replaceAll('\0', '\u{fffd}').replace(/\p{Surrogate}/gu, '\u{fffd}')
