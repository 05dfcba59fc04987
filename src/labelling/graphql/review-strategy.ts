import { builder } from '../../graphql/builder.ts'
import { REVIEW_STRATEGIES, type ReviewStrategy as ReviewStrategyValue } from '../draws/allocate-draw.ts'

const MEANINGS: Record<ReviewStrategyValue, string> = {
  UNIFORM: 'Every tweet has nearly the same probability.',
  UNCERTAINTY: 'Half of the queue as UNIFORM, half from tweets whose classification is uncertain.',
  DISAGREEMENT: 'Half of the queue as UNIFORM, half from tweets to which another model version gave another label.',
  MIXED:
    'Half of the queue as UNIFORM, a quarter from uncertain tweets, a quarter from those with disagreeing versions.',
}

export const ReviewStrategy = builder.enumType('ReviewStrategy', {
  description:
    'How tweets are drawn for labelling. Within the tweets of the same label, certainty and disagreement, each has the same probability, which is stored. So every strategy allows estimates without bias.',
  values: Object.fromEntries(
    REVIEW_STRATEGIES.map(strategy => [strategy, { value: strategy, description: MEANINGS[strategy] }]),
  ) as { [strategy in ReviewStrategyValue]: { value: strategy; description: string } },
})
