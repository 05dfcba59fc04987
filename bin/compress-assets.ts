import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { stampBuild } from './build-stamp.js'

// Compresses the built files of the pages once. Their names contain a hash, so a compressed file stays valid as long as its original.
const ASSETS = fileURLToPath(new URL('../dist/web/assets', import.meta.url))
const COMPRESSIBLE = /\.(js|css|svg)$/
/** A response of one packet is not smaller. */
const MIN_BYTES = 1400
/** The highest level takes ten times as long, for a few percent. */
const BROTLI_QUALITY = 9

for (const name of readdirSync(ASSETS).filter(file => COMPRESSIBLE.test(file))) {
  const path = join(ASSETS, name)
  const content = readFileSync(path)
  if (content.length < MIN_BYTES) continue
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  }
  writeFileSync(`${path}.br`, brotliCompressSync(content, { params }))
  writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
}

stampBuild(fileURLToPath(new URL('../', import.meta.url)), 'web')
