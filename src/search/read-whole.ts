const ATTEMPTS = 3

/**
 * Reads rows with their relations. These are read by statements of their own, so a row that was removed in between has lost them. It is then
 * read again, so that a page has its full length; removed rows that remain after some attempts are left out.
 */
export async function readWhole<Row extends object>(read: () => Promise<readonly Row[]>): Promise<readonly Row[]> {
  for (let attempt = 1; ; attempt++) {
    const rows = await read()
    const whole = rows.filter(isWhole)
    if (whole.length === rows.length || attempt === ATTEMPTS) return whole
  }
}

/** No relation of a classification that was asked for is missing. */
const isWhole = (row: object) =>
  ['tweet', 'entity', 'modelVersion'].every(name => !(name in row) || row[name as keyof typeof row] !== null)
