import { peerRequire, peerVersion } from '../../peers/peer-require.ts'
import type { Tweet } from '../../tweets/tweet.ts'
import type { Player } from '../player.ts'

type Sentiment = new () => { analyze(text: string): { readonly comparative: number } }
interface Vader {
  readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): { readonly compound: number } }
}

/** Adds the scores of AFINN-165's words. */
export async function openSentiment(): Promise<Player<Tweet>> {
  const analyzer = new (peerRequire('sentiment') as Sentiment)()
  return {
    version: peerVersion('sentiment'),
    answer: tweets => tweets.map(({ text }) => analyzer.analyze(text).comparative),
  }
}

/** A word list with rules for negation, emphasis and capitals (Hutto and Gilbert 2014). */
export async function openVader(): Promise<Player<Tweet>> {
  const { SentimentIntensityAnalyzer } = peerRequire('vader-sentiment') as Vader
  return {
    version: peerVersion('vader-sentiment'),
    answer: tweets => tweets.map(({ text }) => SentimentIntensityAnalyzer.polarity_scores(text).compound),
  }
}
