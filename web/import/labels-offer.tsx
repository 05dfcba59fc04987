import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { formatCount } from '../numbers/format-number.ts'
import { IMPORT_LABELS } from './import-query.ts'
import type { Upload } from './send-file.ts'

/** The columns of every file of labels. */
const COLUMNS = ['text', 'label', 'annotator']

const isOfLabels = ({ columns }: Upload) =>
  COLUMNS.every(name => columns.some(column => column.name.trim().toLowerCase() === name))

/** For a file of labels: stores them for tweets that are stored already. Nothing for other files. */
export function LabelsOffer({ upload }: { readonly upload: Upload }) {
  const [outcome, setOutcome] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  if (!isOfLabels(upload)) return null
  const store = async () => {
    setIsBusy(true)
    setOutcome(
      await ask(IMPORT_LABELS, { uploadId: upload.uploadId }, new AbortController().signal).then(
        ({ importLabels }) => describe(importLabels),
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      ),
    )
    setIsBusy(false)
  }
  return (
    <div>
      <p>
        This is a file of labels, with the names of annotators. If its tweets are stored already, import only the
        labels.
      </p>
      <button type="button" className="button" disabled={isBusy} onClick={() => void store()}>
        Import labels
      </button>
      <p role="status">{isBusy ? 'Storing the labels' : outcome}</p>
    </div>
  )
}

interface Outcome {
  readonly storedCount: number | null
  readonly unchangedCount: number | null
  readonly rejectedCount: number | null
  readonly rejectedLabels: readonly { readonly line: number; readonly error: { readonly message: string } }[]
  readonly userErrors: readonly { readonly message: string }[]
}

function describe(outcome: Outcome | null): string | null {
  if (outcome === null) return null
  const { storedCount, unchangedCount, rejectedCount, rejectedLabels, userErrors } = outcome
  const [refusal] = userErrors
  if (refusal !== undefined) return refusal.message
  const counts = `${formatCount(storedCount ?? 0)} ${storedCount === 1 ? 'label' : 'labels'} stored, ${formatCount(unchangedCount ?? 0)} unchanged, ${formatCount(rejectedCount ?? 0)} rejected.`
  const [first] = rejectedLabels
  return first === undefined ? counts : `${counts} Line ${first.line}: ${first.error.message}`
}
