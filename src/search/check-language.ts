import { fail, type Result, succeed } from '../problem/problem.ts'

const CODE = /^[a-z]{2,3}$/

/** Checks the language of a filter. Fails with `INVALID`; the message begins with the field's name. */
export function checkLanguage(language: string | null): Result<null> {
  if (language === null || CODE.test(language)) return succeed(null)
  return fail('INVALID', 'language must be an ISO 639 code in lower case, such as es.', ['language'])
}
