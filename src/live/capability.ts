import './graphql/classified.ts'
import './graphql/import-progress.ts'
import './graphql/sentiment-changed.ts'
import { createLiveUpdates, type LiveUpdates, type LiveUpdatesOptions } from './service.ts'

declare module '../graphql/context.ts' {
  interface GraphqlContext {
    readonly live: LiveUpdates
  }
}

export const live = (options: LiveUpdatesOptions) => ({ live: createLiveUpdates(options) })
