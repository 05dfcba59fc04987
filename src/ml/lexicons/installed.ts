import { existsSync } from 'node:fs'
import { UsageError } from '../../problem/problem.ts'
import { LEXICON_PACKAGES, LEXICONS_DIRECTORY, lexiconFile } from './lexicon-packages.ts'

/** Whether everything that training reads is there. */
export const areLexiconsInstalled = (root = LEXICONS_DIRECTORY): boolean =>
  Object.keys(LEXICON_PACKAGES).every(name => existsSync(lexiconFile(root, name, 'package.json')))

/** Throws a `UsageError` that says how they are had. */
export function checkLexicons(root = LEXICONS_DIRECTORY): void {
  if (areLexiconsInstalled(root)) return
  throw new UsageError(
    'The word vectors and lexicons that this recipe reads are not installed: run `npm run lexicons` (300 MB from npm).',
  )
}
