import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'
import { SCOPE_MEANINGS, SCOPES, type Scope } from '../../scopes.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownReport } from '../output/shown-records.ts'
import { recorded } from '../recorded.ts'

interface CreateFlags {
  readonly scope: readonly Scope[]
  readonly expires?: string
  readonly format: OutputFormat
}

const EXAMPLES = `
Scopes:
${SCOPES.map(scope => `  ${scope.padEnd(9)} ${SCOPE_MEANINGS[scope]}`).join('\n')}

Examples:
  $ pulso keys create admin --scope ADMIN
  $ pulso keys create feed --scope CLASSIFY --expires 90d
  $ pulso keys create analyst --scope READ,REVIEW --expires 2030-01-31
  $ pulso keys create ci --scope CLASSIFY --expires 12h --format json | jq -r .secret

The key is shown once: only its hash is stored. Clients send it as \`Authorization: Bearer KEY\` or \`X-Api-Key: KEY\`.`

export function createKeyCommand(readConfig: ReadConfig): Command {
  return new Command('create')
    .description('create a key and show it once')
    .argument('<name>', 'a name for people')
    .requiredOption(
      '--scope <scopes>',
      `its permissions, separated by commas: ${SCOPES.join(', ')}`,
      (text: string, before: readonly Scope[] = []) => [...before, ...readScopes(text)],
    )
    .option('--expires <time>', 'when it expires, such as 90d, 12h or 2030-01-31 (default: never)')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action((name: string, flags: CreateFlags) => runCreate(readConfig(), name, flags))
}

async function runCreate(config: Config, name: string, { scope, expires, format }: CreateFlags): Promise<void> {
  const { withKeys } = await import('./with-keys.ts')
  const { parseExpiry } = await import('./expiry.ts')
  await withKeys(config, async ({ storage, keys, now }) => {
    const expiresAt = expires === undefined ? null : parseExpiry(expires, now())
    const created = await recorded(storage, 'keys create', {}, () => keys.create({ name, scopes: scope, expiresAt }))
    if (!created.ok) throw new UsageError(created.problem.message)
    const { key, secret } = created.value
    const report = { name: key.name, prefix: key.prefix, scopes: key.scopes, expiresAt: key.expiresAt, secret }
    // Standard output has only the key, so that a script can take it.
    if (format === 'text') console.error(`The key ${key.name} (${key.scopes.join(', ')}) is shown only now:`)
    process.stdout.write(shownReport(format, report, () => secret))
  })
}

function readScopes(text: string): readonly Scope[] {
  return text.split(',').map(part => {
    const scope = SCOPES.find(known => known === part.trim().toUpperCase())
    if (scope === undefined) {
      throw new UsageError(
        `--scope ${part.trim().slice(0, 40) || '""'} is unknown; use one or more of ${SCOPES.join(', ')}.`,
      )
    }
    return scope
  })
}
