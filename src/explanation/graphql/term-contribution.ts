import { builder } from '../../graphql/builder.ts'
import type { TermContribution as TermContributionValue } from '../weigh-words.ts'

export const TermContribution = builder.objectRef<TermContributionValue>('TermContribution').implement({
  description: 'The contribution of one word of a text to its label.',
  fields: t => ({
    term: t.exposeString('term', { description: 'The word as written in the text, from `start` to `end`.' }),
    start: t.exposeInt('start', {
      description:
        'Start of the word, in Unicode code points from the start of the text as it was sent. In Python it is `text[start:end]`; in JavaScript, `[...text].slice(start, end).join("")`.',
    }),
    end: t.exposeInt('end', {
      description: 'End of the word, exclusive, in Unicode code points.',
    }),
    weight: t.exposeFloat('weight', {
      description:
        'P(label) for the text minus P(label) for the text without this word, from -1 to 1. Above 0 the word supports the label, below 0 it opposes it.',
    }),
  }),
})
