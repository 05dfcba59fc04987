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

/** A tokenizer lists every word of its training data, and Keras writes each word five times. */
const LARGEST_TOKENIZER_BYTES = 256 * 2 ** 20

const EXAMPLES = `
Examples:
  $ pulso models import exported_model.h5 --tokenizer tokenizer.json --labels NEGATIVE,NEUTRAL,POSITIVE
  $ pulso models import exported_model.h5 --tokenizer tokenizer.json --labels NEGATIVE,POSITIVE --max-tokens 60 --name mine
  $ pulso classify --model mine "I love it"

Supports models of the form Embedding > LSTM > Dense, saved by Keras 2 or 3 with model.save("exported_model.h5").
Save the tokenizer with open("tokenizer.json", "w").write(tokenizer.to_json()). Texts are prepared as
pad_sequences(maxlen=N) prepares them; --padding and --truncating change that. Results match those of Keras.`

export function importModelCommand(readConfig: ReadConfig): Command {
  return new Command('import')
    .description('import a Keras model; its results match those of Keras')
    .argument('<file>', 'the model, saved with model.save("model.h5")')
    .requiredOption('--tokenizer <file>', 'its Tokenizer, as returned by tokenizer.to_json()')
    .requiredOption(
      '--labels <list>',
      'labels in the order of the outputs, such as NEGATIVE,NEUTRAL,POSITIVE',
      labelList,
    )
    .option('--max-tokens <number>', "maxlen of pad_sequences (default: the model's input length)", positiveInteger)
    .addOption(new Option('--padding <side>', 'padding of pad_sequences').choices(['pre', 'post']).default('pre'))
    .addOption(new Option('--truncating <side>', 'truncating of pad_sequences').choices(['pre', 'post']).default('pre'))
    .addOption(
      new Option('--remove-substring <text>', 'substring that was deleted from the texts before tokenising; repeatable')
        .argParser(collected)
        .default([], 'none'),
    )
    .option('--name <name>', 'name of the imported model (default: from --out, or from the file name)')
    .option('--out <directory>', 'directory of the imported model (default: <name> in PULSO_MODELS, or in models/)')
    .option('--force', 'replace an existing model of that name')
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
  console.log(`Imported ${imported.version} into ${out}`)
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
      throw new UsageError(
        `${path} is larger than ${LARGEST_TOKENIZER_BYTES / 2 ** 20} MiB, which is too large for a tokenizer.`,
      )
    }
    return await readFile(path, 'utf8')
  } catch (error) {
    throw explainFileError(error, path)
  }
}

/** Without this machine's paths, so that the command can be repeated elsewhere. */
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
      throw new InvalidArgumentError(`${JSON.stringify(part.trim())} is not one of ${LABELS.join(', ')}.`)
    }
    return label
  })
  if (new Set(labels).size < labels.length) throw new InvalidArgumentError('It contains a label twice.')
  return labels
}

function positiveInteger(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a whole number from 1 to 99999.')
}

function collected(text: string, before: readonly string[]): readonly string[] {
  if (text === '') throw new InvalidArgumentError('It must not be empty.')
  return [...before, text]
}
