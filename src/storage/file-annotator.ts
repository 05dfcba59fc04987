/** The annotator of the labels in imported rows. No person can have this name. */
export const FILE_ANNOTATOR = 'file'
