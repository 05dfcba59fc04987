import { type RefObject, useState } from 'react'
import { areSingleKeysOn, keepSingleKeys } from './single-keys.ts'
import './dialog.css'

const KEYS = [
  { keys: ['/'], use: 'Focus the search of the page' },
  { keys: ['Ctrl K', '⌘ K'], use: 'Go to an entity or a page' },
  { keys: ['←', '→'], use: 'In a chart: the bar before or after; Home and End for the first and last' },
  { keys: ['Enter'], use: 'In a chart: list the tweets of the bar' },
  { keys: ['Esc'], use: 'Close a dialog' },
  { keys: ['?'], use: 'Show this help' },
] as const

/** The keys of the dashboard, and a switch for those without Ctrl. */
export function KeysHelp({ dialog }: { readonly dialog: RefObject<HTMLDialogElement | null> }) {
  const [isOn, setIsOn] = useState(areSingleKeysOn)
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="keys-title">
      <h2 id="keys-title">Keys</h2>
      <dl className="keys">
        {KEYS.map(({ keys, use }) => (
          <div key={use}>
            <dt>
              {keys.map(key => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{use}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={event => {
            keepSingleKeys(event.target.checked)
            setIsOn(event.target.checked)
          }}
        />
        Use <kbd>/</kbd> and <kbd>?</kbd> (switch off for speech input)
      </label>
      <form method="dialog">
        <button type="submit" className="button">
          Close
        </button>
      </form>
    </dialog>
  )
}
