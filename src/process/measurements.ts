import { channel } from 'node:diagnostics_channel'

/* What the working parts publish about themselves. A publication without a subscriber costs one comparison. */

/** A batch of mentions was scored by a model's thread. */
export interface ScoredBatch {
  readonly mentionCount: number
  readonly seconds: number
}

/** A transaction was committed, or has failed to. */
export interface Commit {
  /** Time of the COMMIT alone. */
  readonly seconds: number
}

/** Mentions that wait for a model: positive if they came, negative if they went to a thread or were given up. */
export interface QueueChange {
  readonly mentionCount: number
}

const published = <Measurement>(name: string) => {
  const subject = channel(name)
  return {
    publish: (measurement: Measurement) => {
      if (subject.hasSubscribers) subject.publish(measurement)
    },
    /** Returns a function that ends the subscription. */
    subscribe: (listener: (measurement: Measurement) => void) => {
      const hear = (measurement: unknown) => listener(measurement as Measurement)
      subject.subscribe(hear)
      return () => void subject.unsubscribe(hear)
    },
  }
}

export const scoredBatches = published<ScoredBatch>('pulso:scored-batches')
export const commits = published<Commit>('pulso:commits')
export const queueChanges = published<QueueChange>('pulso:queue-changes')
