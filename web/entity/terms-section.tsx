import { useQuery } from '../api/use-query.ts'
import { useRepeat } from '../api/use-repeat.ts'
import { Answer } from '../shell/answer.tsx'
import { useParam } from '../shell/use-param.ts'
import { formatInstant } from '../time/format-instant.ts'
import type { rangeInput } from '../time/range.ts'
import { TermList } from './term-list.tsx'
import { TERMS } from './terms-query.ts'
import './terms.css'

/** Words are counted behind the write path, a second or two after tweets are stored; a large import takes half a minute. */
const USUAL_DELAY_MS = 5000
/** Until they are, the question is asked again. */
const REPEAT_MS = 3000

/** Both by the server's clocks. */
const isBehind = (counted: string, now: string) => Date.parse(now) - Date.parse(counted) > USUAL_DELAY_MS

/** The words behind the two opinions. Choosing one lists the tweets that have it. */
export function TermsSection({
  name,
  range,
  zone,
}: {
  readonly name: string
  readonly range: ReturnType<typeof rangeInput>
  readonly zone: string
}) {
  const query = useQuery(TERMS, { name, range })
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
      <h2 id="terms-title">Words that set them apart</h2>
      <p className="muted small">
        Each with its log-odds against the entity's other tweets and the 95 % interval: to the right of zero, it is no
        accident.
      </p>
      <Answer query={{ ...query, isLoading: query.isLoading && !isAwaited }} lines={6}>
        {() =>
          positive &&
          negative && (
            <>
              {isAwaited && (
                <p role="status">
                  Words are still being counted: some of those stored since {formatInstant(positive.asOf, zone)} are
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
