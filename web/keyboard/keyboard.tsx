import { useRef, useState } from 'react'
import { KeysHelp } from './keys-help.tsx'
import { Palette } from './palette.tsx'
import { useKeys } from './use-keys.ts'

/** The palette and the help on keys, and the buttons of the header that open them. */
export function Keyboard() {
  const palette = useRef<HTMLDialogElement>(null)
  const help = useRef<HTMLDialogElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const openPalette = () => {
    setIsOpen(true)
    palette.current?.showModal()
  }
  useKeys(action => {
    if (action === 'help') help.current?.showModal()
    else if (action === 'palette' || !focusSearch()) openPalette()
  })
  return (
    <>
      <button type="button" className="header-button" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K">
        Go to <kbd>Ctrl K</kbd>
      </button>
      <button
        type="button"
        className="header-button"
        aria-label="Keys"
        title="Keys (?)"
        onClick={() => help.current?.showModal()}
      >
        ?
      </button>
      <Palette dialog={palette} isOpen={isOpen} onClose={() => setIsOpen(false)} />
      <KeysHelp dialog={help} />
    </>
  )
}

/** Focuses the first search field of the page. False if it has none. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"], main input[list]')
  field?.focus()
  field?.select()
  return field !== null
}
