import { builder } from '../../graphql/builder.ts'
import type { UnreadReason as UnreadReasonValue } from '../../labels.ts'

export const UnreadReason = builder.enumType('UnreadReason', {
  description: 'Why a model could not read a text.',
  values: {
    UNREADABLE: { description: 'The text has no word or emoji that the model knows.' },
    UNSUPPORTED_LANGUAGE: { description: 'The text is in a language that the model does not read.' },
  } satisfies Record<UnreadReasonValue, { description: string }>,
})
