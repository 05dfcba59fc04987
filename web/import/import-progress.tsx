import { useEffect } from 'react'
import { useQuery } from '../api/use-query.ts'
import { useRepeat } from '../api/use-repeat.ts'
import { describeUndated } from '../numbers/describe-undated.ts'
import { formatCount, formatShare } from '../numbers/format-number.ts'
import { Answer } from '../shell/answer.tsx'
import { ViewLink } from '../shell/view-link.tsx'
import { describeRows, describeStatus, isUnderWay, isUndoable, progressOf } from './describe-import.ts'
import { ImportButton } from './import-button.tsx'
import { CANCEL_IMPORT, IMPORT, type WatchedImport } from './import-query.ts'
import { RejectsTable } from './rejects-table.tsx'
import { UndoButton } from './undo-button.tsx'

/** Often enough for a smooth progress bar. */
const POLL_MS = 700

/** One import: its progress, the result of its rows, and buttons to cancel or undo it. */
export function ImportProgress({ id, onStatus }: { readonly id: string; readonly onStatus: () => void }) {
  const query = useQuery(IMPORT, { id })
  const { isLoading, reload } = query
  const job = query.data?.importJob ?? null
  useRepeat(query, POLL_MS, job !== null && isUnderWay(job.status))
  const status = job?.status ?? null
  useEffect(() => {
    if (status !== null) onStatus()
  }, [status, onStatus])

  return (
    <section className="panel panel-body import-progress" aria-label="Import">
      <Answer query={{ ...query, isLoading: query.data === null && isLoading }} lines={3}>
        {() => (job === null ? <p>This import does not exist.</p> : <Progress job={job} onChanged={reload} />)}
      </Answer>
    </section>
  )
}

function Progress({ job, onChanged }: { readonly job: WatchedImport; readonly onChanged: () => void }) {
  const {
    id,
    status,
    fileName,
    rowsPerSecond,
    rejectsUrl,
    rejectedRows,
    removedCount,
    failure,
    notices,
    ignoredColumns,
  } = job
  const undated = job.undatedCount === 0 ? [] : [describeUndated(job.undatedCount)]
  const notRead = ignoredColumns.length === 0 ? [] : [`Columns that were not read: ${ignoredColumns.join(', ')}.`]
  const progress = progressOf(job)
  const isStarting = ['QUEUED', 'RUNNING'].includes(status) && job.processedCount === 0
  return (
    <>
      <div className="section-head">
        <h2>
          {fileName} <span className="badge">{describeStatus(status)}</span>
        </h2>
        <div className="upload-buttons">
          {(status === 'QUEUED' || status === 'RUNNING') && (
            <ImportButton id={id} mutation={CANCEL_IMPORT} onDone={onChanged}>
              Cancel import
            </ImportButton>
          )}
        </div>
      </div>
      {/* Without a value it moves: a sign of life before the first rows. */}
      <progress {...(isStarting ? {} : { value: progress })} aria-label={`Progress of ${fileName}`} />
      <p className="figure" aria-live="polite">
        {isStarting && 'Reading the first rows'}
        {isUnderWay(status) && status !== 'UNDOING' && !isStarting && `${formatShare(progress)}: `}
        {status === 'UNDOING' || status === 'UNDONE'
          ? `${formatCount(removedCount)} imported mentions removed`
          : !isStarting && describeRows(job)}
        {status === 'RUNNING' &&
          rowsPerSecond !== null &&
          `, ${formatCount(Math.round(rowsPerSecond))} rows per second`}
      </p>
      {[...undated, ...notRead, ...notices].map(sentence => (
        <p key={sentence} className="small">
          {sentence}
        </p>
      ))}
      {failure !== null && (
        <p className="import-error" role="alert">
          {failure}
        </p>
      )}
      {status === 'COMPLETED' && (
        <p>
          <ViewLink to="/">See the overview</ViewLink>
        </p>
      )}
      {rejectedRows.length > 0 && <RejectsTable rows={rejectedRows} count={job.rejectedCount} url={rejectsUrl} />}
      {/* Below, so that a second click on "Cancel import" cannot reach it. */}
      {isUndoable(status) && (
        <div>
          <UndoButton id={id} fileName={fileName} onDone={onChanged} />
        </div>
      )}
    </>
  )
}
