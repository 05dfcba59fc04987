/** A column that only our own exports have: their cells are guarded against spreadsheets, and unguarded when they are imported. */
export const EXPORT_MARK = 'classification_id'
