// Runs real clients against a running server, and some against one that needs a key.   node main.mjs URL SCHEMA URL_WITH_KEYS KEY
// Their packages are many times larger than the server's, so this folder has its own lock file. CI copies it and installs them there: below
// test/, the runner would search them for tests.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkApollo } from './apollo.mjs'
import { checkAzureLanguage, checkAzureTextAnalytics, checkComprehend, checkNaturalLanguage } from './clouds.mjs'
import { checkCodegen } from './codegen.mjs'
import { checkKeys } from './keys.mjs'
import { checkRelay } from './relay.mjs'
import { checkUrql } from './urql.mjs'

const [url, schemaPath, urlWithKeys, key] = process.argv.slice(2)

const inputs = ['Xbox', 'Sony', 'Sega', 'Atari'].map(entity => ({
  text: `I love ${entity}`,
  entity,
  externalId: entity,
}))
const stored = await fetch(`${url}/graphql`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    query: 'mutation ($inputs: [ClassifyInput!]!) { classifyBatch(inputs: $inputs) { userErrors { message } } }',
    variables: { inputs },
  }),
})
if (!stored.ok) throw new Error(await stored.text())

/** From its package, where Python can install it. */
function checkPython(script, address) {
  const run = (command, args, stdio) => spawnSync(command, args, { cwd: import.meta.dirname, stdio })
  const target = join(import.meta.dirname, 'node_modules', '.python')
  const install = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--target',
    target,
    '-r',
    'requirements.txt',
  ]
  if (run('python3', ['-m', 'pip', '--version'], 'ignore').status !== 0) return 'skipped: no Python with pip'
  if (run('python3', install, 'ignore').status !== 0) return 'skipped: pip cannot install the packages'
  const { status } = spawnSync('python3', [script, address], {
    cwd: import.meta.dirname,
    stdio: 'inherit',
    env: { ...process.env, PYTHONPATH: target },
  })
  if (status !== 0) throw new Error(`${script} failed`)
  return 'passed'
}

/** The client of Java's own library, where a JDK is. */
function checkJava(address) {
  const run = (args, stdio) => spawnSync('java', args, { cwd: import.meta.dirname, stdio })
  if (run(['--list-modules'], 'pipe').stdout?.includes('jdk.compiler') !== true) return 'skipped: no JDK'
  if (run(['JavaClient.java', address], 'inherit').status !== 0) throw new Error('JavaClient.java failed')
  return 'passed'
}

const CHECKS = {
  'Apollo Client': checkApollo,
  urql: checkUrql,
  "Relay's compiler": checkRelay,
  'GraphQL Code Generator': checkCodegen,
  'Python gql': address => checkPython('gql_client.py', address),
  "Java's HttpClient": checkJava,
  'Amazon Comprehend': checkComprehend,
  'Amazon Comprehend in Python': address => checkPython('comprehend_client.py', address),
  'Google Natural Language': checkNaturalLanguage,
  'Azure Text Analytics': checkAzureTextAnalytics,
  'Azure AI Language': checkAzureLanguage,
  'cloud clients with a key': () => checkKeys(urlWithKeys, key),
}

for (const [name, check] of Object.entries(CHECKS)) {
  try {
    console.log(`${name}: ${(await check(url, schemaPath)) ?? 'passed'}`)
  } catch (error) {
    console.error(`${name}: FAILED`, error)
    process.exitCode = 1
  }
}
