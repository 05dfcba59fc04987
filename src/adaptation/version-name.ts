import { existsSync } from 'node:fs'
import { join } from 'node:path'

const LONGEST_NAME = 63
const SUFFIX = '-adapted'

/** A name for an adapted version whose folder does not exist yet: `pulso-adapted`, then `pulso-adapted-2`. */
export function versionName(directory: string, parent: string): string {
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? SUFFIX : `${SUFFIX}-${number}`
    const name = `${parent.slice(0, LONGEST_NAME - suffix.length)}${suffix}`
    if (!existsSync(join(directory, name))) return name
  }
}
