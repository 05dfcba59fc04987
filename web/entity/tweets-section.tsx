import { usePages } from '../api/use-pages.ts'
import { LABELS } from '../charts/labels.ts'
import { useFollow } from '../live/use-follow.ts'
import { Answer } from '../shell/answer.tsx'
import { useDebounced } from '../shell/use-debounced.ts'
import { useParam } from '../shell/use-param.ts'
import { describeChosenTime, readChosenTime, within } from '../time/chosen-time.ts'
import { rangeInput, type Span } from '../time/range.ts'
import { describeTotal } from './describe-total.ts'
import { ExportLinks } from './export-links.tsx'
import { TweetFilters } from './tweet-filters.tsx'
import { TweetItem } from './tweet-item.tsx'
import { readTweetOrder, TWEET_ORDERS } from './tweet-order.ts'
import { TWEETS } from './tweets-query.ts'

const TYPING_DELAY_MS = 300

interface Props {
  readonly name: string
  readonly span: Span
  readonly dated: boolean | null
  readonly zone: string
  /** An error that the page shows already. */
  readonly knownError: string | null
  readonly isErrorHeld: boolean
  /** Refreshes of the page while tweets arrive. */
  readonly refreshCount: number
}

export function TweetsSection({ name, span, dated, zone, knownError, isErrorHeld, refreshCount }: Props) {
  const [labelText] = useParam('label')
  const [uncertainText] = useParam('uncertain')
  const [authorText] = useParam('author')
  const [orderText] = useParam('order')
  const [textText] = useParam('text')
  const [barText, setBar] = useParam('bar')
  const author = useDebounced(authorText.trim(), TYPING_DELAY_MS)
  const text = useDebounced(textText.trim(), TYPING_DELAY_MS)
  const label = LABELS.find(known => known === labelText)
  const filter = {
    ...(label === undefined ? {} : { label }),
    ...(author === '' ? {} : { author }),
    ...(text === '' ? {} : { text }),
    ...(uncertainText === 'true' ? { isUncertain: true } : {}),
  }
  const bar = readChosenTime(barText)
  const listed = bar === null ? span : within(bar, span)
  const range = rangeInput(listed, zone, dated)
  const pages = usePages(
    TWEETS,
    {
      name,
      range,
      filter,
      orderBy: TWEET_ORDERS[readTweetOrder(orderText)],
    },
    data => data.entity?.classifications ?? null,
    { listVariables: ['filter', 'orderBy'] },
  )
  useFollow(refreshCount, pages.reload)
  const nodes = pages.nodes ?? []
  const { totalCount, minimumCount } = pages.data?.entity?.classifications ?? {}

  return (
    <section className="panel tweets" aria-labelledby="tweets-title">
      <div className="section-head tweets-head">
        <h2 id="tweets-title">
          Tweets{' '}
          <span className={pages.isLoading ? 'muted small answer-old' : 'muted small'} aria-live="polite">
            {pages.nodes !== null && describeTotal({ totalCount, minimumCount }, nodes.length, pages.hasMore)}
          </span>
        </h2>
        {bar !== null && listed !== span && (
          <button type="button" className="button chosen-time" onClick={() => setBar('')}>
            {describeChosenTime(bar, zone)} <span aria-hidden="true">×</span>
            <span className="visually-hidden">: list the whole time range</span>
          </button>
        )}
        <TweetFilters />
      </div>
      <Answer query={pages} knownError={knownError} isErrorHeld={isErrorHeld} lines={8}>
        {() => (
          <>
            {nodes.length === 0 && <p className="tweets-none muted">No tweet matches in this time range.</p>}
            <ul className="tweets-list">
              {nodes.map(classification => (
                <TweetItem key={classification.id} classification={classification} zone={zone} />
              ))}
            </ul>
          </>
        )}
      </Answer>
      <div className="tweets-more">
        {pages.hasMore && (
          <button type="button" className="button" disabled={pages.isLoadingMore} onClick={pages.loadMore}>
            {pages.isLoadingMore ? 'Loading' : 'Load more tweets'}
          </button>
        )}
        <ExportLinks entity={name} range={range} filter={filter} />
      </div>
    </section>
  )
}
