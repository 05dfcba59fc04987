// Builds what the Dockerfile builds, without a Docker engine: runs its instructions in folders of their own, then starts its command as
// another user against the PostgreSQL of DATABASE_URL, and makes a first visit.   node .ci/image.js WORK_DIRECTORY
import { execFileSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const [work = ''] = process.argv.slice(2)

/** Any number that is not the builder's: files of the image must be readable for a user who does not own them. */
const USER = { uid: 10_001, gid: 10_001 }

const instructions = readFileSync('Dockerfile', 'utf8')
  .replace(/^\s*#.*$/gm, '')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line =>
    line
      .trim()
      .match(/^(\w+)\s+(.*)$/)
      .slice(1),
  )

/** What the build context holds: the tracked files, as in a clean clone. */
const context = join(work, 'context')
mkdirSync(context, { recursive: true })
execFileSync('bash', ['-c', 'git ls-files -z | xargs -0 cp --parents -t "$0"', context])

const stages = []
const environment = {}
let directory = '/'
let command = []
const stage = () => stages.at(-1)
/** A path of the image, in the folder of its stage. */
const inStage = (path, { root } = stage()) => join(root, path.startsWith('/') ? path : join(directory, path))

/** A command with the image's paths and user in place of the machine's. */
const inFolders = text =>
  text
    .replaceAll(/(?<=^|\s)\/(app|var|usr)\//g, path => join(stage().root, path))
    .replaceAll('node:node', `${USER.uid}:${USER.gid}`)
    .replace(/^ln -s/, `mkdir -p ${join(stage().root, 'usr/local/bin')} && ln -s`)

for (const [name, rest] of instructions) {
  switch (name) {
    case 'FROM': {
      const [, alias] = rest.match(/\bAS (\w+)/i) ?? []
      stages.push({ alias, root: join(work, `stage-${stages.length}`) })
      mkdirSync(stage().root, { recursive: true })
      break
    }
    case 'WORKDIR':
      directory = rest
      mkdirSync(inStage('.'), { recursive: true })
      break
    case 'ENV':
      for (const pair of rest.split(/\s+/)) environment[pair.split('=')[0]] = pair.split('=')[1]
      break
    case 'COPY': {
      const parts = rest.split(/\s+/).filter(part => !part.startsWith('--'))
      const from = rest.match(/--from=(\w+)/)?.[1]
      const source = from === undefined ? context : stages.find(({ alias }) => alias === from).root
      const target = inStage(parts.at(-1))
      for (const path of parts.slice(0, -1)) {
        const found = resolve(source, path.replace(/^\//, ''))
        const into =
          parts.length > 2 || (!statSync(found).isDirectory() && existsSync(target))
            ? join(target, basename(found))
            : target
        cpSync(found, into, { recursive: true, verbatimSymlinks: true })
      }
      break
    }
    case 'RUN':
      execFileSync('bash', ['-euc', inFolders(rest)], {
        cwd: inStage('.'),
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      break
    case 'CMD':
      command = JSON.parse(rest)
      break
    default:
      if (!['USER', 'EXPOSE', 'HEALTHCHECK'].includes(name)) throw new Error(`.ci/image.js does not know ${name}.`)
  }
}

const size = execFileSync('du', ['-sm', stage().root], { encoding: 'utf8' }).split('\t')[0]
console.log(`The image's files take ${size} MB.`)
execFileSync('chmod', ['-R', 'a+rX', work])
const home = inStage('/var/lib/pulso')
chownSync(home, USER.uid, USER.gid)
const visit = join(work, 'first-visit.js')
cpSync('.ci/first-visit.js', visit)
execFileSync(process.execPath, [visit, ...command.map(part => part.replace('/app', join(stage().root, 'app')))], {
  ...USER,
  cwd: home,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, ...environment, HOME: home, TMPDIR: home, HOST: '127.0.0.1' },
})
