/** A language code as a number, because strings are expensive to transfer between threads. 0 stands for null. */
export const packLanguage = (code: string | null): number =>
  [...(code ?? '')].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0)

export function unpackLanguage(packed: number): string | null {
  let code = ''
  for (let rest = packed; rest > 0; rest = Math.floor(rest / 256)) code = String.fromCharCode(rest % 256) + code
  return code === '' ? null : code
}
