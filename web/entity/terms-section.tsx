import { useQuery } from '../api/use-query.ts'
import { useRepeat } from '../api/use-repeat.ts'
import { useFollow } from '../live/use-follow.ts'
import { Answer } from '../shell/answer.tsx'
import { useParam } from '../shell/use-param.ts'
import { formatInstant } from '../time/format-instant.ts'
import type { rangeInput } from '../time/range.ts'
import { TermList } from './term-list.tsx'
import { TERMS } from './terms-query.ts'
import './terms.css'

/** Words are counted in the background, a second or two after tweets are stored. A large import takes half a minute. */
const USUAL_DELAY_MS = 5000
/** How often the query is repeated until they are counted. */
const REPEAT_MS = 3000

/** Compares times of the server's clock. */
const isBehind = (counted: string, now: string) => Date.parse(now) - Date.parse(counted) > USUAL_DELAY_MS

/** The words that distinguish positive and negative tweets. Choosing one lists the tweets that have it. */
export function TermsSection({
  name,
  range,
  zone,
  knownError,
  isErrorHeld,
  refreshCount,
  isFiltered,
}: {
  readonly name: string
  readonly range: ReturnType<typeof rangeInput>
  readonly zone: string
  /** An error that the page shows already. */
  readonly knownError: string | null
  readonly isErrorHeld: boolean
  /** Refreshes of the page while tweets arrive. */
  readonly refreshCount: number
  /** Only tweets with or without a time are counted elsewhere on the page. */
  readonly isFiltered: boolean
}) {
  const query = useQuery(TERMS, { name, range })
  useFollow(refreshCount, query.reload)
  const entity = query.data?.entity ?? null
  const { positive, negative, sentiment } = entity ?? {}
  const isAwaited = positive && sentiment ? isBehind(positive.asOf, sentiment.asOf) : false
  useRepeat(query, REPEAT_MS, isAwaited)
  const [, setText] = useParam('text')
  const choose = (term: string) => {
    setText(term)
    document.getElementById('tweets-title')?.scrollIntoView({ block: 'start' })
  }
  return (
    <section className="panel panel-body terms" aria-labelledby="terms-title">
      <h2 id="terms-title">Distinctive words</h2>
      <p className="muted small">
        Log-odds of each word against the other tweets about the entity, with the 95 % interval. An interval that
        excludes zero is unlikely to be chance.{isFiltered && ' Tweets with and without a time are counted here.'}
      </p>
      <Answer
        query={{ ...query, isLoading: query.isLoading && !isAwaited }}
        knownError={knownError}
        isErrorHeld={isErrorHeld}
        lines={6}
      >
        {() =>
          positive &&
          negative && (
            <>
              {isAwaited && (
                <p role="status">
                  Words are still being counted. Some tweets stored after {formatInstant(positive.asOf, zone)} are
                  missing here.
                </p>
              )}
              <div className="terms-columns">
                <TermList label="POSITIVE" top={positive} onChoose={choose} />
                <TermList label="NEGATIVE" top={negative} onChoose={choose} />
              </div>
            </>
          )
        }
      </Answer>
    </section>
  )
}
