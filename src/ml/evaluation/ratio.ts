/** Null without evidence, never 0. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
