import { LABELS, type Label as LabelValue } from '../labels.ts'
import { builder } from './builder.ts'

const MEANINGS: Record<LabelValue, string> = {
  POSITIVE: 'The tweet is favourable to the entity.',
  NEUTRAL: 'The tweet is about the entity, but neither favourable nor unfavourable.',
  NEGATIVE: 'The tweet is unfavourable to the entity.',
  IRRELEVANT: 'The tweet names the entity but is not about it. Only models trained on this label return it.',
}

export const Label = builder.enumType('Label', {
  description:
    'The sentiment that a tweet expresses towards an entity. Without an entity, the sentiment of the whole message.',
  values: Object.fromEntries(LABELS.map(label => [label, { value: label, description: MEANINGS[label] }])) as {
    [label in LabelValue]: { value: label; description: string }
  },
})
