import { builder } from '../../graphql/builder.ts'
import { Estimate } from '../../graphql/estimate.ts'
import type { Change, Gain } from '../../ml/adaptation/gain.ts'
import { type AdaptationReport, adaptationReportSchema } from '../../ml/evaluation/adaptation-report.ts'

const AdaptationChange = builder.objectRef<Change>('AdaptationChange').implement({
  description: 'A figure before and after an adaptation, on the same labelled tweets. Intervals resample tweets.',
  fields: t => ({
    before: t.expose('before', { type: Estimate, description: 'The figure of the version that was adapted.' }),
    after: t.expose('after', {
      type: Estimate,
      description: 'The figure of adapted versions on tweets that they were not fitted to.',
    }),
    gain: t.expose('gain', { type: Estimate, description: 'The improvement; negative if the figure got worse.' }),
  }),
})

export const AdaptationGain = builder.objectRef<Gain>('AdaptationGain').implement({
  description:
    'The gain of an adaptation by cross-validation. Each of ten parts of the labelled tweets is excluded in turn; near duplicates are in the same part.',
  fields: t => ({
    accuracy: t.expose('accuracy', {
      type: AdaptationChange,
      description: 'Share of the tweets with the right label.',
    }),
    macroF1: t.expose('macroF1', {
      type: AdaptationChange,
      description: 'Mean F1 of the labels, so that rare labels weigh as much as frequent ones.',
    }),
    logLoss: t.expose('logLoss', {
      type: AdaptationChange,
      description:
        'Mean negative logarithm of the probability of the right label, in nats. Its gain is how much it falls.',
    }),
  }),
})

const AdaptedEntity = builder.objectRef<AdaptationReport['entities'][number]>('AdaptedEntity').implement({
  description: 'An entity whose mix of labels a version has learned.',
  fields: t => ({
    name: t.exposeString('name', { nullable: true, description: 'Name of the entity; null for whole messages.' }),
    labelCount: t.exposeInt('labelCount', { description: 'Number of its labels that the version was fitted to.' }),
  }),
})

const Adaptation = builder.objectRef<AdaptationReport>('Adaptation').implement({
  description: 'How a version was adapted to labels.',
  fields: t => ({
    parentVersion: t.exposeString('parentVersion', { description: 'The version that was adapted.' }),
    labelCount: t.exposeInt('labelCount', { description: 'Number of labels that it was fitted to.' }),
    tweetCount: t.exposeInt('tweetCount', { description: 'Number of tweets behind them; near duplicates count once.' }),
    entities: t.expose('entities', {
      type: [AdaptedEntity],
      description: 'Entities whose mix of labels it has learned, the one with the most labels first.',
    }),
    isShared: t.exposeBoolean('isShared', {
      description: 'Whether answers about all other entities have changed as well.',
    }),
    gain: t.field({
      type: AdaptationGain,
      description: 'The gain on tweets that it was not fitted to.',
      resolve: report => report,
    }),
    adaptedAt: t.field({
      type: 'DateTime',
      description: 'When it was adapted.',
      resolve: ({ adaptedAt }) => new Date(adaptedAt),
    }),
  }),
})

builder.prismaObjectFields('ModelVersion', t => ({
  adaptation: t.field({
    type: Adaptation,
    nullable: true,
    description: 'How the version was adapted to labels; null if it was not.',
    resolve: ({ adaptation }) => (adaptation === null ? null : adaptationReportSchema.parse(adaptation)),
  }),
}))
