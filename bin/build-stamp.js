import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/*
 * Whether dist/ is built from the source beside it. `git pull` changes the source only, and the old build would run without a word. Changed
 * times are looked at first, which takes milliseconds; contents decide, because a checkout of another branch and back changes times as well.
 */

/** The sources of each part of a build. */
const SOURCES = { server: ['src'], web: ['web', 'schema.graphql'] }
const GENERATED = /[\\/]generated[\\/]|\.generated\.ts$/

/** Says that a part is built from the present source. */
export function stampBuild(root, part, dist = join(root, 'dist')) {
  mkdirSync(join(dist, 'built'), { recursive: true })
  writeFileSync(stampFile(dist, part), stampOf(filesOf(root, part)))
}

/** Whether a part was built from another source. False without a source, as in an image, and for a build without a stamp. */
export function isStale(root) {
  return Object.keys(SOURCES).some(part => {
    const stamp = stampFile(join(root, 'dist'), part)
    if (!existsSync(stamp) || !existsSync(join(root, 'src'))) return false
    const builtAt = statSync(stamp).mtimeMs
    const files = filesOf(root, part)
    const built = readFileSync(stamp, 'utf8')
    // A removed file leaves no time.
    const isAsMany = built.startsWith(`${files.length} `)
    if (isAsMany && files.every(file => statSync(file).mtimeMs <= builtAt)) return false
    if (built !== stampOf(files)) return true
    trySetTime(stamp)
    return false
  })
}

const stampFile = (dist, part) => join(dist, 'built', part)

function filesOf(root, part) {
  return SOURCES[part]
    .flatMap(name => {
      const path = join(root, name)
      if (!existsSync(path) || !statSync(path).isDirectory()) return existsSync(path) ? [path] : []
      return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
    })
    .filter(file => !GENERATED.test(file))
    .sort()
}

/** The number of files, and a hash of their contents. */
function stampOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file)).update('\0')
  return `${files.length} ${hash.digest('hex')}`
}

/** The contents were compared; the next start need not do it again. */
function trySetTime(stamp) {
  try {
    utimesSync(stamp, new Date(), new Date())
  } catch {
    // Another user's build; comparing again is only slower.
  }
}
