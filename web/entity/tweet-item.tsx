import { useState } from 'react'
import { useQuery } from '../api/use-query.ts'
import { Contributions } from '../charts/contributions.tsx'
import { HighlightedText } from '../charts/highlighted-text.tsx'
import { LabelMark } from '../charts/label-mark.tsx'
import { LOOKS } from '../charts/labels.ts'
import { ProbabilityBars } from '../charts/probability-bars.tsx'
import { ModelName } from '../models/model-name.tsx'
import { describeCertainty } from '../numbers/describe-certainty.ts'
import { formatInstant } from '../time/format-instant.ts'
import { describeHumanLabel, isOfPeople } from './describe-human-label.ts'
import { tweetAddress } from './tweet-address.ts'
import { EXPLANATION, type TweetClassification } from './tweets-query.ts'

/** A tweet with its label. The explanation and the probabilities open below. */
export function TweetItem({
  classification,
  zone,
}: {
  readonly classification: TweetClassification
  readonly zone: string
}) {
  const [isOpen, setIsOpen] = useState(false)
  // The model reads the tweet once more for each word, so the query is only sent on demand.
  const explanation = useQuery(EXPLANATION, isOpen ? { id: classification.id } : null)
  const contributions = (isOpen && explanation.data?.classification?.explanation) || []
  const { label, humanLabel, probabilities, model, tweet, createdAt, isUncertain, unreadReason } = classification
  const address = tweetAddress(tweet.externalId, tweet.postedAt, Date.now())
  return (
    <li className="tweet">
      <p className="tweet-text" dir="auto">
        <HighlightedText text={tweet.text} contributions={contributions} label={label} />
      </p>
      <p className="tweet-label">
        {isOfPeople(humanLabel) ? (
          <LabelMark label={humanLabel.label} />
        ) : (
          unreadReason === null && <LabelMark label={label} />
        )}
        {isOfPeople(humanLabel) && <span className="small">{describeHumanLabel(humanLabel, label)}</span>}
        <span className={isUncertain ? 'small tweet-uncertain' : 'muted small'}>
          {describeCertainty(classification)}
        </span>
      </p>
      <div className="tweet-facts muted small">
        {tweet.author !== null && <span>{tweet.author}</span>}
        <time dateTime={tweet.postedAt ?? createdAt}>
          {tweet.postedAt === null ? `stored ${formatInstant(createdAt, zone)}` : formatInstant(tweet.postedAt, zone)}
        </time>
        {tweet.importedLabel !== null && <span>imported label {LOOKS[tweet.importedLabel].name}</span>}
        {address !== null && (
          <a href={address} target="_blank" rel="noreferrer">
            On X
          </a>
        )}
        <details className="tweet-details" onToggle={event => setIsOpen(event.currentTarget.open)}>
          <summary>Why?</summary>
          <Contributions contributions={contributions} label={label} />
          <ProbabilityBars probabilities={probabilities} label={label} />
          <p>
            Classified by <ModelName model={model} />
            {tweet.externalId !== null && `; id ${tweet.externalId}`}
          </p>
        </details>
      </div>
    </li>
  )
}
