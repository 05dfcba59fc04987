import { builder } from '../../graphql/builder.ts'
import type { LabelOrigin as LabelOriginValue } from '../mention-label.ts'

export const LabelOrigin = builder.enumType('LabelOrigin', {
  description: 'How a label came into the store.',
  values: {
    PAGE: { description: 'A person gave it on the pages of this server.' },
    API: { description: 'A client of the API gave it.' },
    IMPORT: { description: 'It came with a file: a column of an import, or a file of labels.' },
    AGREEMENT: { description: 'An adjudication: one annotator decided between the labels of several annotators.' },
  } satisfies Record<LabelOriginValue, { description: string }>,
})
