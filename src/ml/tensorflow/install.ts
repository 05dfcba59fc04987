/**
 * `npm run tensorflow`: installs a native tfjs-node from npm and PyPI. tfjs-node's own install script downloads from a
 * storage bucket, which some machines cannot reach. libtensorflow comes from PyPI's `tensorflow-cpu` wheel; the addon
 * is compiled from two C++ files on Node-API.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../../problem/problem.ts'
import { scriptCommand } from '../../process/script-command.ts'
import { type Command, hasCommand, runCommand } from './command.ts'
import {
  LIBTENSORFLOW_VERSION,
  NODE_API_HEADERS_VERSION,
  NODE_API_VERSION,
  type TensorFlowInstallation,
  TFJS_NODE_VERSION,
  tensorFlowInstallation,
} from './installation.ts'

/** The files to extract from the wheel: the two libraries, and the C headers that the addon includes. */
const WHEEL_MEMBERS = [
  'tensorflow/libtensorflow_cc.so.2',
  'tensorflow/libtensorflow_framework.so.2',
  'tensorflow/include/tensorflow/c/',
  'tensorflow/include/tensorflow/core/platform/ctstring',
  'tensorflow/include/tsl/',
]

const UNPACK = `
import sys, zipfile
wheel, target, *prefixes = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    archive.extractall(target, [name for name in archive.namelist() if name.startswith(tuple(prefixes))])
`

/** Platforms with wheels; tfjs-node's C++ files find libtensorflow only there. */
const WHEELS: Readonly<Record<string, { readonly project: string; readonly platform: string }>> = {
  'linux-x64': { project: 'tensorflow-cpu', platform: 'manylinux2014_x86_64' },
  'linux-arm64': { project: 'tensorflow', platform: 'manylinux2014_aarch64' },
}

/** Prints its steps. Throws a `UsageError` that names a missing tool. Leaves a finished installation unchanged. */
export function installTensorFlow(installation: TensorFlowInstallation, say: (line: string) => void): void {
  if (existsSync(installation.receipt) && readFileSync(installation.receipt, 'utf8') === receipt()) {
    say(`TensorFlow ${LIBTENSORFLOW_VERSION} is already installed in ${installation.root}.`)
    return
  }
  const wheel = WHEELS[platformName()]
  if (wheel === undefined) {
    throw new UsageError(
      `npm run tensorflow supports ${Object.keys(WHEELS).join(' and ')}, not ${platformName()}; try \`npm install @tensorflow/tfjs-node@${TFJS_NODE_VERSION}\`.`,
    )
  }
  const tools = findTools()
  rmSync(installation.root, { recursive: true, force: true })
  mkdirSync(installation.root, { recursive: true })

  say(`1/4 tfjs-node ${TFJS_NODE_VERSION} from npm`)
  writeFileSync(join(installation.root, 'package.json'), '{ "private": true }\n')
  const packages = [`@tensorflow/tfjs-node@${TFJS_NODE_VERSION}`, `node-api-headers@${NODE_API_HEADERS_VERSION}`]
  const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact', '--loglevel=error']
  runCommand({ program: 'npm', args: ['install', '--prefix', installation.root, ...npmFlags, ...packages] })

  say(`2/4 libtensorflow ${LIBTENSORFLOW_VERSION} from PyPI's ${wheel.project} (about 210 MB to download)`)
  const download = join(installation.root, 'download')
  const pipFlags = ['--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '--no-cache-dir', '--quiet']
  // The libraries are the same for every Python version, so the local version does not matter.
  const target = ['--python-version', '3.11', '--platform', wheel.platform, '--dest', download]
  runCommand({
    program: tools.pip.program,
    args: [...tools.pip.args, 'download', ...pipFlags, ...target, `${wheel.project}==${LIBTENSORFLOW_VERSION}`],
  })
  unpackWheel(installation, tools.python, download)

  say('3/4 compiling the addon')
  compileAddon(installation, tools.compiler)

  say('4/4 removing build files')
  for (const unneeded of [
    download,
    installation.headers,
    join(installation.root, 'node_modules', 'node-api-headers'),
  ]) {
    rmSync(unneeded, { recursive: true, force: true })
  }
  removeSourceMaps(join(installation.root, 'node_modules', '@tensorflow'))
  writeFileSync(installation.receipt, receipt())
  say(`TensorFlow ${LIBTENSORFLOW_VERSION} is installed in ${installation.root}.`)
}

/** Content of the receipt of a finished installation; different content means another release. */
export const receipt = (): string =>
  `${JSON.stringify({ tfjsNode: TFJS_NODE_VERSION, libtensorflow: LIBTENSORFLOW_VERSION, platform: platformName() })}\n`

const platformName = () => `${process.platform}-${process.arch}`

interface Tools {
  readonly python: string
  readonly pip: Command
  readonly compiler: string
}

function findTools(): Tools {
  const compiler = ['g++', 'clang++', 'c++'].find(name => hasCommand(name, ['--version']))
  if (compiler === undefined) {
    throw new UsageError(
      'g++ is missing: `apt-get install g++` (or install a C++ compiler), then run `npm run tensorflow` again.',
    )
  }
  const python = ['python3', 'python'].find(name => hasCommand(name, ['--version']))
  if (python === undefined) {
    throw new UsageError(
      'python3 is missing: `apt-get install python3 python3-pip`, then run `npm run tensorflow` again.',
    )
  }
  const pip = [
    { program: python, args: ['-m', 'pip'] },
    { program: 'pip3', args: [] },
  ].find(({ program, args }) => hasCommand(program, [...args, '--version']))
  if (pip === undefined) {
    throw new UsageError('pip is missing: `apt-get install python3-pip`, then run `npm run tensorflow` again.')
  }
  return { python, pip, compiler }
}

function unpackWheel(installation: TensorFlowInstallation, python: string, download: string): void {
  const wheel = readdirSync(download).find(name => name.endsWith('.whl'))
  if (wheel === undefined) throw new UsageError('pip downloaded no wheel; run `npm run tensorflow` again.')
  const unpacked = join(download, 'unpacked')
  runCommand({ program: python, args: ['-c', UNPACK, join(download, wheel), unpacked, ...WHEEL_MEMBERS] })
  mkdirSync(installation.libraries, { recursive: true })
  renameSync(join(unpacked, 'tensorflow', 'include'), installation.headers)
  for (const library of readdirSync(join(unpacked, 'tensorflow')).filter(name => name.startsWith('libtensorflow'))) {
    const installed = join(installation.libraries, library)
    renameSync(join(unpacked, 'tensorflow', library), installed)
    chmodSync(installed, 0o755)
    // Debug symbols are a third of the size. Stripping is optional.
    if (hasCommand('strip', ['--version'])) runCommand({ program: 'strip', args: ['--strip-unneeded', installed] })
  }
}

function compileAddon(installation: TensorFlowInstallation, compiler: string): void {
  mkdirSync(dirname(installation.addon), { recursive: true })
  const includes = [
    installation.headers,
    join(installation.root, 'node_modules', 'node-api-headers', 'include'),
    installation.package,
  ]
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'].map(name => join(installation.package, 'binding', name))
  const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2'].map(name =>
    join(installation.libraries, name),
  )
  runCommand({
    program: compiler,
    args: [
      ...['-shared', '-fPIC', '-O2', '-std=c++17', '-w', `-DNAPI_VERSION=${NODE_API_VERSION}`],
      ...includes.flatMap(folder => ['-I', folder]),
      ...sources,
      ...libraries,
      '-Wl,-rpath,$ORIGIN/../../deps/lib',
      ...['-o', installation.addon],
    ],
  })
}

/** tfjs ships every bundle with its source map: half of the installed size. */
function removeSourceMaps(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.map')) rmSync(join(folder, name), { force: true })
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  scriptCommand('tensorflow', 'Installs TensorFlow, for training and for the tests that compare engines.').parse()
  try {
    installTensorFlow(tensorFlowInstallation(), line => console.log(line))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(error.message)
    process.exitCode = error.exitCode
  }
}
