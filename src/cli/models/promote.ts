import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { UsageError } from '../../problem/problem.ts'

const EXAMPLES = `
Examples:
  $ pulso models promote my-lstm
  $ pulso models promote seed-lstm@f8dc53172ee4

From now on it answers, also in servers that are running, and it stays when a release brings another default.
Summaries follow when it has classified everything that is stored: pulso models reclassify does that.`

export function promoteCommand(readConfig: ReadConfig): Command {
  return new Command('promote')
    .description('make a model the one that answers')
    .argument('<model>', 'a name or a version of `pulso models list`')
    .addHelpText('after', EXAMPLES)
    .action((name: string) => runPromotion(name, readConfig()))
}

async function runPromotion(name: string, config: Config): Promise<void> {
  const { withRegistry } = await import('./open-registry.ts')
  const { promoteModel } = await import('../../models/promote-model.ts')
  await withRegistry(config, async ({ registry, loaded, find }) => {
    const before = registry.active.version
    const promoted = await promoteModel({ registry, loaded }, (await find(name)).id)
    if (!promoted.ok) throw new UsageError(promoted.problem.message)
    const { active, shown } = registry.inUse
    console.log(
      active.version === before ? `${before} stays active.` : `${active.version} answers now; before, ${before} did.`,
    )
    if (shown.id === active.id) return
    console.log(
      `Summaries show ${shown.version} until everything stored is classified anew: pulso models reclassify ${active.name}`,
    )
  })
}
