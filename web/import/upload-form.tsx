import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { formatCount } from '../numbers/format-number.ts'
import { useView } from '../shell/use-view.ts'
import { ColumnTable } from './column-table.tsx'
import { importInput, whyNot } from './import-input.ts'
import { START_IMPORT } from './import-query.ts'
import type { Upload } from './send-file.ts'

interface Props {
  readonly upload: Upload
  readonly onStarted: (jobId: string) => void
  readonly onDiscard: () => void
}

/** The first rows of an uploaded file, and the choices for its import. */
export function UploadForm({ upload, onStarted, onDiscard }: Props) {
  const { zone } = useView()
  const [fields, setFields] = useState(upload.columns.map(({ field }) => field))
  const [hasHeader, setHasHeader] = useState(upload.hasHeader)
  const [entity, setEntity] = useState('')
  const [matchEntities, setMatchEntities] = useState(false)
  const [timezone, setTimezone] = useState('UTC')
  // The same for every attempt, so that a second attempt after a lost response does not import twice.
  const [key] = useState(() => `web-${upload.uploadId}`)
  const [error, setError] = useState<string | null>(null)
  const [isStarting, setIsStarting] = useState(false)
  const choices = { fields, hasHeader, entity, matchEntities, timezone }
  const obstacle = whyNot(upload, choices)

  const start = async () => {
    setIsStarting(true)
    setError(null)
    try {
      const { startImport } = await ask(
        START_IMPORT,
        { input: importInput(upload, choices, key) },
        new AbortController().signal,
      )
      if (startImport?.importJob) onStarted(startImport.importJob.id)
      else setError(startImport?.userErrors.map(({ message }) => message).join(' ') ?? null)
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setIsStarting(false)
    }
  }

  return (
    <form
      className="panel panel-body upload-form"
      onSubmit={event => {
        event.preventDefault()
        start()
      }}
    >
      <div>
        <h2>{upload.name}</h2>
        <p className="muted small">
          {upload.format}, {formatCount(upload.sizeBytes)} bytes. {upload.notices.join(' ')}
        </p>
      </div>
      <ColumnTable upload={upload} fields={fields} onFields={setFields} />
      <div className="upload-choices">
        {upload.format !== 'NDJSON' && (
          <label className="check">
            <input type="checkbox" checked={hasHeader} onChange={event => setHasHeader(event.target.checked)} />
            The first row names the columns
          </label>
        )}
        <label className="check">
          <input type="checkbox" checked={matchEntities} onChange={event => setMatchEntities(event.target.checked)} />
          Also find known entities in the texts
        </label>
        <label className="field">
          Entity of rows without one
          <input value={entity} onChange={event => setEntity(event.target.value)} placeholder="The whole message" />
        </label>
        <label className="field">
          Time zone of times without an offset
          <select value={timezone} onChange={event => setTimezone(event.target.value)}>
            {[...new Set(['UTC', zone])].map(name => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
      </div>
      {(error ?? obstacle) !== null && (
        <p className="import-error" role="alert">
          {error ?? obstacle}
        </p>
      )}
      <div className="upload-buttons">
        <button type="submit" className="button button-primary" disabled={obstacle !== null || isStarting}>
          Import
        </button>
        <button type="button" className="button" onClick={onDiscard}>
          Choose another file
        </button>
      </div>
    </form>
  )
}
