import type { HostileAnswer } from './send-hostile.ts'

/** Texts that no answer may contain, although requests do not contain them either. */
const LEAKS: readonly (readonly [string, RegExp])[] = [
  ['a stack', /\bat [^\n]{1,200}\.(?:ts|js|mjs):\d+/],
  ['a path', /node_modules|(?:^|[\s"'(:])\/(?:tmp|home|root|work|usr|var|proc)\/[\w.-]|\bfile:\/\/\/(?!etc)/],
  [
    'SQL',
    /\bSELECT\b.+\bFROM\b|\bINSERT INTO\b|relation "|violates \w+ constraint|syntax error at or near|invalid byte/,
  ],
  ['Prisma', /prisma|\bP[12]0\d\d\b/i],
  ['an operating system error', /\b(?:ECONN|ENOENT|EACCES|EPIPE|ENAMETOOLONG|EISDIR)/],
  ['a JavaScript error', /\b(?:TypeError|RangeError|ReferenceError)\b|Cannot read propert|is not a function/],
]

/** What is wrong with an answer; null if nothing. A 503 that says when to try again is intended. */
export function answerFault({ status, retryAfter, text }: HostileAnswer): string | null {
  if (status !== null && status >= 500 && !(status === 503 && retryAfter !== undefined)) {
    return `Status ${status}: ${text.slice(0, 500)}`
  }
  const internal = /"code":"(INTERNAL_SERVER_ERROR|UNAVAILABLE)"/.exec(text)
  if (internal !== null) return `${internal[1]}: ${text.slice(Math.max(0, internal.index - 400), internal.index + 400)}`
  for (const [what, pattern] of LEAKS) {
    const found = pattern.exec(text)
    if (found !== null)
      return `The answer contains ${what}: ${text.slice(Math.max(0, found.index - 200), found.index + 300)}`
  }
  return null
}
