import { useState } from 'react'
import { SAMPLE_FILE_NAME } from '../../sample/sample-file-name.ts'
import { ask } from '../api/ask.ts'
import { useQuery } from '../api/use-query.ts'
import { isUndoable } from '../import/describe-import.ts'
import { IMPORTS, UNDO_IMPORT } from '../import/import-query.ts'
import { untilSettled } from './load-sample.ts'
import './sample.css'

/** A note on the overview while the made-up tweets are stored, with a button to remove them. */
export function SampleNote({ onRemoved }: { readonly onRemoved: () => void }) {
  const query = useQuery(IMPORTS, {})
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const samples = (query.data?.importJobs?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ fileName, status }) => fileName === SAMPLE_FILE_NAME && isUndoable(status))
  if (samples.length === 0) return null

  const remove = async () => {
    setIsBusy(true)
    setError(null)
    try {
      for (const { id } of samples) {
        await ask(UNDO_IMPORT, { id }, new AbortController().signal)
        await untilSettled(id)
      }
      query.reload()
      onRemoved()
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <div className="sample-note">
      <p>
        {error ??
          'This is the sample: made-up tweets about brands that do not exist. They are easier than real tweets, on which the model is wrong more often.'}
      </p>
      <button type="button" className="button" disabled={isBusy} onClick={remove}>
        {isBusy ? 'Removing the sample' : 'Remove the sample'}
      </button>
    </div>
  )
}
