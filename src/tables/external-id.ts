/** A number that was rounded on the way: spreadsheets and pandas write long ids with an exponent or a decimal point. */
const ROUNDED = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)e[+-]?\d+$|^[+-]?(?:\d+\.\d*|\.\d+)$/i
/** What pandas, R, Python and SQL write for a missing value. */
const MISSING = /^(?:nan|none|null|<na>|na|n\/a|\\n)$/i

/**
 * The external id that a cell contains; null if it has none. A number with an exponent or a decimal point is not an
 * id: different ids were rounded to it.
 */
export function readExternalId(written: string): { readonly id: string | null; readonly isRounded: boolean } {
  const id = unwrapped(written.trim())
  if (id === '' || MISSING.test(id)) return { id: null, isRounded: false }
  return ROUNDED.test(id) ? { id: null, isRounded: true } : { id, isRounded: false }
}

/** An id as a program protects it from spreadsheets, and the address of a tweet, which ends with its id. */
function unwrapped(id: string): string {
  const [, quoted] = /^(?:="|")([^"]+)"?$/.exec(id) ?? /^'(\d[^']*)'?$/.exec(id) ?? []
  const [, ofAddress] = /^https?:\/\/(?:\w+\.)?(?:twitter|x)\.com\/\w+\/status(?:es)?\/(\d+)/i.exec(id) ?? []
  return ofAddress ?? quoted?.trim() ?? id
}

/** Whether a cell says in words that it has no value. */
export const isMissing = (written: string): boolean => MISSING.test(written.trim())
