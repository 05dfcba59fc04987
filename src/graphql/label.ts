import { LABELS, type Label as LabelValue } from '../labels.ts'
import { builder } from './builder.ts'

const MEANINGS: Record<LabelValue, string> = {
  POSITIVE: 'The author feels good about the entity, or about whatever the message is about.',
  NEUTRAL: 'About the entity, but neither for nor against it.',
  NEGATIVE: 'The author feels bad about it.',
  IRRELEVANT: 'Names the entity, but is not about it. Only models trained on this label give it.',
}

/** What a tweet feels. Several capabilities speak of it. */
export const Label = builder.enumType('Label', {
  values: Object.fromEntries(LABELS.map(label => [label, { value: label, description: MEANINGS[label] }])) as {
    [label in LabelValue]: { value: label; description: string }
  },
})
