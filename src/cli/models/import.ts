import { readFile, stat } from 'node:fs/promises'
import { basename, join, parse, resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { ReadConfig } from '../../config.ts'
import { LABELS, type Label } from '../../labels.ts'
import { importKerasModel } from '../../ml/keras-import/import-keras-model.ts'
import { readKerasFile } from '../../ml/keras-import/read-keras-file.ts'
import { writeModel } from '../../ml/training/write-model.ts'
import { UsageError } from '../../problem/problem.ts'
import { explainFileError } from '../../tables/file-error.ts'
import { checkOutputFolder } from '../output-paths.ts'
import { checkModelName, modelsDirectory, refuseOtherModel } from './new-model-folder.ts'

interface ImportFlags {
  readonly tokenizer: string
  readonly labels: readonly Label[]
  readonly maxTokens?: number
  readonly padding: 'pre' | 'post'
  readonly truncating: 'pre' | 'post'
  readonly removeSubstring: readonly string[]
  readonly name?: string
  readonly out?: string
  readonly force?: boolean
}

/** A tokenizer knows every word of its training data, and Keras writes each five times. */
const LARGEST_TOKENIZER_BYTES = 256 * 2 ** 20

const EXAMPLES = `
Examples:
  $ pulso models import exported_model.h5 --tokenizer tokenizer.json --labels NEGATIVE,NEUTRAL,POSITIVE
  $ pulso models import exported_model.h5 --tokenizer tokenizer.json --labels NEGATIVE,POSITIVE --max-tokens 60 --name mine
  $ pulso classify --model mine "I love it"

Takes what Keras 2 or 3 writes with model.save("exported_model.h5") for a model of Embedding > LSTM > Dense, and the file
that open("tokenizer.json", "w").write(tokenizer.to_json()) makes. Texts are then prepared as pad_sequences(maxlen=N) does it
unless --padding and --truncating say otherwise; answers are those of Keras.`

export function importModelCommand(readConfig: ReadConfig): Command {
  return new Command('import')
    .description('take over a Keras model, to be served as Keras answers')
    .argument('<file>', 'the model, written by model.save("model.h5")')
    .requiredOption('--tokenizer <file>', 'its Tokenizer, as tokenizer.to_json() returns it')
    .requiredOption(
      '--labels <list>',
      'labels in the order of the outputs, such as NEGATIVE,NEUTRAL,POSITIVE',
      labelList,
    )
    .option('--max-tokens <number>', 'maxlen of pad_sequences (default: the input shape of the model)', positiveInteger)
    .addOption(new Option('--padding <side>', 'padding of pad_sequences').choices(['pre', 'post']).default('pre'))
    .addOption(new Option('--truncating <side>', 'truncating of pad_sequences').choices(['pre', 'post']).default('pre'))
    .option(
      '--remove-substring <text>',
      'what was deleted from texts before tokenising; may be repeated',
      collected,
      [],
    )
    .option('--name <name>', 'name of the model here (default: from --out, or from the name of the file)')
    .option('--out <directory>', 'folder of the model (default: <name> in PULSO_MODELS, or else in models/)')
    .option('--force', 'replace a model of that name')
    .addHelpText('after', EXAMPLES)
    .action((path: string, flags: ImportFlags) => runImport(path, flags, readConfig))
}

async function runImport(path: string, flags: ImportFlags, readConfig: ReadConfig): Promise<void> {
  const name = modelName(path, flags)
  const out = flags.out ?? join(modelsDirectory(readConfig()), name)
  if (flags.force !== true) await refuseOtherModel(out)
  const tokenizer = await readTokenizer(flags.tokenizer)
  const model = await readKerasFile(path)
  const imported = await importKerasModel(
    { name: basename(path), content: model },
    { name: basename(flags.tokenizer), content: tokenizer },
    {
      name,
      labels: flags.labels,
      maxTokens: flags.maxTokens ?? null,
      padding: flags.padding,
      truncating: flags.truncating,
      removedSubstrings: flags.removeSubstring,
      command: commandLine(path, flags),
    },
  )
  await checkOutputFolder('--out', out)
  writeModel(out, imported.files)
  for (const notice of imported.notices) console.error(notice)
  console.log(`${imported.version} is in ${out}`)
}

function modelName(path: string, { name, out }: ImportFlags): string {
  const given = name ?? (out === undefined ? slug(parse(path).name) : basename(resolve(out)))
  return checkModelName(given)
}

const slug = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

async function readTokenizer(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_TOKENIZER_BYTES) {
      throw new UsageError(`${path} has more than ${LARGEST_TOKENIZER_BYTES / 2 ** 20} MiB, too much for a tokenizer.`)
    }
    return await readFile(path, 'utf8')
  } catch (error) {
    throw explainFileError(error, path)
  }
}

/** As another machine would type it: without this one's paths. */
function commandLine(path: string, flags: ImportFlags): string {
  const { tokenizer, labels, maxTokens, padding, truncating, removeSubstring } = flags
  const options = [
    ['tokenizer', basename(tokenizer)],
    ['labels', labels.join(',')],
    ...(maxTokens === undefined ? [] : [['max-tokens', String(maxTokens)]]),
    ...(padding === 'pre' ? [] : [['padding', padding]]),
    ...(truncating === 'pre' ? [] : [['truncating', truncating]]),
    ...removeSubstring.map(text => ['remove-substring', `'${text}'`]),
  ]
  return `pulso models import ${basename(path)}${options.map(([name, value]) => ` --${name} ${value}`).join('')}`
}

function labelList(text: string): Label[] {
  const labels = text.split(',').map(part => {
    const label = LABELS.find(one => one === part.trim().toUpperCase())
    if (label === undefined) {
      throw new InvalidArgumentError(`${JSON.stringify(part.trim())} is none of ${LABELS.join(', ')}.`)
    }
    return label
  })
  if (new Set(labels).size < labels.length) throw new InvalidArgumentError('It names a label twice.')
  return labels
}

function positiveInteger(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It should be a whole number from 1 to 99999.')
}

function collected(text: string, before: readonly string[]): readonly string[] {
  if (text === '') throw new InvalidArgumentError('It should not be empty.')
  return [...before, text]
}
