import './graphql/adjudicate-label.ts'
import './graphql/human-label.ts'
import './graphql/human-label-counts.ts'
import './graphql/label-agreement.ts'
import './graphql/import-labels.ts'
import './graphql/labels.ts'
import './graphql/draw-review-queue.ts'
import './graphql/review-queues.ts'
import './graphql/set-label.ts'
import './graphql/undo-label.ts'
import { createReviewQueues, type ReviewQueues } from './draws/review-queues.ts'
import { createLabelling, type Labelling, type LabellingOptions } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly labelling: Labelling
    readonly reviewQueues: ReviewQueues
  }
}

interface LabellingNeeds extends Omit<LabellingOptions, 'onChange'> {
  readonly onEntityChange: LabellingOptions['onChange']
}

export const labelling = ({ storage, uploads, now, onEntityChange }: LabellingNeeds) => ({
  labelling: createLabelling({ storage, uploads, now, onChange: onEntityChange }),
  reviewQueues: createReviewQueues({ storage, now }),
})
