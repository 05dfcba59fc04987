import { useState } from 'react'
import { useQuery } from '../api/use-query.ts'
import { useRepeat } from '../api/use-repeat.ts'
import { useParam } from '../shell/use-param.ts'
import { useTitle } from '../shell/use-title.ts'
import { isUnderWay } from './describe-import.ts'
import { FileDrop } from './file-drop.tsx'
import { ImportHistory } from './import-history.tsx'
import { ImportProgress } from './import-progress.tsx'
import { IMPORTS } from './import-query.ts'
import type { Upload } from './send-file.ts'
import { UploadForm } from './upload-form.tsx'
import { WaitingUploads } from './waiting-uploads.tsx'
import './import.css'

/** Imports of other windows and of the command line appear without a reload. */
const POLL_MS = 10_000
const BUSY_POLL_MS = 2_000

/** From a file to stored tweets: upload it, choose its columns, follow the import, undo it. */
export function ImportPage() {
  useTitle('Import')
  const [upload, setUpload] = useState<Upload | null>(null)
  const [jobId, setJobId] = useParam('job')
  const history = useQuery(IMPORTS, {})
  const isAnyUnderWay = history.data?.importJobs?.edges.some(({ node }) => isUnderWay(node.status)) ?? false
  useRepeat(history, isAnyUnderWay ? BUSY_POLL_MS : POLL_MS, true)
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Import</h1>
          <p className="muted small">
            CSV, TSV, NDJSON, JSON, XLSX or Parquet; text may be gzipped. Tweets that are already stored are not stored
            twice, and every import can be undone.
          </p>
        </div>
      </div>
      <div className="import">
        {upload === null ? (
          <FileDrop
            onTaken={taken => {
              setUpload(taken)
              setJobId('')
            }}
          />
        ) : (
          <UploadForm
            key={upload.uploadId}
            upload={upload}
            onStarted={id => {
              setUpload(null)
              setJobId(id)
            }}
            onDiscard={() => setUpload(null)}
          />
        )}
        {upload === null && <WaitingUploads version={jobId} onTaken={setUpload} />}
        {jobId !== '' && <ImportProgress key={jobId} id={jobId} onStatus={history.reload} />}
        <ImportHistory query={history} shownId={jobId} onShow={setJobId} />
      </div>
    </>
  )
}
