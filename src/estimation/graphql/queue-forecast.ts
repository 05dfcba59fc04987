import { builder } from '../../graphql/builder.ts'
import { modelIdArgument, shownVersion } from '../../models/graphql/shown-version.ts'
import type { QueueForecast as QueueForecastValue } from '../service.ts'

/** Some twenty estimates take a tenth of a second or more, so that a request has at most thirteen forecasts. */
const COST = 1500

const QueueForecast = builder.objectRef<QueueForecastValue>('QueueForecast').implement({
  description:
    "The gain from labelling the rest of a review queue. The interval is that of the entity's net sentiment over the tweets from which the queue was drawn, with the error of the model inside.",
  fields: t => ({
    halfWidth: t.exposeFloat('halfWidth', {
      nullable: true,
      description: 'Half the width of the 95 % interval now. Null without tweets.',
    }),
    expectedHalfWidth: t.exposeFloat('expectedHalfWidth', {
      nullable: true,
      description:
        'Half the width that is expected after the whole queue is labelled: the mean over simulated labels. The actual one often differs by a tenth. Null without tweets.',
    }),
    remainingCount: t.exposeInt('remainingCount', {
      description: 'Tweets of the queue that are not labelled yet, retweets and equal texts included.',
    }),
  }),
})

builder.prismaObjectFields('LabelDraw', t => ({
  forecast: t.field({
    type: QueueForecast,
    nullable: true,
    description: 'How much narrower the interval of net sentiment becomes if the rest of the queue is labelled.',
    complexity: COST,
    args: modelIdArgument,
    resolve: async ({ id, entityId, rangeFrom, rangeTo }, { modelId }, context) => {
      if (entityId === null) return null
      const range = { from: rangeFrom, to: rangeTo }
      return context.estimation.forecast({ id, entityId, range }, await shownVersion(context, modelId))
    },
  }),
}))
