import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** The user that runs PostgreSQL; null for the user that runs Node. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null

/**
 * A user of its own, by number: other daemons run as `nobody`, and what belongs to `nobody` is open to all of them. It needs no entry in the
 * system's list of users. The number is in a range that neither Debian nor systemd assigns, and within what user namespaces usually map.
 */
export const UNPRIVILEGED = { uid: 60_900, gid: 60_900 } as const

/** `nobody` by number. `initdb` alone needs a user that the system has a name for. */
export const NOBODY = { uid: 65_534, gid: 65_534 } as const

/** PostgreSQL refuses to run as root. Root hands it to the owner of the cluster, or to a user of its own if there is none yet. */
export async function chooseServerUser(cluster: string): Promise<ServerUser> {
  if (process.geteuid?.() !== 0) return null
  const owner = await stat(cluster).catch(() => null)
  return owner === null || owner.uid === 0 ? UNPRIVILEGED : { uid: owner.uid, gid: owner.gid }
}

/** Gives a directory and everything in it to a user. */
export const giveTo = ({ uid, gid }: NonNullable<ServerUser>, directory: string) =>
  runAs(null, '/bin/chown', ['-R', `${uid}:${gid}`, directory])

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
