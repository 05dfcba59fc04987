import { PROBLEM_CODES, type Problem } from '../problem/problem.ts'
import { builder } from './builder.ts'

const MEANINGS: Record<(typeof PROBLEM_CODES)[number], string> = {
  INVALID: 'A value is malformed, out of range, or does not fit the other values.',
  TOO_LONG: 'A text is longer than the limit.',
  TOO_MANY: 'A list has more elements than one call may have.',
  NOT_FOUND: 'The object that the input refers to does not exist.',
  CONFLICT: 'The input contradicts stored data.',
  OVERLOADED: 'The queue is full. Retry the same call in a moment.',
  UNAVAILABLE: 'A resource that the call needs is unavailable, such as the database or the weights of a model.',
}

const UserErrorCode = builder.enumType('UserErrorCode', {
  description: 'The reasons why a call can fail.',
  values: Object.fromEntries(PROBLEM_CODES.map(code => [code, { value: code, description: MEANINGS[code] }])) as {
    [code in (typeof PROBLEM_CODES)[number]]: { value: code; description: string }
  },
})

/** A `Problem` as clients see it. */
export const UserError = builder.objectRef<Problem>('UserError').implement({
  description: 'An error that the caller can fix or retry.',
  fields: t => ({
    code: t.expose('code', { type: UserErrorCode, description: 'The kind of error, for programs.' }),
    message: t.exposeString('message', { description: 'One sentence for people that says what would have worked.' }),
    field: t.stringList({
      nullable: true,
      description:
        'Path of the faulty value from the arguments, such as ["inputs", "3", "text"]. Null if no single value is at fault.',
      resolve: ({ field }) => (field === null ? null : [...field]),
    }),
  }),
})
