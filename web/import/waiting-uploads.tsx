import { useCallback, useEffect, useState } from 'react'
import { formatBytes } from '../numbers/format-number.ts'
import { listUploads, readPreview, removeUpload, type Upload, type WaitingUpload } from './send-file.ts'

interface Props {
  /** Changes if the list may have changed. */
  readonly version: unknown
  readonly onTaken: (upload: Upload) => void
}

/** Files that were uploaded and not imported yet. Not shown if there are none. */
export function WaitingUploads({ version, onTaken }: Props) {
  const [uploads, setUploads] = useState<readonly WaitingUpload[]>([])
  const [error, setError] = useState<string | null>(null)
  const attempt = useCallback(async (work: (signal: AbortSignal) => Promise<unknown>) => {
    setError(null)
    try {
      await work(new AbortController().signal)
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    }
  }, [])
  const load = useCallback(() => attempt(async signal => setUploads(await listUploads(signal))), [attempt])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` says when to load again
  useEffect(() => {
    load()
  }, [load, version])

  if (uploads.length === 0 && error === null) return null
  return (
    <section className="panel panel-body" aria-labelledby="waiting-title">
      <h2 id="waiting-title">Uploaded, not imported yet</h2>
      {error !== null && (
        <p className="import-error" role="alert">
          {error}
        </p>
      )}
      <ul className="import-history">
        {uploads.map(({ uploadId, name, sizeBytes }) => (
          <li key={uploadId}>
            <button
              type="button"
              onClick={() => attempt(async signal => onTaken(await readPreview(uploadId, {}, signal)))}
            >
              {name}
            </button>
            <span className="muted small">{formatBytes(sizeBytes)}</span>
            <button
              type="button"
              aria-label={`Remove ${name}`}
              onClick={() =>
                attempt(async signal => {
                  await removeUpload(uploadId, signal)
                  await load()
                })
              }
            >
              Remove
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
