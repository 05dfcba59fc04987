import { existsSync } from 'node:fs'
import { UsageError } from '../../problem/problem.ts'
import {
  LEXICON_PACKAGES,
  LEXICONS_DIRECTORY,
  lexiconFile,
  lexiconPython,
  OTHER_LANGUAGE_PACKAGES,
} from './lexicon-packages.ts'

/** Whether all packages that training reads are installed. */
export const areLexiconsInstalled = (root = LEXICONS_DIRECTORY): boolean =>
  Object.keys(LEXICON_PACKAGES).every(name => existsSync(lexiconFile(root, name, 'package.json')))

/** The same for recipes of other languages. */
export const areOtherLanguagesInstalled = (root = LEXICONS_DIRECTORY): boolean =>
  areLexiconsInstalled(root) &&
  existsSync(lexiconPython(root)) &&
  Object.keys(OTHER_LANGUAGE_PACKAGES).every(name => existsSync(lexiconFile(root, name, 'package.json')))

/** Throws a `UsageError` that explains how to install them. */
export function checkLexicons(root = LEXICONS_DIRECTORY, language = 'en'): void {
  if (language === 'en' ? areLexiconsInstalled(root) : areOtherLanguagesInstalled(root)) return
  throw new UsageError(
    'This recipe needs word vectors and lexicons: run `npm run lexicons` (500 MB from npm and PyPI).',
  )
}
