import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter(path => path !== '' && existsSync(path))

const withoutCode = (markdown: string) => markdown.replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]*`/g, '')

/** As GitHub makes them of headings. */
const anchorsOf = (markdown: string) =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )

test.each(files)('every link of %s leads somewhere', path => {
  const targets = [...withoutCode(readFileSync(path, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)].map(
    ([, target = '']) => target,
  )
  const broken = targets.filter(target => {
    if (/^[a-z]+:/.test(target)) return false
    const [file = '', anchor] = target.split('#')
    const linked = file === '' ? path : join(dirname(path), decodeURI(file))
    if (!existsSync(linked)) return true
    return anchor !== undefined && !anchorsOf(readFileSync(linked, 'utf8')).includes(anchor)
  })
  expect(broken).toEqual([])
})

test.each(files.filter(path => path !== 'CHANGELOG.md'))('every path that %s names exists', path => {
  const paths = [
    ...readFileSync(path, 'utf8').matchAll(/`((?:src|test|web|bin|bench|dev|prose|docs|prisma|models)\/[\w./-]*)`/g),
  ]
  expect(paths.map(([, name = '']) => name).filter(name => !existsSync(name))).toEqual([])
})
