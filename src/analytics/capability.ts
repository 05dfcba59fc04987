import './graphql/compare-entities.ts'
import './graphql/entity-list.ts'
import './graphql/entity-reliability.ts'
import './graphql/entity-sentiment.ts'
import './graphql/entity-sentiment-change.ts'
import './graphql/entity-share-of-voice.ts'
import './graphql/entity-trend.ts'
import type { AnalyticsService } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly analytics: AnalyticsService
  }
}

export const analytics = ({ analytics }: { readonly analytics: AnalyticsService }) => ({ analytics })
