import { builder } from '../../graphql/builder.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import {
  MIN_TERM_COUNT,
  PRIOR_STRENGTH,
  type TermStat as TermStatValue,
  type TopTerms as TopTermsValue,
} from '../service.ts'

const TermStat = builder.objectRef<TermStatValue>('TermStat').implement({
  description: 'A term that distinguishes the tweets of one label from the other tweets about the same entity.',
  fields: t => ({
    term: t.exposeString('term', {
      description: 'A word in lower case, without a possessive ending, or a hashtag with its sign.',
    }),
    count: t.exposeInt('count', { description: 'Tweets of the label that contain the term.' }),
    otherCount: t.exposeInt('otherCount', {
      description: "Tweets of the entity's other labels that contain the term.",
    }),
    weight: t.exposeFloat('weight', {
      description: `Log-odds ratio (natural logarithm) of the term under the label against the entity's other labels. It uses an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008): ${PRIOR_STRENGTH} words in the proportions of all tweets that the model version classified. 0.7 means twice the odds.`,
    }),
    low: t.exposeFloat('low', {
      description:
        'Lower end of the 95 % interval of `weight`. Above 0, chance alone is an unlikely cause for this one term; among a hundred terms, a few get there by chance.',
    }),
    high: t.exposeFloat('high', { description: 'Upper end of the 95 % interval of `weight`.' }),
  }),
})

export const TopTerms = builder.objectRef<TopTermsValue>('TopTerms').implement({
  description:
    'The words behind a label, by one model version. A tweet counts once for each term. Tweets with the same external id (paraphrases, repetitions) count as one tweet for each label and UTC day. If there are more than twenty, the twenty stored first are read.',
  fields: t => ({
    terms: t.field({
      type: [TermStat],
      complexity: { multiplier: 1 },
      description: `Sorted by weight in standard errors, highest first. Stop words, the name of the entity, numbers, links and account names are excluded. So are terms in fewer than ${MIN_TERM_COUNT} tweets of the label and terms with a weight of 0 or less.`,
      resolve: ({ terms }) => [...terms],
    }),
    sampleSize: t.exposeInt('sampleSize', { description: 'Tweets of the label that were counted.' }),
    otherSampleSize: t.exposeInt('otherSampleSize', {
      description:
        "Tweets of the entity's other labels that were counted. If there are none, terms are compared with the prior alone.",
    }),
    from: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        'Start of the counted days. Terms are counted by whole UTC days: every day that the range touches. Null if unbounded.',
      resolve: ({ days }) => days.from,
    }),
    to: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'End of the counted days, exclusive. Null if unbounded.',
      resolve: ({ days }) => days.to,
    }),
    model: t.expose('modelVersion', {
      type: ModelVersion,
      description: 'The model version whose labels were counted. Versions are never mixed.',
    }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      description:
        'Everything stored before this time is counted. A tweet is counted within seconds after it is stored, and within minutes after a large import.',
    }),
  }),
})
