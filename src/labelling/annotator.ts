import { checkString } from '../problem/check-string.ts'
import { fail, type Result } from '../problem/problem.ts'
import { FILE_ANNOTATOR } from '../storage/file-annotator.ts'

/** In Unicode code points. */
export const MAX_ANNOTATOR_LENGTH = 100

/** Checks the name of a person or program that labels. Spaces at its ends do not count. */
export function checkAnnotator(name: string): Result<string> {
  const checked = checkString(name.normalize('NFC').trim(), 'annotator', MAX_ANNOTATOR_LENGTH)
  if (!checked.ok) return checked
  if (checked.value === '') return fail('INVALID', 'annotator must name who labels, such as ann.', ['annotator'])
  if (checked.value.toLowerCase() === FILE_ANNOTATOR) {
    return fail('INVALID', `annotator must not be ${FILE_ANNOTATOR}: that is the annotator of imported rows.`, [
      'annotator',
    ])
  }
  return checked
}
