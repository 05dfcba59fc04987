import { Command } from 'commander'
import type { AccessKey } from '../../access/service.ts'
import type { Config, ReadConfig } from '../../config.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownList } from '../output/shown-records.ts'

const EXAMPLES = `
Examples:
  $ pulso keys list
  $ pulso keys list --format json | jq -r '.[] | select(.lastUsedAt == null) | .prefix'`

export function listKeysCommand(readConfig: ReadConfig): Command {
  return new Command('list')
    .description('list all keys, newest first')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action(({ format }: { readonly format: OutputFormat }) => runList(readConfig(), format))
}

const COLUMNS = ['name', 'prefix', 'scopes', 'createdAt', 'expiresAt', 'lastUsedAt', 'revokedAt']

async function runList(config: Config, format: OutputFormat): Promise<void> {
  const { withKeys } = await import('./with-keys.ts')
  await withKeys(config, async ({ keys, now }) => {
    const records = await keys.list()
    const text = () =>
      records.length === 0
        ? 'No keys. Create one: pulso keys create admin --scope ADMIN'
        : records.map(key => shown(key, now())).join('\n')
    process.stdout.write(shownList({ format, records, columns: COLUMNS, text }))
  })
}

const shown = (key: AccessKey, now: Date) =>
  `${key.name}  pulso_${key.prefix}_…  ${key.scopes.join(', ')}  ${stateOf(key, now)}, ${
    key.lastUsedAt === null ? 'never used' : `last used ${day(key.lastUsedAt)}`
  }`

function stateOf({ expiresAt, revokedAt }: AccessKey, now: Date): string {
  if (revokedAt !== null) return `revoked ${day(revokedAt)}`
  if (expiresAt === null) return 'does not expire'
  return `${expiresAt > now ? 'expires' : 'expired'} ${day(expiresAt)}`
}

const day = (time: Date) => time.toISOString().slice(0, 10)
