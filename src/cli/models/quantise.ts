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
  $ pulso models quantise pulso                  write pulso-int8 next to the other models
  $ pulso evaluate --model pulso-int8 --data labelled.csv
  $ pulso models promote pulso-int8

The int8 network multiplies 7-bit states by 8-bit weights and takes 0.6 to 0.7 of the float32 time. Results change
slightly, so the model is another version: evaluate it on your own data before you promote it.`

export function quantiseCommand(readConfig: ReadConfig): Command {
  return new Command('quantise')
    .description('make a faster int8 version of a model')
    .argument('<model>', 'name or version of a model in `pulso models list`')
    .option('--name <name>', 'name of the new model (default: the name of the model with -int8 appended)')
    .option('--out <directory>', 'directory of the new model (default: <name> in PULSO_MODELS, or in models/)')
    .option('--force', 'replace an existing model of that name')
    .addHelpText('after', EXAMPLES)
    .action((wanted: string, flags: QuantiseFlags) => runQuantise(wanted, flags, readConfig()))
}

async function runQuantise(wanted: string, flags: QuantiseFlags, config: Config): Promise<void> {
  const { directory, manifest } = await findModel(config.modelDirectories, wanted)
  const given = flags.name ?? (flags.out === undefined ? `${manifest.name}-int8` : basename(resolve(flags.out)))
  const name = checkModelName(given)
  const out = flags.out ?? join(modelsDirectory(config), name)
  if (flags.force !== true) await refuseOtherModel(out)
  // Refused even with --force: the manifest of the source model would be overwritten.
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
  console.log(`Wrote ${quantised.version} to ${out}`)
}
