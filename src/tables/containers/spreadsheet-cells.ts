/** How a workbook counts days and writes cells. */
export interface CellStyles {
  /** Whether the cells of a style are times. */
  readonly isTime: (style: number) => boolean
  /** Whether day 0 is in 1904, as in old workbooks of a Mac. */
  readonly is1904: boolean
}

const DAY_MS = 86_400_000
/** 1899-12-30 in milliseconds since 1970: Excel counts a day that did not exist. */
const EPOCH_MS = -25_569 * DAY_MS
const DAYS_TO_1904 = 1462

/** A time without a zone, to the millisecond; a day if it has no time of day, and the reverse. */
export function timeOf(serial: string, is1904: boolean): string {
  const days = Number(serial) + (is1904 ? DAYS_TO_1904 : 0)
  const time = new Date(EPOCH_MS + Math.round(days * DAY_MS))
  if (Number.isNaN(time.getTime()) || serial.trim() === '') return serial
  const text = time.toISOString()
  if (Number.isInteger(days)) return text.slice(0, 10)
  // A time of day alone.
  return Number(serial) > 0 && Number(serial) < 1 ? text.slice(11, -1) : text.slice(0, -1)
}

/** Whether a number format shows times: it has a letter of one outside quotes, brackets and escapes. */
export const isTimeFormat = (code: string): boolean =>
  /[dmyhs]/i.test(
    code
      .replace(/"[^"]*"|\\.|_.|\*./g, '')
      .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
      .replace(/general/gi, ''),
  )

/** The formats that every workbook knows by their number. */
export const isBuiltInTimeFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Characters that XML cannot contain are written as `_x0001_`. */
export const unescapeCell = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** The column of a reference such as `AB12`, from 0; null if it is none. */
export function columnOf(reference: string): number | null {
  const [, letters] = /^([A-Z]{1,3})\d*$/.exec(reference) ?? []
  if (letters === undefined) return null
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
