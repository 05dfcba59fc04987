import { useState } from 'react'
import { useParam } from '../shell/use-param.ts'
import { useTitle } from '../shell/use-title.ts'
import { FileDrop } from './file-drop.tsx'
import { ImportHistory } from './import-history.tsx'
import { ImportProgress } from './import-progress.tsx'
import type { Upload } from './send-file.ts'
import { UploadForm } from './upload-form.tsx'
import './import.css'

/** From a file to stored tweets: upload it, choose its columns, follow the import, undo it. */
export function ImportPage() {
  useTitle('Import')
  const [upload, setUpload] = useState<Upload | null>(null)
  const [jobId, setJobId] = useParam('job')
  return (
    <>
      <div className="page-head">
        <div>
          <h1>Import</h1>
          <p className="muted small">
            CSV, TSV or NDJSON, plain or gzipped. Tweets that are already stored are not stored twice, and every import
            can be undone.
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
            upload={upload}
            onStarted={id => {
              setUpload(null)
              setJobId(id)
            }}
            onDiscard={() => setUpload(null)}
          />
        )}
        {jobId !== '' && <ImportProgress key={jobId} id={jobId} />}
        <ImportHistory shownId={jobId} onShow={setJobId} />
      </div>
    </>
  )
}
