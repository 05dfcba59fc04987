import { useRef, useState } from 'react'
import { ask } from '../api/ask.ts'
import { describeUndo, type UndoCounts } from './describe-import.ts'
import { COUNT_UNDO, UNDO_IMPORT } from './import-query.ts'

interface Props {
  readonly id: string
  readonly fileName: string
  readonly onDone: () => void
}

/** Counts what undoing an import would remove, asks, and then undoes it. */
export function UndoButton({ id, fileName, onDone }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [counts, setCounts] = useState<UndoCounts | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

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
  const count = () =>
    attempt(async signal => {
      const { undoImport } = await ask(COUNT_UNDO, { id }, signal)
      const { mentionCount = null, tweetCount = null, entityCount = null } = undoImport ?? {}
      if (mentionCount === null || tweetCount === null || entityCount === null) return messageOf(undoImport)
      setCounts({ mentionCount, tweetCount, entityCount })
      dialog.current?.showModal()
      return null
    })
  const undo = () =>
    attempt(async signal => {
      const { undoImport } = await ask(UNDO_IMPORT, { id }, signal)
      dialog.current?.close()
      onDone()
      return messageOf(undoImport)
    })

  return (
    <>
      {error !== null && (
        <p className="small import-error" role="alert">
          {error}
        </p>
      )}
      <button type="button" className="button" disabled={isBusy} onClick={count}>
        Undo import
      </button>
      <dialog ref={dialog} className="undo-dialog" aria-labelledby="undo-title" aria-describedby="undo-text">
        <h3 id="undo-title">Undo the import of {fileName}?</h3>
        <p id="undo-text">{counts !== null && describeUndo(counts)}</p>
        <div className="upload-buttons">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            Keep it
          </button>
          <button type="button" className="button undo-confirm" disabled={isBusy} onClick={undo}>
            Remove and undo
          </button>
        </div>
      </dialog>
    </>
  )
}

const messageOf = (payload: { readonly userErrors: readonly { readonly message: string }[] } | null): string | null =>
  payload?.userErrors.map(({ message }) => message).join(' ') || null
