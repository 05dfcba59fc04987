import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { Command } from 'commander'
import type { Config, ReadConfig } from '../../config.ts'
import { loadModel } from '../../ml/network/load-model.ts'
import { writeModel } from '../../ml/training/write-model.ts'
import { findModel } from '../../models/find-model.ts'
import { quantiseModel } from '../../models/quantise-model.ts'
import { checkOutputFolder, refuseSameFile } from '../output-paths.ts'
import { checkModelName, modelsDirectory, refuseOtherModel } from './new-model-folder.ts'

interface QuantiseFlags {
  readonly name?: string
  readonly out?: string
  readonly force?: boolean
}

const EXAMPLES = `
Examples:
  $ pulso models quantise pulso                  writes pulso-int8 beside the other models
  $ pulso evaluate --model pulso-int8 --data labelled.csv
  $ pulso models promote pulso-int8

The network then multiplies states of 7 bits by weights of 8, and takes 0.6 to 0.7 of the time that it takes in float32. Answers change a
little, so that it is another version: measure it on your own data before you let it answer.`

export function quantiseCommand(readConfig: ReadConfig): Command {
  return new Command('quantise')
    .description('make a faster version of a model that computes in int8')
    .argument('<model>', 'a name or a version of `pulso models list`')
    .option('--name <name>', 'name of the new model (default: that of the model and -int8)')
    .option('--out <directory>', 'folder of the new model (default: <name> in PULSO_MODELS, or else in models/)')
    .option('--force', 'replace a model of that name')
    .addHelpText('after', EXAMPLES)
    .action((wanted: string, flags: QuantiseFlags) => runQuantise(wanted, flags, readConfig()))
}

async function runQuantise(wanted: string, flags: QuantiseFlags, config: Config): Promise<void> {
  const { directory, manifest } = await findModel(config.modelDirectories, wanted)
  const given = flags.name ?? (flags.out === undefined ? `${manifest.name}-int8` : basename(resolve(flags.out)))
  const name = checkModelName(given)
  const out = flags.out ?? join(modelsDirectory(config), name)
  if (flags.force !== true) await refuseOtherModel(out)
  // Not even with --force: the manifest of the model itself would be gone.
  await refuseSameFile('--out', join(out, 'manifest.json'), join(directory, 'manifest.json'))
  const quantised = quantiseModel(await loadModel(directory), name)
  const files = [manifest.weights.file, manifest.preprocessing.vocabulary, manifest.provenance.trainedOn]
  const copies = await Promise.all(
    files
      .filter(file => file !== null)
      .map(async (file): Promise<[string, Buffer]> => [file, await readFile(join(directory, file))]),
  )
  await checkOutputFolder('--out', out)
  writeModel(out, {
    ...Object.fromEntries(copies),
    'manifest.json': Buffer.from(`${JSON.stringify(quantised.manifest, null, 2)}\n`),
  })
  console.log(`${quantised.version} is in ${out}`)
}
