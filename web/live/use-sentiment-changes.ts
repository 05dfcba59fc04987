import { useEffect } from 'react'
import { graphql } from '../api/schema.ts'
import { subscribe } from './subscribe.ts'

const SENTIMENT_CHANGED = graphql(`
  subscription SentimentChanged($entity: String!) {
    sentimentChanged(entity: $entity) { start }
  }
`)

/** Calls `onChange` each time the counts of the entity changed. */
export function useSentimentChanges(entity: string, onChange: () => void): void {
  useEffect(() => subscribe(SENTIMENT_CHANGED, { entity }, onChange), [entity, onChange])
}
