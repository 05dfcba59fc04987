import { LABELS, LOOKS } from '../charts/labels.ts'
import { useParam } from '../shell/use-param.ts'
import { readTweetOrder, TWEET_ORDER_NAMES, type TweetOrder } from './tweet-order.ts'

const ORDERS: Record<TweetOrder, string> = {
  NEWEST: 'Newest first',
  OLDEST: 'Oldest first',
  LEAST_CONFIDENT: 'Least confident first',
}

/** Which tweets are listed. The filters are part of the address. */
export function TweetFilters() {
  const [label, setLabel] = useParam('label')
  const [uncertain, setUncertain] = useParam('uncertain')
  const [author, setAuthor] = useParam('author')
  const [text, setText] = useParam('text')
  const [order, setOrder] = useParam('order')
  return (
    <div className="tweet-filters">
      <label>
        <span className="visually-hidden">Words</span>
        <input
          type="search"
          placeholder="Words, -excluded, &quot;exact phrase&quot;"
          className="words"
          value={text}
          onChange={event => setText(event.target.value)}
        />
      </label>
      <label>
        <span className="visually-hidden">Label</span>
        <select value={label} onChange={event => setLabel(event.target.value)}>
          <option value="">All labels</option>
          {LABELS.map(name => (
            <option key={name} value={name}>
              {LOOKS[name].name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="visually-hidden">Author</span>
        <input type="search" placeholder="Author" value={author} onChange={event => setAuthor(event.target.value)} />
      </label>
      <label>
        <span className="visually-hidden">Order</span>
        <select
          value={readTweetOrder(order)}
          onChange={event => setOrder(event.target.value === 'NEWEST' ? '' : event.target.value)}
        >
          {TWEET_ORDER_NAMES.map(name => (
            <option key={name} value={name}>
              {ORDERS[name]}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={uncertain === 'true'}
          onChange={event => setUncertain(event.target.checked ? 'true' : '')}
        />
        Uncertain only
      </label>
    </div>
  )
}
