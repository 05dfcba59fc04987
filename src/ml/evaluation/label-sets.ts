import { LABELS, type Label } from '../../labels.ts'

/**
 * The sets of labels that a model is measured on, one report each. One that can say IRRELEVANT is measured as it answers, and again on
 * sentiment alone: on the other rows, with what it thinks of the other labels. Others are published with three labels, and so it can be compared.
 */
export function labelSets(known: readonly Label[]): (readonly Label[])[] {
  const labels = LABELS.filter(label => known.includes(label))
  const sentiments = labels.filter(label => label !== 'IRRELEVANT')
  return sentiments.length === labels.length || sentiments.length < 2 ? [labels] : [labels, sentiments]
}
