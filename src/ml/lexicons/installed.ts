import { existsSync } from 'node:fs'
import { UsageError } from '../../problem/problem.ts'
import { LEXICON_PACKAGES, LEXICONS_DIRECTORY, lexiconFile } from './lexicon-packages.ts'

/** Whether all packages that training reads are installed. */
export const areLexiconsInstalled = (root = LEXICONS_DIRECTORY): boolean =>
  Object.keys(LEXICON_PACKAGES).every(name => existsSync(lexiconFile(root, name, 'package.json')))

/** Throws a `UsageError` that explains how to install them. */
export function checkLexicons(root = LEXICONS_DIRECTORY): void {
  if (areLexiconsInstalled(root)) return
  throw new UsageError('This recipe needs word vectors and lexicons: run `npm run lexicons` (300 MB from npm).')
}
