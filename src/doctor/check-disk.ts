import { statfs } from 'node:fs/promises'
import { type Finding, fault, ok, warning } from './finding.ts'

const MIB = 2 ** 20
const SCARCE_BYTES = 1024 * MIB
const EMPTY_BYTES = 100 * MIB

/** The space that is left where the directory is. */
export async function checkDisk(directory: string): Promise<Finding> {
  const { bavail, bsize, blocks } = await statfs(directory)
  const free = bavail * bsize
  const finding = `${directory} has ${shown(free)} free of ${shown(blocks * bsize)}.`
  const advice = 'Make room: Pulso can store nothing on a full disk.'
  if (free < EMPTY_BYTES) return fault('disk', finding, advice)
  return free < SCARCE_BYTES ? warning('disk', finding, advice) : ok('disk', finding)
}

const shown = (bytes: number) =>
  bytes < 1024 * MIB ? `${Math.round(bytes / MIB)} MiB` : `${(bytes / 1024 / MIB).toFixed(1)} GiB`
