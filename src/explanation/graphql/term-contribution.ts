import { builder } from '../../graphql/builder.ts'
import type { TermContribution as TermContributionValue } from '../weigh-words.ts'

export const TermContribution = builder.objectRef<TermContributionValue>('TermContribution').implement({
  description: 'What one word of a text does for its label.',
  fields: t => ({
    term: t.exposeString('term', { description: 'The word as it stands in the text, from `start` to `end`.' }),
    start: t.exposeInt('start', {
      description:
        'Where it begins: Unicode code points from the beginning of the text as it was sent. Python counts so, `text[start:end]`; JavaScript does in `[...text].slice(start, end).join("")`.',
    }),
    end: t.exposeInt('end', {
      description: 'Where it ends, counted in the same way; the first that is not part of it.',
    }),
    weight: t.exposeFloat('weight', {
      description:
        'P(label) of the text minus P(label) of the text without this word, from -1 to 1: above 0 it speaks for the label, below 0 against it.',
    }),
  }),
})
