import type { Pool } from 'pg'

/** How the labelled rows of a file were chosen among all of its rows. */
export const LABEL_COVERAGES = ['ALL_ROWS', 'RANDOM_SAMPLE', 'CHOSEN'] as const
export type LabelCoverage = (typeof LABEL_COVERAGES)[number]

/** Its population is the file, whose rows are counted nowhere else. */
const INSERT = `
  INSERT INTO label_draw (id, strategy, population_count, item_count, text_count, strata, created_at)
  VALUES ($1, $2, 0, 0, 0, '[]', $3) ON CONFLICT (id) DO NOTHING`

/** Stores the draw that the labels of an import belong to, if they are a sample that estimates may use. Repeating it changes nothing. */
export async function startLabelDraw(
  pool: Pool,
  importId: string,
  coverage: LabelCoverage | null,
  now: Date,
): Promise<void> {
  if (coverage !== null && coverage !== 'CHOSEN') await pool.query(INSERT, [importId, coverage, now])
}
