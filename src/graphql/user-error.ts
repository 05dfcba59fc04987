import { PROBLEM_CODES, type Problem } from '../problem/problem.ts'
import { builder } from './builder.ts'

const MEANINGS: Record<(typeof PROBLEM_CODES)[number], string> = {
  INVALID: 'The input does not say what it should.',
  TOO_LONG: 'A text is longer than it may be.',
  TOO_MANY: 'More elements than one call may have.',
  NOT_FOUND: 'What the input refers to does not exist.',
  CONFLICT: 'The input contradicts what is stored.',
  OVERLOADED: 'More work is queued than can be taken; the same call may work in a moment.',
  UNAVAILABLE: 'Something that this needs is not there at present.',
}

const UserErrorCode = builder.enumType('UserErrorCode', {
  description: 'Every reason for which an input can fail.',
  values: Object.fromEntries(PROBLEM_CODES.map(code => [code, { value: code, description: MEANINGS[code] }])) as {
    [code in (typeof PROBLEM_CODES)[number]]: { value: code; description: string }
  },
})

/** A `Problem` as clients see it. */
export const UserError = builder.objectRef<Problem>('UserError').implement({
  description: 'Something that the caller can mend.',
  fields: t => ({
    code: t.expose('code', { type: UserErrorCode }),
    message: t.exposeString('message', { description: 'One sentence that says what would have worked.' }),
    field: t.stringList({
      nullable: true,
      description:
        'Path of the faulty input from the field\'s arguments, such as ["inputs", "3", "text"]; null where no single input is at fault.',
      resolve: ({ field }) => (field === null ? null : [...field]),
    }),
  }),
})
