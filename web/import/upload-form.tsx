import { useEffect, useRef, useState } from 'react'
import { ask } from '../api/ask.ts'
import { formatBytes } from '../numbers/format-number.ts'
import { useView } from '../shell/use-view.ts'
import { ColumnTable } from './column-table.tsx'
import { type Choices, importInput, suggestionFor, warnings, whyNot } from './import-input.ts'
import { START_IMPORT } from './import-query.ts'
import { labelMapText } from './label-map.ts'
import { LabelMapField } from './label-map-field.tsx'
import { LabelsOffer } from './labels-offer.tsx'
import { ReadingFields } from './reading-fields.tsx'
import { isRememberedHeader, type Remembered, remember, rememberedFor } from './remembered-choices.ts'
import { type PreviewOptions, readPreview, type Upload } from './send-file.ts'
import { TimeFields } from './time-fields.tsx'

interface Props {
  readonly upload: Upload
  readonly onStarted: (jobId: string) => void
  readonly onDiscard: () => void
}

const FORMATS: Record<Upload['format'], string> = {
  CSV: 'CSV table',
  TSV: 'table with tabs',
  NDJSON: 'a JSON object a line',
  JSON: 'JSON document',
  XLSX: 'Excel workbook',
  PARQUET: 'Parquet file',
}

const detectedFields = ({ columns }: Upload) => columns.map(({ field }) => field)

/** The first rows of an uploaded file, and the choices for its import. Choices for the same columns are remembered. */
export function UploadForm({ upload: received, onStarted, onDiscard }: Props) {
  const { zone } = useView()
  const [upload, setUpload] = useState(received)
  // What the user chose; the rest is detected.
  const [reading, setReading] = useState<PreviewOptions>({})
  const latest = useRef(reading)
  const mappedNames = useRef(JSON.stringify(received.columns))
  const [entity, setEntity] = useState('')
  const [matchEntities, setMatchEntities] = useState(false)
  const [isRemembered, setIsRemembered] = useState(() => rememberedFor(received) !== null)
  const [mapping, setMapping] = useState<Remembered>(() => rememberedFor(received) ?? detected(received))
  // The same for every attempt, so that a second attempt after a lost response does not import twice.
  const [key] = useState(() => `web-${received.uploadId}`)
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { skipLines = 0 } = reading
  const choices: Choices = {
    ...mapping,
    hasHeader: upload.hasHeader,
    encoding: reading.encoding ?? null,
    skipLines,
    entity,
    matchEntities,
  }
  const obstacle = whyNot(upload, choices)
  const suggestedLabels = labelMapText(suggestionFor(upload, mapping.fields, 'label')?.labelMap ?? [])
  const change = (changed: Partial<Remembered>) => {
    setIsRemembered(false)
    setMapping(before => ({ ...before, ...changed }))
  }

  /** Runs a request, and shows why it failed. */
  const attempt = async (work: (signal: AbortSignal) => Promise<string | null>) => {
    setIsBusy(true)
    setError(null)
    try {
      setError(await work(new AbortController().signal))
    } catch (failure) {
      setError(failure instanceof Error ? failure.message : String(failure))
    } finally {
      setIsBusy(false)
    }
  }
  const start = () =>
    attempt(async signal => {
      const { startImport } = await ask(START_IMPORT, { input: importInput(upload, choices, key) }, signal)
      if (!startImport?.importJob) return startImport?.userErrors.map(({ message }) => message).join(' ') ?? null
      remember(upload, choices)
      onStarted(startImport.importJob.id)
      return null
    })
  const read = (options: PreviewOptions) => {
    const wanted = { ...latest.current, ...options }
    latest.current = wanted
    setReading(wanted)
    return attempt(async signal => {
      const next = await readPreview(upload.uploadId, wanted, signal)
      // A later choice is being read.
      if (latest.current !== wanted) return null
      setUpload(next)
      const names = JSON.stringify(next.columns)
      if (names !== mappedNames.current) {
        mappedNames.current = names
        const remembered = rememberedFor(next)
        setIsRemembered(remembered !== null)
        setMapping(before => remembered ?? { ...before, ...detected(next), timezone: before.timezone })
      }
      return null
    })
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each upload
  useEffect(() => {
    if (isRememberedHeader(received)) read({ hasHeader: true })
  }, [received])

  return (
    <form
      className="panel panel-body upload-form"
      aria-busy={isBusy}
      onSubmit={event => {
        event.preventDefault()
        start()
      }}
    >
      <div>
        <h2>{upload.name}</h2>
        <p className="muted small">
          {FORMATS[upload.format] ?? upload.format}, {formatBytes(upload.sizeBytes)}, {upload.encoding}.{' '}
          {upload.notices.join(' ')}
        </p>
        {isRemembered && (
          <p className="small">
            The columns are mapped as in your last import of such a file.{' '}
            <button type="button" className="link-button" onClick={() => change(detected(upload))}>
              Map them anew
            </button>
          </p>
        )}
      </div>
      <LabelsOffer upload={upload} />
      <ColumnTable upload={upload} fields={mapping.fields} onFields={fields => change({ fields })} />
      <ul className="upload-warnings small">
        {warnings(upload, choices).map(warning => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
      <div className="upload-choices">
        <ReadingFields upload={upload} skipLines={skipLines} onRead={read} />
        <TimeFields
          isDated={mapping.fields.includes('postedAt')}
          timezone={mapping.timezone}
          timeFormat={mapping.timeFormat}
          suggestion={suggestionFor(upload, mapping.fields, 'postedAt')}
          ownZone={zone}
          onChange={change}
        />
        {mapping.fields.includes('label') && (
          <LabelMapField
            labels={mapping.labels}
            suggested={suggestedLabels}
            words={upload.sampleRows.map(row => row[mapping.fields.indexOf('label')] ?? '')}
            onChange={labels => change({ labels })}
          />
        )}
        <label className="field">
          Entity of rows without one
          <input value={entity} onChange={event => setEntity(event.target.value)} placeholder="The whole message" />
        </label>
        <label className="check">
          <input type="checkbox" checked={matchEntities} onChange={event => setMatchEntities(event.target.checked)} />
          Also find known entities in the texts
        </label>
      </div>
      {(error ?? obstacle) !== null && (
        <p className="import-error" role="alert">
          {error ?? obstacle}
        </p>
      )}
      <div className="upload-buttons">
        <button type="submit" className="button button-primary" disabled={obstacle !== null || isBusy}>
          Import
        </button>
        <button type="button" className="button" onClick={onDiscard}>
          Choose another file
        </button>
      </div>
    </form>
  )
}

const detected = (upload: Upload): Remembered => ({
  fields: detectedFields(upload),
  timezone: 'UTC',
  // Without it, such times cannot be read at all.
  timeFormat: suggestionFor(upload, detectedFields(upload), 'postedAt')?.timeFormat ?? '',
  labels: '',
})
