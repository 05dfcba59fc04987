import { useQuery } from '../api/use-query.ts'
import { Answer } from '../shell/answer.tsx'
import { useParam } from '../shell/use-param.ts'
import type { rangeInput } from '../time/range.ts'
import { TermList } from './term-list.tsx'
import { TERMS } from './terms-query.ts'
import './terms.css'

/** The words behind the two opinions. Choosing one lists the tweets that have it. */
export function TermsSection({
  name,
  range,
}: {
  readonly name: string
  readonly range: ReturnType<typeof rangeInput>
}) {
  const query = useQuery(TERMS, { name, range })
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
      <Answer query={query} lines={6}>
        {({ entity }) =>
          entity !== null && (
            <div className="terms-columns">
              <TermList label="POSITIVE" top={entity.positive} onChoose={choose} />
              <TermList label="NEGATIVE" top={entity.negative} onChoose={choose} />
            </div>
          )
        }
      </Answer>
    </section>
  )
}
