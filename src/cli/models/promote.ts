import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'
import { recorded } from '../recorded.ts'

const EXAMPLES = `
Examples:
  $ pulso models promote my-lstm
  $ pulso models promote seed-lstm@f8dc53172ee4

The model becomes active at once, and within two seconds in running servers. It stays active when a release
changes the default model. Summaries switch to it when it has classified all stored mentions: see pulso models
reclassify.`

export function promoteCommand(readConfig: ReadConfig): Command {
  return new Command('promote')
    .description('activate a model')
    .argument('<model>', 'name or version of a model in `pulso models list`')
    .addHelpText('after', EXAMPLES)
    .action((name: string) => runPromotion(name, readConfig()))
}

async function runPromotion(name: string, config: Config): Promise<void> {
  const { withRegistry } = await import('./open-registry.ts')
  const { promoteModel } = await import('../../models/promote-model.ts')
  await withRegistry(config, async ({ storage, registry, loaded, find }) => {
    const before = registry.active.version
    const { id: modelId } = await find(name)
    const promoted = await recorded(storage, 'models promote', { modelId }, () =>
      promoteModel({ registry, loaded }, modelId),
    )
    if (!promoted.ok) throw new UsageError(promoted.problem.message)
    const { active, summary } = registry.inUse
    console.log(
      active.version === before ? `${before} is already active.` : `${active.version} is now active; ${before} was.`,
    )
    if (summary.id === active.id) return
    console.log(
      `Summaries show ${summary.version} until every mention is reclassified: pulso models reclassify ${active.name}`,
    )
  })
}
