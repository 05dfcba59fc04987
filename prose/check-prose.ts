import { fileURLToPath } from 'node:url'
import { scriptCommand } from '../src/process/script-command.ts'
import { findFaults } from './find-faults.ts'
import { commandHelp } from './texts/command-help.ts'
import { markdownFile, markdownFiles } from './texts/markdown-files.ts'
import { schemaDescriptions } from './texts/schema-descriptions.ts'
import type { Text } from './texts/text.ts'

/*
 * npm run check:prose                          checks Markdown, the API's descriptions and the help of the commands
 * npm run check:prose -- schema help README.md   checks some of them, or single files
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const ALL = ['markdown', 'schema', 'help']

async function textsOf(scope: string): Promise<readonly Text[]> {
  if (scope === 'markdown') return markdownFiles(ROOT)
  if (scope === 'schema') return [schemaDescriptions(ROOT)]
  if (scope === 'help') return commandHelp()
  return [markdownFile(ROOT, scope)]
}

const given = scriptCommand('check:prose', 'Checks the language of texts.')
  .argument('[scopes...]', 'markdown, schema, help, or Markdown files (default: all)')
  .parse().args
const texts = (await Promise.all((given.length === 0 ? ALL : given).map(textsOf))).flat()
const faults = (await Promise.all(texts.map(findFaults))).flat()
for (const fault of faults) console.log(fault)
console.log(`${texts.length} texts, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
