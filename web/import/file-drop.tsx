import { useState } from 'react'
import { formatBytes } from '../numbers/format-number.ts'
import { sendFile, type Upload } from './send-file.ts'

/** Accepts a file that is dropped or chosen, and uploads it. */
export function FileDrop({ onTaken }: { readonly onTaken: (upload: Upload) => void }) {
  const [state, setState] = useState<{ readonly sending: string | null; readonly error: string | null }>({
    sending: null,
    error: null,
  })
  const [isOver, setIsOver] = useState(false)

  const take = (file: File | undefined) => {
    if (file === undefined) return
    setState({ sending: `${file.name}, ${formatBytes(file.size)}`, error: null })
    sendFile(file, file.name, new AbortController().signal).then(onTaken, (error: unknown) =>
      setState({ sending: null, error: error instanceof Error ? error.message : String(error) }),
    )
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an alternative to the button inside
    <div
      className={isOver ? 'file-drop file-drop-over' : 'file-drop'}
      onDragOver={event => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={event => {
        event.preventDefault()
        setIsOver(false)
        take(event.dataTransfer.files[0])
      }}
    >
      {state.sending === null ? (
        <>
          <p>Drop a file here</p>
          <label className="button button-primary file-button">
            Choose a file
            <input
              type="file"
              accept=".csv,.tsv,.ndjson,.jsonl,.json,.js,.xlsx,.parquet,.gz,.txt"
              onChange={event => take(event.target.files?.[0])}
            />
          </label>
        </>
      ) : (
        <>
          <p role="status">Uploading {state.sending}</p>
          <progress aria-label="Uploading" />
        </>
      )}
      {state.error !== null && (
        <p className="import-error" role="alert">
          {state.error}
        </p>
      )}
    </div>
  )
}
