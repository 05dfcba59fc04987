import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Text } from './text.ts'

/** Written by programs, and kept as they came. */
const GENERATED = /^bench\/results\//

/** Every Markdown file of the repository, new ones included. */
export function markdownFiles(root: string): readonly Text[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter(path => path !== '' && !GENERATED.test(path))
    .map(path => markdownFile(root, path))
}

export const markdownFile = (root: string, path: string): Text => ({
  name: path,
  markdown: readFileSync(`${root}/${path}`, 'utf8'),
  isQuoted: false,
})
