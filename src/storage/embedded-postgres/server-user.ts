import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Whom PostgreSQL runs as; null is whoever runs Node. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null

/** `nobody` by number: it needs no entry in the system's list of users. */
const UNPRIVILEGED: ServerUser = { uid: 65_534, gid: 65_534 }

/**
 * PostgreSQL refuses to run as root. Root hands it to whom the cluster already belongs, as after a first start by an ordinary
 * user, else to `nobody`.
 */
export async function chooseServerUser(cluster: string): Promise<ServerUser> {
  if (process.geteuid?.() !== 0) return null
  const owner = await stat(cluster).catch(() => null)
  return owner === null || owner.uid === 0 ? UNPRIVILEGED : { uid: owner.uid, gid: owner.gid }
}

/**
 * Runs a program to its end as that user, from `/`, because a program that may not enter the working directory may not start.
 * Rejects as `execFile` does, with `stderr` on the error.
 */
export const runAs = (user: ServerUser, program: string, parameters: readonly string[]) =>
  execute(program, [...parameters], { ...user, cwd: '/', env: serverEnvironment() })

/** Tried rather than derived from mode bits, which know nothing of access lists and mounts. */
export async function canEnter(user: ServerUser, directory: string): Promise<boolean> {
  return runAs(user, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory]).then(
    () => true,
    () => false,
  )
}

/** Nothing of the caller's environment (`PGDATA`, `PGPORT`, a locale) leaks into the server; its messages stay English. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' })
