import { builder } from '../../graphql/builder.ts'
import { ModelVersion } from '../../models/graphql/model-version.ts'
import {
  MIN_TERM_COUNT,
  PRIOR_STRENGTH,
  type TermStat as TermStatValue,
  type TopTerms as TopTermsValue,
} from '../service.ts'

const TermStat = builder.objectRef<TermStatValue>('TermStat').implement({
  description: 'A term that tells the tweets of one label from the others about the same entity.',
  fields: t => ({
    term: t.exposeString('term', {
      description: 'A word as people write it, in lower case; or a hashtag, with its sign.',
    }),
    count: t.exposeInt('count', { description: 'Tweets of the label that have it.' }),
    otherCount: t.exposeInt('otherCount', { description: "Tweets of the entity's other labels that have it." }),
    weight: t.exposeFloat('weight', {
      description: `Log-odds ratio (natural logarithm) of the term under the label against the entity's other labels, with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008): ${PRIOR_STRENGTH} words in the proportions of all that the model version classified. 0.7 means twice the odds.`,
    }),
    low: t.exposeFloat('low', {
      description:
        'Lower end of the 95 % interval; above 0 where chance alone would not do, for a term looked at by itself: of a hundred, some come up by chance.',
    }),
    high: t.exposeFloat('high', { description: 'Upper end of the 95 % interval.' }),
  }),
})

export const TopTerms = builder.objectRef<TopTermsValue>('TopTerms').implement({
  description:
    'The words behind a label, by one model version. A tweet counts once for each term, and so do all tweets that share an external id (paraphrases, repetitions), once for each label and UTC day; of more than twenty, the twenty stored first.',
  fields: t => ({
    terms: t.field({
      type: [TermStat],
      complexity: { multiplier: 1 },
      description: `By weight in standard errors, highest first. Stop words, the entity's own name, numbers, links, names of other accounts, terms of fewer than ${MIN_TERM_COUNT} tweets of the label, and terms that speak for other labels are left out.`,
      resolve: ({ terms }) => [...terms],
    }),
    sampleSize: t.exposeInt('sampleSize', { description: 'Tweets of the label that were counted.' }),
    otherSampleSize: t.exposeInt('otherSampleSize', {
      description:
        "Tweets of the entity's other labels that were counted; without any, terms are held against the prior alone.",
    }),
    from: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Where the counting began. Terms are counted by whole UTC days: every day that the range touches.',
      resolve: ({ days }) => days.from,
    }),
    to: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Where the counting ended; itself outside.',
      resolve: ({ days }) => days.to,
    }),
    modelVersion: t.field({
      type: ModelVersion,
      description: 'Whose labels were counted. Versions are never mixed.',
      resolve: ({ modelVersion }) => modelVersion,
    }),
    asOf: t.expose('asOf', {
      type: 'DateTime',
      description:
        'Everything stored before this time is counted. Terms follow what is stored within seconds, and after a large import within minutes.',
    }),
  }),
})
