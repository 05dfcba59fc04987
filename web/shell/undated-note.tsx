import { describeUndated } from '../numbers/describe-undated.ts'
import { useView } from './use-view.ts'

/** Says how many of the counted tweets have no time of their own, and leaves them out in one click. Such tweets count when they were stored. */
export function UndatedNote({ count }: { readonly count: number }) {
  const { dated, change } = useView()
  if (dated === null && count === 0) return null
  const choice = (words: string, next: boolean | null) => (
    <button type="button" className="link-button" onClick={() => change({ dated: next })}>
      {words}
    </button>
  )
  if (dated !== null) {
    return (
      <p className="small">
        {dated
          ? 'Only tweets with a time of their own are counted.'
          : 'Only tweets without a time of their own are counted, at the time of their import.'}{' '}
        {choice('Count all tweets', null)}
      </p>
    )
  }
  return (
    <p className="small">
      {describeUndated(count)} {choice(count === 1 ? 'Leave it out' : 'Leave them out', true)} or{' '}
      {choice(count === 1 ? 'show only it' : 'show only them', false)}
    </p>
  )
}
