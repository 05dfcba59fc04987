const WORDS: Readonly<Record<string, string>> = {
  '--columns': 'columns',
  '--map': 'columnMap',
  '--labels': 'labelMap',
  '--no-header': 'hasHeader: false',
  '--encoding': 'encoding',
  '--time-format': 'timeFormat',
}

/** A sentence about the options of the command line, with the names that the API has for them. */
export const inApiWords = (sentence: string): string =>
  sentence.replace(/--[a-z-]*[a-z]/g, option => WORDS[option] ?? option)
