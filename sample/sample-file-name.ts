/** By which the dashboard recognises the import of the sample, and offers to undo it. */
export const SAMPLE_FILE_NAME = 'pulso-sample.ndjson'
