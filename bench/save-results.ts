import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Machine } from './machine.ts'
import { PROJECT } from './project.ts'

/**
 * Writes files to `bench/results/`, named after the day and the machine, so that runs of different machines can
 * coexist.
 *
 * @param contents by the end of the file name, such as `.md` or `-growth.svg`.
 * @returns the paths, relative to the checkout.
 */
export function saveResults(machine: Machine, contents: Readonly<Record<string, string>>): readonly string[] {
  const folder = join('bench', 'results')
  mkdirSync(join(PROJECT, folder), { recursive: true })
  const name = `${machine.measuredAt.slice(0, 10)}-${machineName(machine)}`
  return Object.entries(contents).map(([ending, content]) => {
    const path = join(folder, `${name}${ending}`)
    writeFileSync(join(PROJECT, path), content)
    return path
  })
}

/** A processor's name for a file name, without the vendor's marketing. */
const machineName = ({ cpu, cores }: Machine) =>
  `${cpu
    .replace(/\((R|TM)\)|@.*|\b(CPU|Processor)\b/gi, ' ')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}-${cores}-cores`
