import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'
import { type OutputFormat, outputFormatOption } from '../output/output-format.ts'
import { shownReport } from '../output/shown-records.ts'
import { recorded } from '../recorded.ts'

const EXAMPLES = `
Examples:
  $ pulso keys revoke dashboard       by its name, if only one key has it
  $ pulso keys revoke Ab3dE6gH        by its prefix

Every server on the database refuses the key at once and ends its open streams. This cannot be undone.`

export function revokeKeyCommand(readConfig: ReadConfig): Command {
  return new Command('revoke')
    .description('revoke a key for good')
    .argument('<key>', 'its prefix, its name, or the whole key')
    .addOption(outputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action((key: string, { format }: { readonly format: OutputFormat }) => runRevoke(readConfig(), key, format))
}

async function runRevoke(config: Config, named: string, format: OutputFormat): Promise<void> {
  const { withKeys } = await import('./with-keys.ts')
  await withKeys(config, async ({ storage, keys }) => {
    const revoked = await recorded(storage, 'keys revoke', {}, () => keys.revoke(named))
    if (!revoked.ok) throw new UsageError(revoked.problem.message)
    const { name, prefix, revokedAt } = revoked.value
    process.stdout.write(
      shownReport(format, { name, prefix, revokedAt }, () => `The key ${name} (pulso_${prefix}_…) is revoked.`),
    )
  })
}
