import { useState } from 'react'
import './copy-text.css'

/** A command to copy. */
export function CopyText({ text }: { readonly text: string }) {
  const [isCopied, setIsCopied] = useState(false)
  return (
    <div className="copy-text">
      <code>{text}</code>
      <button
        type="button"
        onClick={() => {
          // Without TLS, browsers only allow the clipboard on pages of the same machine.
          navigator.clipboard?.writeText(text).then(
            () => setIsCopied(true),
            () => setIsCopied(false),
          )
        }}
      >
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </div>
  )
}
